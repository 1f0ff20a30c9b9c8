import fc from 'fast-check'
import {h} from 'hastscript'
import type {ElementContent} from 'hast'
import {describe, expect, it} from 'vitest'
import {lawfulUrl} from '../../../src/editions/epub/attributes.ts'
import {cleanXml} from '../../../src/editions/epub/xml.ts'
import {sanitizeSvg as readSvg} from '../../../src/editions/svg.ts'
import {breakLines, emsOf} from '../../../src/editions/cover-lines.ts'
import {findings, galleyOf, jar, jarFindings, openEpub, openFiles} from './edition.ts'

/** HTML that is safe, but not valid where it stands. */
const misplaced: ElementContent[] = [
  h('p', [h('div', [h('p', 'block in a paragraph')]), h('table', [h('tbody', [h('tr', [h('td', 'table in a paragraph')])])])]),
  h('ul', ['loose', h('p', 'text in a list'), h('li', 'item')]),
  h('li', 'item without a list'), h('td', 'cell without a table'), h('dt', 'term without a list'), h('tr', [h('td', 'row')]),
  h('dl', [h('dd', 'definition before its term'), h('dt', 'term')]),
  h('a', {href: 'https://example.org/'}, [h('a', {href: 'https://example.org/2'}, 'link in a link')]),
  h('table', [h('tfoot', [h('tr', [h('td', 'foot')])]), h('thead', [h('tr', [h('th', [h('h3', 'heading in a head')])])]), h('tr', [h('td', {colSpan: 0, align: 'right'}, 'x')]), h('caption', 'late caption')]),
  h('figure', [h('figcaption', 'one'), h('p', 'x'), h('figcaption', 'two')]),
  h('ruby', ['base']), h('ruby', [h('rt', 'no base')]), h('details', [h('summary', 'sum'), 'rest']), h('p', {id: '1 bad id', lang: '!!', dir: 'up', style: 'x', onclick: 'y'}, 'attributes'),
  h('h2', 'second'), h('h6', 'sixth'), h('h3', 'third'), h('ol', {start: '3', type: 'Q', reversed: true}, [h('li', {value: 'x'}, 'n')]), h('input', {type: 'checkbox', checked: true}), h('hr'), h('p', [h('hr')]),
  h('p', [h('a', {href: 'http://[bad'}, 'bad'), h('a', {href: 'https://例子.测试/路 径?a=|^"<>#x#y'}, 'odd'), h('a', {href: 'mailto:a@b.c'}, 'mail')]),
  h('p', {id: 'twice'}, 'a'), h('p', {id: 'twice'}, 'b'), h('p', ']]> & <b> "q"'), h('blink', 'unknown'), h('time', {dateTime: 'whenever'}, 'time'), h('img', {src: 'x.png', alt: 'no asset'}),
]

const sanitizeSvg = (source: string) => readSvg(source)?.svg

