/** Hostile strings of the corpus beside the project, each once. Empty where the corpus is not there. */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'

export const corpus = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'corpus')
export const hasCorpus = existsSync(corpus)

const read = (name: string) => readFileSync(path.join(corpus, name), 'utf8')

export function xssPayloads(): string[] {
  if (!hasCorpus) return own
  const purify = (JSON.parse(read('xss/dompurify-expect.json')) as {payload: string}[]).map(({payload}) => payload)
  const owasp = [...read('xss/OWASP_XSS_Filter_Evasion.md').matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, code = '']) => code.trim())
  const sanitize = read('xss/hast-util-sanitize-input.html').split('\n').filter((line) => line.includes('<'))
  const markdown = read('mdit/xss.txt').split(/^\.$/m).filter((_, index) => index % 3 === 1).flatMap((block) => block.split('\n')).filter((line) => line.trim())
  const naughty = (JSON.parse(read('naughty/blns.json')) as string[]).filter((text) => /script|on\w+=|javascript|<|&#/i.test(text))
  return [...new Set([...own, ...purify, ...owasp, ...sanitize, ...markdown, ...naughty])].filter((text) => text.length < 20_000)
}

/** Aimed at this program: its holders, its slots, its templates and what it adds around a text. */
const own = [
  '<banben-holder data-holder="0">x</banben-holder>', '<p data-anchor="x:references">x</p>', '<a id="references">x</a>', '<%= 1 %>', '<%- process.env %>', '</style><script>alert(1)</script>', ']]><script>alert(1)</script>',
  '--><script>alert(1)</script>', '<?xml-stylesheet href="javascript:alert(1)"?>', '</title><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "javascript:alert(1)//' onmouseover='alert(1)", 'data:text/html,<script>alert(1)</script>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>', '<a href="vbscript:x">x</a>', '<a href="&#x6A;avascript:alert(1)">x</a>', '<a href=" javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>', '<a href="//evil.example/x">x</a>', '<a href="file:///etc/passwd">x</a>', '<img src="http://evil.example/x.png">', '<img srcset="http://evil.example/x.png 2x">', '<link rel=stylesheet href=//evil.example>', '<base href="//evil.example/">',
  '<form action="//evil.example"><button formaction="javascript:alert(1)">x', '<iframe srcdoc="<script>alert(1)</script>">', '<object data="javascript:alert(1)">', '<meta http-equiv=refresh content="0;url=//evil.example">', '<p style="background:url(//evil.example)">x</p>', '<video poster="//evil.example"><source src="//evil.example">',
  '<template><script>alert(1)</script></template>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '$\\href{javascript:alert(1)}{x}$', '$\\url{javascript:alert(1)}$', '$\\includegraphics{http://evil.example/x}$', '$\\htmlClass{x}{y}$',
]

/** One payload in each place that text of an author can come from. Values are files of one book. */
export function contextsOf(payload: string): Record<string, string> {
  const line = payload.replace(/\s*\n\s*/g, ' ')
  const quoted = JSON.stringify(payload)
  return {
    'book.yml': `title: ${quoted}\nsubtitle: ${quoted}\nauthor: ${quoted}\nrights: ${quoted}\ndescription: ${quoted}\nkeywords: [${quoted}]\nimprint: {publisher: ${quoted}, series: ${quoted}}\nlanguage: zh-CN\n`,
    '01.md': `# Paragraph\n\n${payload}\n\nMore *${line}* text.\n`,
    '02.md': `# Link\n\n[x](${line}) [y](<${line.replace(/[<>]/g, '')}> "${line.replaceAll('"', '&quot;')}") [${line}](https://example.org/) <${line}>\n`,
    '03.md': `# Image\n\n![${line}](${line}) ![x](<${line.replace(/[<>]/g, '')}> "${line.replaceAll('"', '&quot;')}")\n`,
    '04.md': `# Definition\n\n[x][a] ![x][a] [b]\n\n[a]: ${line.replace(/\s/g, '%20')}\n[b]: <${line.replace(/[<>]/g, '')}> "${line.replaceAll('"', '&quot;')}"\n`,
    '05.md': `# Block\n\n<div>\n${payload}\n</div>\n\n<p>${line}</p>\n`,
    '06.md': `# Cell\n\n| a | b |\n|---|---|\n| ${line.replaceAll('|', '\\|')} | x |\n`,
    '07.md': `# Note\n\nText.[^n] Cited [[1]], 推测解码 here.\n\n[^n]: ${line}\n`,
    '08.md': `# ${line}\n\n## ${line}\n\n\`\`\`${line.replace(/[\s`]/g, '')}\n${payload}\n\`\`\`\n`,
    'glossary.yml': `- zh: 推测解码\n  en: ${quoted}\n  abbreviation: SD\n  definition: {zh: ${quoted}, en: ${quoted}}\n`,
    'sources.yml': `- id: 1\n  type: book\n  title: ${quoted}\n  author: [{literal: ${quoted}}]\n  URL: ${quoted}\n  publisher: ${quoted}\n`,
  }
}
