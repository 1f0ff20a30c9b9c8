import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {isIsbn, uuidOf} from '../../../src/editions/epub/identifier.ts'
import {runsLeftward} from '../../../src/editions/direction.ts'
import {sortingForms} from '../../../src/editions/epub/sorting.ts'
import {findings, jar, jarFindings, openFiles} from './edition.ts'

const text = {'a.md': '# 书\n\n## 一\n\n文。\n\n### 一之一\n\n文。\n\n## 二\n\n文。\n'}

describe('the package document', () => {
  it('says who, what and when, each in the form that shelves sort by', async () => {
    const {file, edition} = await openFiles({...text, 'book.yml': `title: 版本之学
subtitle: 一种读法
language: zh-CN
author: {name: 张三, role: aut}
contributors: [{name: Jane Roe, role: trl, fileAs: "Roe, Jane"}]
date: 2024-05
imprint: {publisher: 某社, series: 丛书, seriesPosition: 3}
rights: 保留权利
description: 说明 & <更多>
subjects: [书史]
keywords: [书史, 版本]
epub: {fonts: none}
`})
    const opf = file('content.opf')
    for (const part of ['<dc:identifier id="book-id">urn:uuid:', '<dc:title id="title">版本之学</dc:title>', 'property="title-type">subtitle<', 'property="file-as">ban ben zhi xue<', '<dc:creator id="person-1">张三</dc:creator>', 'property="file-as">zhang san<', '<dc:contributor id="person-2">Jane Roe</dc:contributor>', 'scheme="marc:relators">trl<', 'property="file-as">Roe, Jane<', '<dc:date>2024-05</dc:date>', '<dc:publisher>某社</dc:publisher>', 'property="belongs-to-collection" id="series">丛书<', 'property="group-position">3<', '<dc:rights>保留权利</dc:rights>', '说明 &amp; &lt;更多&gt;', '<meta property="dcterms:modified">2024-12-31T00:00:00Z</meta>']) expect(opf).toContain(part)
    expect(opf.match(/<dc:subject>/g)).toHaveLength(2)
    expect(await findings(edition)).toEqual([])
  })
  it('says the order of people only where there are several of a kind', async () => {
    const order = async (yml: string) => [...(await openFiles({'book.yml': `epub: {fonts: none}\n${yml}`, 'a.md': '# A\n\nb\n'})).file('content.opf').matchAll(/refines="#(person-\d)" property="display-seq">(\d)/g)].map(([, id, place]) => `${id} ${place}`)
    expect(await order('author: [甲]\ncontributors: [{name: 乙, role: trl}]\n')).toEqual([])
    expect(await order('author: [甲, 乙]\ncontributors: [{name: 丙, role: trl}, {name: 丁, role: edt}]\n')).toEqual(['person-1 1', 'person-2 2', 'person-3 1', 'person-4 2'])
  })
  it('takes an ISBN or DOI as identifier only where it is one', async () => {
    const withIsbn = await openFiles({...text, 'book.yml': 'identifier: {isbn: 978-0-306-40615-7}\nepub: {fonts: none}\n'})
    expect(withIsbn.file('content.opf')).toContain('>urn:isbn:9780306406157<')
    expect(withIsbn.file('toc.ncx')).toContain('content="urn:isbn:9780306406157"')
    const withDoi = await openFiles({...text, 'book.yml': 'identifier: {doi: "https://doi.org/10.1000/182"}\nepub: {fonts: none}\n'})
    expect(withDoi.file('content.opf')).toContain('>urn:doi:10.1000/182<')
    expect([isIsbn('9780306406157'), isIsbn('9780306406158'), isIsbn('080442957X'), isIsbn('0804429570'), isIsbn('')]).toEqual([true, false, true, false, false])
  })
  it('makes the UUID of RFC 9562 from the book, so that it stays', async () => {
    expect(uuidOf('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
    const [one, two, other] = await Promise.all([openFiles(text), openFiles(text), openFiles({...text, 'book.yml': 'title: 别的\nepub: {fonts: none}\n'})])
    const id = (opf: string) => /urn:uuid:[\da-f-]{36}/.exec(opf)?.[0]
    expect(id(one.file('content.opf'))).toBe(id(two.file('content.opf')))
    expect(id(one.file('content.opf'))).not.toBe(id(other.file('content.opf')))
  })
  it('claims conformance only where book.yml says who certifies it', async () => {
    expect((await openFiles(text)).file('content.opf')).not.toContain('conformsTo')
    const certified = await openFiles({...text, 'book.yml': 'epub: {fonts: none, certifiedBy: 某机构}\n'})
    expect(certified.file('content.opf')).toMatch(/dcterms:conformsTo">EPUB Accessibility 1\.1[\s\S]*a11y:certifiedBy">某机构</)
    expect(await findings(certified.edition)).toEqual([])
  })
  it('claims only the accessibility that it has', async () => {
    const plain = (await openFiles(text)).file('content.opf')
    expect(plain).toContain('structuralNavigation')
    expect(plain).not.toMatch(/alternativeText|MathML|>visual<|pageNavigation|pageBreak/)
    const math = (await openFiles({'a.md': '## 一\n\n$x^2$\n\n## 二\n\n文\n'})).file('content.opf')
    expect(math).toMatch(/>MathML</)
    expect(math).toContain('properties="mathml"')
  })
  it('turns the pages and the lines of a book in Arabic', async () => {
    const {file} = await openFiles({'book.yml': 'title: كتاب\nlanguage: ar\nepub: {fonts: none}\n', 'a.md': '## الأول\n\nنص\n\n## الثاني\n\nنص\n'})
    expect(file('content.opf')).toContain('page-progression-direction="rtl"')
    for (const name of ['c1.xhtml', 'toc.xhtml', 'title-page.xhtml']) expect(file(name)).toMatch(/<html[^>]* dir="rtl">/)
    expect([runsLeftward('az-Arab'), runsLeftward('ur'), runsLeftward('ug-Latn'), runsLeftward('art'), runsLeftward('zh-CN')]).toEqual([true, true, false, false, false])
  })
  it('names every identifier that the author gave, and its kind', async () => {
    const {file, edition} = await openFiles({...text, 'book.yml': 'title: 书\nidentifier: {isbn: 978-7-302-51165-6, doi: 10.1000/182, uuid: 123E4567-e89b-12d3-a456-426614174000}\nepub: {fonts: none}\n'})
    expect([...file('content.opf').matchAll(/<dc:identifier id="([^"]+)">([^<]+)/g)].map(([, id, urn]) => [id, urn])).toEqual([['book-id', 'urn:isbn:9787302511656'], ['identifier-2', 'urn:doi:10.1000/182'], ['identifier-3', 'urn:uuid:123e4567-e89b-12d3-a456-426614174000']])
    expect([...file('content.opf').matchAll(/refines="#([^"]+)" property="identifier-type" scheme="onix:codelist5">(\d+)/g)].map(([, id, type]) => [id, type])).toEqual([['book-id', '15'], ['identifier-2', '06']])
    expect(await findings(edition)).toEqual([])
    if (jar) expect(jarFindings([edition.data])).toEqual([])
  })
  it('sorts Chinese by pinyin and English behind its article', async () => {
    const forms = await sortingForms(['大模型', 'The Book of Tea', 'Tea', '重庆\n一年', 'The', '《茶》，与“书”——C++'], undefined)
    expect([...forms.values()]).toEqual(['da mo xing', 'Book of Tea, The', 'Tea', 'chong qing yi nian', 'The', 'cha yu shu C++'])
  })
  it('reads sorting forms again from what was kept', async () => {
    const cache = mkdtempSync(path.join(tmpdir(), 'banben-sorting-'))
    const first = await sortingForms(['长安', 'A Book'], cache)
    expect(await sortingForms(['长安', 'A Book'], cache)).toEqual(first)
    expect(first).toEqual(new Map([['长安', 'chang an'], ['A Book', 'Book, A']]))
  })
})

describe('the navigation', () => {
  it('nests, in the nav and in the NCX alike, and every link has its anchor', async () => {
    const {file, edition} = await openFiles(text)
    expect(file('toc.xhtml')).toMatch(/<li><a href="c1\.xhtml">[^<]*一<\/a>\n<ol>\n<li><a href="c1\.xhtml#c1-h1">[^<]*一之一<\/a><\/li>\n<\/ol>/)
    expect([...file('toc.ncx').matchAll(/playOrder="(\d+)"/g)].map(([, order]) => Number(order))).toEqual([1, 2, 3, 4])
    expect(file('toc.ncx')).toContain('name="dtb:depth" content="2"')
    expect(await findings(edition)).toEqual([])
  })
})

describe('the container', () => {
  it('has the same bytes twice, mimetype first and stored, one date, no folders, no extra fields', async () => {
    const [one, two] = await Promise.all([openFiles(text), openFiles(text)])
    expect(Buffer.compare(one.edition.data, two.edition.data)).toBe(0)
    expect(one.entries[0]).toMatchObject({name: 'mimetype', method: 0, text: 'application/epub+zip'})
    expect(Buffer.from(one.edition.data).subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip')
    expect(new Set(one.entries.map(({date}) => date))).toEqual(new Set(['2024-12-31T00:00']))
    expect(one.entries.filter(({name, extra}) => name.endsWith('/') || extra > 0)).toEqual([])
    expect(one.entries.every(({name}) => /^[\w./-]+$/.test(name))).toBe(true)
  })
})

describe('a kepub', () => {
  const kepub = (text: string) => openFiles({'a.md': text, 'book.yml': 'title: 书名\nauthor: 甲\nepub: {kind: kepub, fonts: none}\nnumbering: {headings: off}\n'})
  const spans = (page: string) => [...page.matchAll(/<span class="koboSpan" id="kobo\.(\d+\.\d+)">([^<]*)<\/span>/g)].map(([, id, words]) => `${id} ${words}`)

  it('has Kobo spans around sentences, numbered by paragraph, its own name, and stays valid', async () => {
    const {file, edition} = await kepub('## 一\n\n第一句。第二句！“第三句？”余\n\n- 项\n- 又一项\n\n| 甲 |\n|---|\n| 乙 |\n\n## 二\n\n文。\n')
    expect(edition.fileName).toBe('fixture.kepub.epub')
    expect(spans(file('c1.xhtml'))).toEqual(['1.1 一', '2.1 第一句。', '2.2 第二句！', '2.3 “第三句？”', '2.4 余', '3.1 项', '3.2 又一项', '4.1 甲', '4.2 乙'])
    expect(file('c1.xhtml')).toMatch(/<body[^>]*>\s*<div id="book-columns"><div id="book-inner"><section/)
    expect(await findings(edition)).toEqual([])
    if (jar) expect(jarFindings([edition.data])).toEqual([])
  })
  it('has them on the pages from templates and in the contents, each id once in its file', async () => {
    const {file, entries} = await kepub('## 一\n\n<section>裸字</section>\n\n文。\n\n## 二\n\n文。\n')
    expect(spans(file('title-page.xhtml'))).toEqual(['1.1 书名', '2.1 甲'])
    expect(file('cover.xhtml')).toMatch(/<span class="koboSpan" id="kobo\.1\.1"><img [^>]*><\/span>/)
    expect(spans(file('toc.xhtml')).slice(0, 4)).toEqual(['1.1 目录', '2.1 一', '2.2 二', '2.3 版权页'])
    for (const {name, text} of entries.filter((entry) => entry.name.endsWith('.xhtml'))) {
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect([name, new Set(ids).size]).toEqual([name, ids.length])
      expect(text).toContain('<div id="book-inner">')
    }
  })
  it('loses nothing of its pages', async () => {
    const source = '## 一\n\n甲。 *乙* `丙.丁` <ruby>漢<rt>kan</rt></ruby> 3.14、x.y… 完？！\n\n```\ncode. code\n```\n\n## 二\n\n$a.b$ 文。\n'
    const plain = await openFiles({'a.md': source, 'book.yml': 'title: 书名\nauthor: 甲\nepub: {fonts: none}\nnumbering: {headings: off}\n'})
    const {file} = await kepub(source)
    const words = (page: string) => page.replace(/[\s\S]*<body/, '').replace(/<[^>]*>/g, '').trim()
    for (const name of ['c1.xhtml', 'c2.xhtml', 'toc.xhtml', 'title-page.xhtml', 'colophon.xhtml']) expect(words(file(name))).toBe(words(plain.file(name)))
    expect(file('c1.xhtml')).toContain('<code>code. code\n</code>')
  })
})

describe('the vertical theme', () => {
  it('turns the pages from right to left', async () => {
    const {file, edition} = await openFiles({...text, 'book.yml': 'epub: {theme: vertical, fonts: none}\n'})
    expect(file('content.opf')).toContain('page-progression-direction="rtl"')
    expect(file('style.css')).toContain('writing-mode: vertical-rl')
    expect(await findings(edition)).toEqual([])
  })
})

describe('lists of figures and tables', () => {
  it('stand behind the contents, with landmarks, where the book has any', async () => {
    const {file, edition} = await openFiles({'a.md': '## 一\n\n| 甲 |\n|---|\n| 乙 |\n\nTable: 表的标题 & 更多\n\n## 二\n\n文。\n'})
    const list = /<nav epub:type="lot"[\s\S]*?<\/nav>/.exec(file('toc.xhtml'))?.[0] ?? ''
    expect([...list.matchAll(/<a href="([^"]+)">([^<]+)/g)].map(([, href, title]) => [href, title])).toEqual([['c1.xhtml#tab-1', '表 1　表的标题 &amp; 更多']])
    expect(file('toc.xhtml')).toContain('<a epub:type="lot" href="toc.xhtml#lot">')
    expect(file('toc.xhtml')).not.toContain('epub:type="loi"')
    expect(file('c1.xhtml')).toContain('id="tab-1"')
    expect(await findings(edition)).toEqual([])
  })
})

describe('style sheets', () => {
  it.each(['academic', 'technical', 'brief', 'vertical'])('of %s use nothing that old readers cannot parse', async (theme) => {
    const {file} = await openFiles({...text, 'book.yml': `epub: {theme: ${theme}, fonts: none}\n`})
    expect(file('style.css')).not.toMatch(/var\(|--[a-z]|&|@layer|@container|:is\(|:where\(|url\(|\/\*/)
  })
})