describe('content', () => {
  it('of any shape comes out valid, and loses no word', async () => {
    const {edition, file} = await openEpub(galleyOf({c1: [h('h2', 'One'), ...misplaced]}))
    expect(await findings(edition)).toEqual([])
    for (const words of ['block in a paragraph', 'table in a paragraph', 'loose', 'text in a list', 'item without a list', 'cell without a table', 'definition before its term', 'link in a link', 'heading in a head', 'late caption', 'one', 'two', 'no base', 'sum', 'rest', 'unknown', ']]&gt;']) expect(file('c1.xhtml')).toContain(words)
    if (jar) expect(jarFindings([edition.data])).toEqual([])
  })
  it('has headings that never skip a level', async () => {
    const {file} = await openEpub(galleyOf({c1: [h('h3', 'Chapter'), h('h6', 'a'), h('h4', 'b'), h('h6', 'c'), h('h1', 'd')]}))
    expect([...file('c1.xhtml').matchAll(/<h(\d)/g)].map(([, depth]) => depth).join('')).toBe('23342')
  })
  it('of any tree of HTML comes out valid', async () => {
    const name = fc.constantFrom('p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'tbody', 'thead', 'tr', 'td', 'th', 'caption', 'a', 'span', 'ruby', 'rt', 'figure', 'figcaption', 'h1', 'h4', 'blockquote', 'pre', 'code', 'sup', 'dfn', 'div', 'hr', 'br', 'section', 'em', 'col', 'colgroup')
    const {tree} = fc.letrec<{tree: ElementContent}>((tie) => ({tree: fc.oneof({maxDepth: 4, depthSize: 'small'}, fc.string({maxLength: 6}).map((value): ElementContent => ({type: 'text', value})), fc.record({tagName: name, children: fc.array(tie('tree'), {maxLength: 4})}).map(({tagName, children}): ElementContent => ({type: 'element', tagName, properties: tagName === 'a' ? {href: 'https://example.org/'} : {}, children: /^(hr|br|col)$/.test(tagName) ? [] : children})))}))
    const books: Uint8Array[] = []
    await fc.assert(fc.asyncProperty(fc.array(tree, {minLength: 1, maxLength: 30}), async (children) => {
      const {edition} = await openEpub(galleyOf({c1: [h('h2', 'x'), ...children]}))
      books.push(edition.data)
      expect(await findings(edition)).toEqual([])
    }), {numRuns: 12, seed: 6})
    if (jar) expect(jarFindings(books)).toEqual([])
  })
  it('reports a link that leads nowhere, and keeps its words', async () => {
    const {edition, file} = await openEpub(galleyOf({c1: [h('h2', 'x'), h('p', [h('a', {href: '#nowhere'}, 'words')])]}))
    expect(edition.messages.map(({ruleId, severity}) => [ruleId, severity])).toEqual([['link-dangling', 'error']])
    expect(file('c1.xhtml')).toContain('<p>words</p>')
  })
  it('finds an anchor that is not ASCII, written or percent-encoded', async () => {
    const {edition, file} = await openEpub(galleyOf({c1: [h('h2', 'x'), h('p', {id: 'c1-u-图-1'}, 'a'), h('p', [h('a', {href: '#c1-u-%E5%9B%BE-1'}, 'b'), h('a', {href: '#c1-u-图-1'}, 'c')])]}))
    expect(edition.messages).toEqual([])
    expect(file('c1.xhtml').match(/<p id="c1-x1">|href="#c1-x1"/g)).toHaveLength(3)
  })
  it('slants English with emphasis in Chinese text, and dots Chinese only', async () => {
    const {file} = await openEpub(galleyOf({c1: [h('h2', 'x'), h('p', [h('em', 'Deep Learning'), '与', h('em', ['强调 deep ', h('strong', '强 net'), h('code', 'x')]), h('p', {lang: 'en'}, [h('em', 'plain')])])]}))
    expect(file('c1.xhtml')).toContain('<em class="slant">Deep Learning</em>与<em>强调 <span class="slant">deep</span> <strong>强 <span class="slant">net</span></strong><code>x</code></em>')
    expect(file('c1.xhtml')).toContain('<em>plain</em>')
    const style = file('style.css')
    expect(style.indexOf('.slant {')).toBeGreaterThan(style.indexOf(':lang(zh) em'))
  })
  it('has narrow apostrophes in English words of Chinese text, but not in code', async () => {
    const {file} = await openEpub(galleyOf({c1: [h('h2', 'It’s 书'), h('p', ['该书 don’t ', h('code', 'don’t')]), h('p', {lang: 'en'}, 'don’t')]}))
    expect(file('c1.xhtml').match(/<span class="apostrophe">’<\/span>/g)).toHaveLength(2)
    expect(file('c1.xhtml')).toContain('<code>don’t</code>')
    expect(file('style.css')).toMatch(/:lang\(en\), \.apostrophe \{[^}]*"pwid"/)
  })
  it('keeps full-width marks wide in English entries, but not in code', async () => {
    const {file} = await openEpub(galleyOf({c1: [h('h2', 'A'), h('p', {lang: 'en'}, ['Knuth D E，Plass M F：', h('code', 'a，b')]), h('p', '甲，乙')]}))
    expect(file('c1.xhtml')).toContain('Knuth D E<span class="wide">，</span>Plass M F<span class="wide">：</span><code>a，b</code></p><p>甲，乙</p>')
  })
  it('lets a formula that is wider than a phone scroll in a box with a name', async () => {
    const {file, edition} = await openFiles({'a.md': '## 一\n\n短 $a=b$，长 $a_1+a_2+a_3+a_4+a_5+a_6+a_7+a_8=c$。\n'})
    expect(file('c1.xhtml').match(/<span class="wide-formula" role="group" aria-label="公式" tabindex="0"><math/g)).toHaveLength(1)
    expect(await findings(edition)).toEqual([])
  })
  it('has no blank that an author made of a line break or an empty paragraph', async () => {
    const {file} = await openEpub(galleyOf({c1: [h('h2', 'A'), h('p', ['b', h('br'), 'c', h('br'), ' ']), h('p'), h('p', h('br')), h('ul', h('li', ['d', h('br')]))]}))
    expect(file('c1.xhtml')).toContain('</h2><p>b<br/>c</p><ul><li>d</li></ul>')
  })
  it('is told where it is too large for old readers, at its heading', async () => {
    const {edition, file} = await openFiles({'a.md': `# 书\n\n## 一\n\n文。\n\n## 二\n\n${'文'.repeat(1000).concat('\n\n').repeat(100)}`})
    expect(edition.messages).toMatchObject([{ruleId: 'chapter-large', severity: 'info', place: {path: 'a.md', line: 7, column: 1}, values: {chapter: '第二章　二', size: Math.round(Buffer.byteLength(file('c2.xhtml')) / 1000), allowed: 300}}])
  })
  it('tells dates to machines too', async () => {
    const {file, edition} = await openFiles({'a.md': '## 一\n\n文。\n\n## 二\n\n文。\n', 'book.yml': 'title: 书\ndate: 2024-05\nepub: {fonts: none}\n'})
    expect(file('title-page.xhtml')).toContain('<time class="date" datetime="2024-05">2024年5月</time>')
    expect(file('colophon.xhtml')).toContain('<td><time datetime="2024-05">2024年5月</time></td>')
    expect(await findings(edition)).toEqual([])
  })
  it('keeps the language of a heading', async () => {
    const {file} = await openEpub(galleyOf({c1: [h('h2', {lang: 'en'}, 'Foreword')]}))
    expect(file('c1.xhtml')).toContain('<h2 id="c1-title" lang="en" xml:lang="en" epub:type="title">')
  })
  it('keeps languages of foreign words, for readers and for speech', async () => {
    const {file} = await openEpub(galleyOf({c1: [h('h2', 'x'), h('p', [h('span', {lang: 'en'}, 'speculative')])]}))
    expect(file('c1.xhtml')).toContain('<span lang="en" xml:lang="en">speculative</span>')
  })
})

describe('characters that XML forbids', () => {
  it('become U+FFFD, and nothing else changes', () => {
    expect(cleanXml('a\u0001b\uFFFEc\uD800d\uDC00e😀\t\n')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe😀\t\n')
    fc.assert(fc.property(fc.string({unit: 'grapheme'}), (text) => cleanXml(text) === text || /[\0-\x1F\uFFFE\uFFFF]|\p{Cs}/u.test(text)))
  })
  it('never make a book invalid, wherever they stand', async () => {
    const evil = 'x\u0001\uD800\uFFFE\u000By'
    const {edition} = await openFiles({'book.yml': `title: ${JSON.stringify(evil)}\nauthor: ${JSON.stringify(evil)}\nepub: {fonts: none}\n`, 'a.md': `# ${evil}\n\n## ${evil}\n\n${evil} \`${evil}\`\n\n## b\n\nc\n`})
    expect(await findings(edition)).toEqual([])
  })
})

describe('URLs', () => {
  it('are lawful by RFC 3986 too, or none', () => {
    expect(lawfulUrl('https://例子.测试/a b|c^d?q=[1]#x#y')).toMatch(/^https:\/\/xn--fsqu00a\.xn--0zwm56d\/[\w%/?=.#-]+$/)
    expect([lawfulUrl('javascript:alert(1)'), lawfulUrl('http://[bad'), lawfulUrl('file:///etc/passwd'), lawfulUrl('data:text/html,x'), lawfulUrl('other.html')]).toEqual([undefined, undefined, undefined, undefined, undefined])
    fc.assert(fc.property(fc.webUrl({withFragments: true, withQueryParameters: true}), (url) => /^[\w\-.~:/?#@!$&'()*+,;=%[\]]+$/.test(lawfulUrl(url) ?? '')))
  })
})

describe('SVG', () => {
  it('keeps what draws and drops what acts or fetches', () => {
    const svg = sanitizeSvg('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="a()"><script>b()</script><style>@import "http://x/y";</style><foreignObject><p>c</p></foreignObject><a href="javascript:d()"><rect/></a><rect width="5" fill="url(#g)"/><rect fill="url(http://x/)" style="fill:url(//x)"/><image href="http://x/y.png"/><image href="data:image/png;base64,AAAA"/><use href="#g"/><use xlink:href="other.svg#g"/><animate attributeName="x"/><text>d &amp; e &x;</text></svg>')
    expect(svg).toBeDefined()
    expect(svg).not.toMatch(/script|onload|foreign|javascript|http:\/\/x|import|other\.svg|animate|passwd|<a /)
    expect(svg).toContain('fill="url(#g)"')
    expect(svg).toContain('data:image/png;base64,AAAA')
    expect(svg).toContain('d &amp; e')
  })
  it('keeps labels in HTML as text, the branch that all can draw, and what links hold', () => {
    const label = '<foreignObject x="10" y="0" width="100" height="40"><div xmlns="http://www.w3.org/1999/xhtml" style="font-size:12px"><p>编码器</p>Encoder &amp; <b>more</b></div></foreignObject>'
    const svg = sanitizeSvg(`<svg xmlns="http://www.w3.org/2000/svg">${label}<switch>${label}<text>plain</text></switch><switch><g requiredFeatures="x"/><text>Text is not SVG</text></switch><switch>${label.replace('编码器', '解码器')}</switch><a href="https://example.org/" transform="translate(1)"><text>linked</text></a><foreignObject><div/></foreignObject></svg>`)
    expect(svg?.match(/<text.*?<\/text>/g)).toEqual([
      '<text text-anchor="middle" font-size="12"><tspan x="60" y="16.4">编码器</tspan><tspan x="60" y="32">Encoder &amp; more</tspan></text>',
      '<text>plain</text>',
      '<text text-anchor="middle" font-size="12"><tspan x="60" y="16.4">解码器</tspan><tspan x="60" y="32">Encoder &amp; more</tspan></text>',
      '<text>linked</text>',
    ])
    expect(svg).toContain('<g transform="translate(1)"><text>linked')
  })
  it('is none where it nests deeper than anybody draws', () => {
    const nested = (depth: number) => sanitizeSvg(`<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(depth)}<rect/>${'</g>'.repeat(depth)}</svg>`)
    expect(nested(90)).toContain('<rect')
    expect([nested(150), nested(50_000)]).toEqual([undefined, undefined])
  })
  it('is read under a prefix too', () => {
    expect(sanitizeSvg('<?xml version="1.0"?><svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="9"><svg:rect width="5"/><svg:script>x</svg:script></svg:svg>')).toMatch(/^<svg width="9"[^>]*><rect width="5"><\/rect><\/svg>|^<svg width="9"[^>]*><rect width="5"\/><\/svg>/)
  })
  it('makes labels no wider than their box', () => {
    const svg = sanitizeSvg(`<svg xmlns="http://www.w3.org/2000/svg"><foreignObject width="40" height="20"><p>${'字'.repeat(10)}</p></foreignObject></svg>`)
    expect(svg).toContain('font-size="4"')
  })
  it('is none where it is something else', () => {
    expect([sanitizeSvg('<html/>'), sanitizeSvg(''), sanitizeSvg('not xml <')]).toEqual([undefined, undefined, undefined])
  })
})

describe('lines of the cover', () => {
  it('fit, lose nothing, and begin with no closing mark', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('大', '模型', '技术', '，', '与', ' ', 'Transformer', '2024', '。', '（', '）', '前沿'), {minLength: 1, maxLength: 40}), fc.integer({min: 6, max: 16}), (parts, width) => {
      const title = parts.join('').trim()
      const lines = breakLines(title, width, 99)
      expect(lines.join('').replace(/\s/g, '')).toBe(title.replace(/\s/g, ''))
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。）]/)
      for (const line of lines) expect(emsOf(line)).toBeLessThanOrEqual(width + 9)
    }), {examples: [[['Transformer', '2024', '，', '2024', '大'], 9], [['（', 'Transformer', 'Transformer', '2024'], 6]]})
  })
})
