/** Sections by heading, and what their parts are called. */
import {h} from 'hastscript'
import {describe, expect, it} from 'vitest'
import {nestSections} from '../../../src/editions/epub/sections.ts'
import {writeXhtml} from '../../../src/editions/epub/xhtml.ts'
import {findings, galleyOf, jar, jarFindings, openEpub, openFiles} from './edition.ts'

describe('sections', () => {
  it('nest as the headings do, take their anchors, and begin with the page that the heading begins', () => {
    const page = h('span', {'epub:type': 'pagebreak', id: 'page-2'})
    const sections = nestSections([h('p', 'a'), h('h3', {id: 'x1'}, 'A'), h('p', 'b'), h('h4', {id: 'x2'}, 'AA'), page, {type: 'text', value: '\n'}, h('h3', {id: 'x3'}, 'B')])
    expect(writeXhtml(sections)).toBe('<p>a</p><section id="x1" epub:type="z3998:subchapter"><h3 epub:type="title">A</h3><p>b</p><section id="x2" epub:type="z3998:subchapter"><h4 epub:type="title">AA</h4></section></section><section id="x3" epub:type="z3998:subchapter"><span epub:type="pagebreak" id="page-2"></span><h3 epub:type="title">B</h3></section>')
  })
  it('end without a rule, which parts nothing there', () => {
    expect(writeXhtml(nestSections([h('p', 'a'), h('hr'), h('p', 'b'), h('hr'), {type: 'text', value: '\n'}, h('h3', 'A'), h('p', 'c'), h('hr')]))).toBe('<p>a</p><hr/><p>b</p><section epub:type="z3998:subchapter"><h3 epub:type="title">A</h3><p>c</p></section>')
  })
  it('tell numbers from titles, and lose no word', async () => {
    const {file, edition} = await openFiles({'a.md': '# 书\n\n## 手稿\n\n甲\n\n### 缘起\n\n乙\n\n## 方法\n\n丙见[缘起](#缘起)。\n', 'book.yml': 'title: 书\nnumbering: {headings: on}\nepub: {fonts: none}\n'})
    expect(file('c1.xhtml')).toContain('<span class="heading-number" epub:type="ordinal">第一章</span>　<span epub:type="title">手稿</span></h2>')
    expect(file('c1.xhtml')).toMatch(/<section id="c1-h1" epub:type="z3998:subchapter"><h3 class="words"><span class="heading-number" epub:type="ordinal">1\.1<\/span>\s<span epub:type="title">/)
    expect(file('c2.xhtml')).toContain('href="c1.xhtml#c1-h1"')
    expect(file('c1.xhtml').replace(/[\s\S]*<body/, '').replace(/<[^>]*>/g, '')).toMatch(/第一章　手稿\s*甲\s*1\.1\s缘起\s*乙/)
    expect(await findings(edition)).toEqual([])
    if (jar) expect(jarFindings([edition.data])).toEqual([])
  })
})

describe('entries of the glossary', () => {
  it('say what is the term and what its definition', async () => {
    const galley = galleyOf({glossary: [h('h2', '术语表'), h('dl', {className: ['glossary-list']}, [h('div', {id: 't1', className: ['glossary-entry']}, [h('dt', [h('strong', '推测解码'), ' ', h('span', {lang: 'en'}, 'speculative decoding')]), h('dd', {className: ['definition']}, '以小模型起草。')])])]})
    const {file, edition} = await openEpub(galley)
    expect(file('glossary.xhtml')).toContain('<dt epub:type="glossterm"><dfn><strong>推测解码</strong></dfn> <span lang="en" xml:lang="en">speculative decoding</span></dt><dd class="definition" epub:type="glossdef">')
    expect(await findings(edition)).toEqual([])
  })
})

describe('anchors', () => {
  it('of terms stand only where the glossary leads', async () => {
    const {file} = await openEpub(galleyOf({c1: [h('h2', 'One'), h('p', [h('span', {id: 'c1-t1'}, '甲'), h('span', {id: 'c1-t2'}, '甲')])], glossary: [h('h2', '表'), h('p', h('a', {href: '#c1-t1'}, '一'))]}))
    expect([...file('c1.xhtml').matchAll(/<span id="(c1-t\d)"/g)].map(([, id]) => id)).toEqual(['c1-t1'])
  })
  it('of blocks stand only where something leads', async () => {
    const {file} = await openEpub(galleyOf({c1: [h('h2', 'One'), h('p', {id: 'c1-b1'}, 'a'), h('p', {id: 'c1-b2'}, [h('a', {href: '#c1-b1'}, 'b')]), h('p', {id: 'c1-u-mine'}, 'c')]}))
    expect([...file('c1.xhtml').matchAll(/<p id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['c1-b1', 'c1-u-mine'])
  })
})
