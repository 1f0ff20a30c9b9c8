import type {Properties} from 'hast'
import {createHash} from 'node:crypto'
import {readCoverage} from '../../../src/editions/fonts/coverage.ts'
import {describe, expect, it} from 'vitest'
import {composeFiles} from '../../fixture.ts'
import {liftStyle, openLedger, styleRules} from '../../../src/editions/html/ledger.ts'
import {editionOf, everything, pageOf} from './edition.ts'

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found]) => found ?? '')
const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('the page', () => {
  it('loads nothing from anywhere', async () => {
    const {html} = await pageOf(everything)
    expect(all(html, /<(link|iframe|object|embed|base|form)\b/g)).toEqual([])
    expect(all(html, /\s(?:src|srcset|poster|action)="([^"]*)"/g).filter((url) => !url.startsWith('data:'))).toEqual([])
    expect(all(html, /(@import|url\()/g)).toEqual([])
  })

  it('slants English with emphasis in Chinese text, and has narrow apostrophes there, but not in code', async () => {
    const {html} = await pageOf({'a.md': '# 书\n\n## 一\n\n*Deep Learning* 与 *强调 net*，不要 don’t 与 `don’t`。\n\n## 二\n\nFour English words don’t count here, *not at all*.\n'})
    expect(html).toContain('<em class="slant">Deep Learning</em>')
    expect(html).toContain('<em>强调 <span class="slant">net</span></em>')
    expect(html).toMatch(/don<span class="apostrophe">’<\/span>t 与 <code>don’t<\/code>/)
    expect(html).toMatch(/words don’t count here, <em>not at all<\/em>/)
  })

  it('allows exactly its own style and scripts', async () => {
    const {html} = await pageOf(everything)
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'") ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    for (const style of all(html, /<style>([\s\S]*?)<\/style>/g)) expect(policy).toContain(sha(style))
    const scripts = all(html, /<script>([\s\S]*?)<\/script>/g)
    expect(scripts).toHaveLength(2)
    for (const script of scripts) expect(policy).toContain(sha(script))
    expect(all(html, /<[^<>]*\s(style|on\w+)=/g)).toEqual([])
  })

  it('has every anchor that a link or a label names, once', async () => {
    const {html} = await pageOf(everything)
    const ids = all(html, /\sid="([^"]*)"/g)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const named = [...all(html, /\shref="#([^"]*)"/g), ...all(html, /\s(?:aria-labelledby|aria-describedby|popovertarget)="([^"]*)"/g)]
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('has one h1, and levels of headings without gaps', async () => {
    const {html} = await pageOf(everything)
    const levels = all(html, /<h([1-6])\b/g).map(Number)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
  })

  it('escapes what the author says in metadata', async () => {
    const {html} = await pageOf({'book.yml': 'title: "</title><script>alert(1)</script>"\nrights: "<b>"\ndescription: "</script><script>alert(2)</script>"', 'a.md': '# 一\n\n文\n\n# 二'})
    expect(all(html, /<script>(alert)/g)).toEqual([])
    expect(html).toContain('&lt;/title&gt;')
    const data = JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '')
    expect(data.abstract).toBe('</script><script>alert(2)</script>')
  })

  it('tells machines what the book is', async () => {
    const {html} = await pageOf(everything)
    for (const meta of ['citation_author" content="甲', 'citation_author" content="乙', 'citation_publication_date" content="2026/11/24', 'DC.publisher" content="社', 'og:title" content="样书', 'citation_doi" content="10.1/x']) expect(html).toContain(meta)
    expect(html).toContain('<time datetime="2026-11-24">2026年11月24日</time>')
    expect(html).toContain('<meta name="citation_title" content="样书 &amp; &lt;书&gt;：副题">')
  })

  it('tells machines who else made it, and as what', async () => {
    const {html} = await pageOf({'book.yml': 'title: T\nsubtitle: S\nlanguage: en\nauthor: A\ncontributors: [{name: B, role: trl}, {name: C, role: edt}]\n', 'a.md': '# A\n\n# B\n'})
    for (const meta of ['DC.title" content="T: S"', 'DC.creator" content="A"', 'DC.contributor" content="B"', 'DC.contributor" content="C"']) expect(html).toContain(meta)
    const data = JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '')
    expect([data.author, data.translator, data.editor, data.illustrator]).toEqual([[{'@type': 'Person', name: 'A'}], [{'@type': 'Person', name: 'B'}], [{'@type': 'Person', name: 'C'}], undefined])
  })

  it('prints a title that holds markup as its characters, everywhere', async () => {
    const title = 'R&D <b>粗</b> "引" </title><script>alert(1)</script>'
    const {html} = await pageOf({'book.yml': `title: '${title}'\nlanguage: zh-CN\n`, 'a.md': '# 一\n\n# 二'})
    const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&#34;')
    expect(all(html, /<title>([\s\S]*?)<\/title>/g)).toEqual([escaped])
    expect(html).toContain(`<meta property="og:title" content="${escaped}">`)
    expect(html.replaceAll('<wbr>', '')).toContain(`<h1 class="words">${escaped}</h1>`)
    expect(html).not.toContain('<script>alert')
    const [data = '{}'] = all(html, /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)
    expect(JSON.parse(data).name).toBe(title)
  })

  it('lists figures and tables beside the contents, where the book has any', async () => {
    const {html} = await pageOf(everything)
    expect(html).toContain('<details class="table-list">')
    expect(html).toContain('<a href="#tab-1">表 1　宽表</a>')
    expect(html).not.toContain('<details class="figure-list">')
  })

  it('embeds the characters of what no element writes: roots, captions in bold, the abstract', async () => {
    const {html} = await pageOf({...everything, 'book.yml': `${everything['book.yml']}html: {fonts: subset}\n`})
    const faces = [...html.matchAll(/@font-face\{font-family:"Banben (\w+)";font-weight:(\d+);src:url\("data:font\/ttf;base64,([^"]+)"\)/g)].map(([, family, weight, data = '']) => ({face: `${family} ${weight}`, coverage: readCoverage(Buffer.from(data, 'base64'))}))
    const has = (face: string, text: string) => [...text].filter((character) => !faces.some((one) => one.face === face && one.coverage.glyphOf(character.codePointAt(0) ?? 0) !== 0))
    expect(has('Math 400', '√')).toEqual([])
    expect(has('Math 400', '𝐸𝑚𝛼')).toEqual([]) // what browsers show for lone letters
    expect(has('Hei 700', '表宽警告')).toEqual([])
    expect(has('Kai 400', '甲乙关键词')).toEqual([])
  }, 60_000)

  it('keeps CSS of the author inside the style element', async () => {
    const {galley} = await composeFiles({'a.md': '# 一\n\n# 二'})
    galley.styles.screen = 'p{color:red}</style><script>alert(1)</script>'
    const html = new TextDecoder().decode((await editionOf(galley)).data)
    expect(all(html, /(<\/style>)/g)).toHaveLength(1)
    expect(html).toContain('p{color:red}')
  })

  it('leaves the galley as it was, and makes the same bytes again', async () => {
    const {galley} = await composeFiles(everything)
    const before = JSON.stringify(galley.chapters)
    const first = await editionOf(galley)
    expect(JSON.stringify(galley.chapters)).toBe(before)
    expect(Buffer.from((await editionOf(galley)).data).equals(Buffer.from(first.data))).toBe(true)
  })

  it.each(['academic', 'technical', 'brief'])('is set in the theme %s', async (theme) => {
    const {html} = await pageOf({...everything, 'book.yml': `${everything['book.yml']}html: {theme: ${theme}}\n`})
    expect(html).toMatch(new RegExp(`/\\* ${theme} `, 'i'))
  })

  it('reports a theme that is not there, and is set in the plain page', async () => {
    const {galley} = await composeFiles({...everything, 'book.yml': `${everything['book.yml']}html: {theme: ../../etc}\n`})
    const {messages, data} = await editionOf(galley)
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['theme-missing'])
    expect(data.length).toBeGreaterThan(10_000)
  })

  it('embeds fonts where the book asks for them', async () => {
    const {html} = await pageOf({...everything, 'book.yml': `${everything['book.yml']}html: {fonts: subset}\n`})
    expect(all(html, /@font-face\{font-family:"(Banben [A-Z]\w+)"/g)).toEqual(expect.arrayContaining(['Banben Song', 'Banben Hei']))
    expect(all(html, /url\("([^"]{0,20})/g).every((url) => url.startsWith('data:font/ttf;base64'))).toBe(true)
  })

  it('folds the places of what a book mentions everywhere, and of nothing else', async () => {
    const book = (count: number) => ({'glossary.yml': '- zh: 版心\n  en: type area\n  definition: {zh: 排印正文的区域。, en: The area of the text.}\n', 'a.md': `# 书\n\n${Array.from({length: count}, (_, index) => `## 第${index}节\n\n版心的大小。\n`).join('\n')}`})
    const folded = (html: string) => /<details class="more"><summary>另有 (\d+) 处<\/summary>([\s\S]*?)<\/details>/.exec(html)
    const [few, many] = [await pageOf(book(5)), await pageOf(book(40))]
    expect(folded(few.html)).toBeNull()
    expect(Number(folded(many.html)?.[1])).toBe(folded(many.html)?.[2]?.match(/<a /g)?.length)
  })

  it('marks cells of running text and empty corners', async () => {
    const {html} = await pageOf({'a.md': `|  | 甲 |\n|---|---|\n| ${'很长的正文'.repeat(9)} | 短 |\n`})
    expect(html).toMatch(/<thead>\s*<tr>\s*<td><\/td>\s*<th[ >]/)
    expect(html.match(/<td class="long">/g)).toHaveLength(1)
  })

  it('says the language of a chapter that has its own', async () => {
    const {html} = await pageOf({'book.yml': 'title: 书\nlanguage: zh-CN\n', 'a.md': '# 书\n\n## 摘要\n\n文。\n\n## Abstract\n\nThis is an abstract in English, long enough to be told as such by anyone.\n\n## 一\n\n文。\n'})
    expect(html).toMatch(/<section id="\w+" class="chapter abstract[^"]*" lang="en"/)
  })

  it('lets no style end its rule or its element', () => {
    const ledger = openLedger()
    const properties: Properties = {style: 'color:red}</style>{x'}
    liftStyle(ledger, properties)
    liftStyle(ledger, {style: 'color:red}</style>{x'})
    expect(properties).toEqual({className: ['s1']})
    expect(styleRules(ledger)).toBe('.s1{color:red/style>x}\n')
  })

  it('sets a book without any heading, and an empty one', async () => {
    expect((await pageOf({'a.md': '只有一段。'})).html).toContain('只有一段。')
    expect((await pageOf({'a.md': ''})).html).toContain('</html>')
  })
})
