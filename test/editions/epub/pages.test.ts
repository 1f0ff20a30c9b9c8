import {h} from 'hastscript'
import {describe, expect, it} from 'vitest'
import {findings, galleyOf, openEpub} from './edition.ts'

const galley = () => galleyOf({
  c1: [h('h2', 'One'), h('p', {id: 'c1-b1'}, 'a'), h('ul', [h('li', {id: 'c1-b2'}, 'b'), h('li', {id: 'c1-b3'}, ['c ', h('a', {id: 'c1-r1', href: '#c1-b1'}, 'd')])]), h('table', {id: 'c1-b4'}, [h('tbody', [h('tr', [h('td', 'e')])])]), h('dl', [h('div', {id: 't1'}, [h('dt', 'f'), h('dd', 'g')])])],
  c2: [h('h2', 'Two'), h('p', {id: 'c2-b1'}, 'h')],
})
const folios = new Map([['c1', '1'], ['c1-b1', '1'], ['c1-b2', '1'], ['c1-b3', '2'], ['c1-r1', '3'], ['c1-b4', '4'], ['t1', '5'], ['c2', '7'], ['c2-b1', '7']])
const pdf = {format: 'pdf' as const, fileName: 'book.pdf', data: new Uint8Array(), messages: [], folios}

describe('the page-list', () => {
  it('has one marker before the first block that starts on each page, and none for a page without one', async () => {
    const {file, edition} = await openEpub(galley(), {pdf})
    const list = /<nav epub:type="page-list"[\s\S]*?<\/nav>/.exec(file('toc.xhtml'))?.[0] ?? ''
    expect([...list.matchAll(/<a href="([^"]+)">([^<]+)/g)].map(([, href, folio]) => [folio, href])).toEqual([['1', 'c1.xhtml#page-1'], ['2', 'c1.xhtml#page-2'], ['4', 'c1.xhtml#page-3'], ['5', 'c1.xhtml#page-4'], ['7', 'c2.xhtml#page-5']])
    expect(file('c1.xhtml')).toContain('<li><span id="page-2" epub:type="pagebreak" role="doc-pagebreak" aria-label="2"></span>c ')
    expect(file('c1.xhtml')).toContain('</span><table>')
    expect(await findings(edition)).toEqual([])
  })
  it('stands inside the second entry of a list of terms, which stays a list', async () => {
    const {file, edition} = await openEpub(galleyOf({c1: [h('h2', 'One'), h('dl', [h('div', {id: 't1'}, [h('dt', 'f'), h('dd', 'g')]), h('div', {id: 't2'}, [h('dt', 'h'), h('dd', 'i')])])]}), {pdf: {...pdf, folios: new Map([['c1', '1'], ['t1', '1'], ['t2', '2']])}})
    expect(file('c1.xhtml')).toContain('<div id="t2"><dt><span id="page-2" epub:type="pagebreak" role="doc-pagebreak" aria-label="2"></span>h</dt><dd>i</dd></div></dl>')
    expect(await findings(edition)).toEqual([])
  })
  it('leads nowhere that is not there: no row and no empty list is a place', async () => {
    const {file, edition} = await openEpub(galleyOf({c1: [h('h2', 'One'), h('table', [h('tbody', {id: 'x1'}, [h('tr', {id: 'x2'}, [h('td', 'a')])])]), h('ul', {id: 'x3'})]}), {pdf: {...pdf, folios: new Map([['c1', '1'], ['x1', '2'], ['x2', '3'], ['x3', '4']])}})
    expect([...file('toc.xhtml').matchAll(/c1\.xhtml#(page-\d)/g)].map(([, id]) => id)).toEqual(['page-1', 'page-2'])
    expect(file('c1.xhtml')).toContain('id="page-2"')
    expect(await findings(edition)).toEqual([])
  })
  it('names its source and is claimed as a feature', async () => {
    const {file} = await openEpub(galley(), {pdf})
    expect(file('content.opf')).toMatch(/<dc:source id="pages">[^<]+<\/dc:source>\s*<meta refines="#pages" property="source-of">pagination/)
    expect(file('content.opf')).toContain('pageBreakMarkers')
  })
  it('is absent without a PDF, and nothing is claimed', async () => {
    const {file} = await openEpub(galley())
    expect(file('toc.xhtml') + file('content.opf')).not.toMatch(/page-list|pageNavigation|source-of|pageBreak/)
  })
  it('is absent where book.yml says none', async () => {
    const {file} = await openEpub({...galley(), config: {...galley().config, epub: {...galley().config.epub, pageList: 'none'}}}, {pdf})
    expect(file('toc.xhtml')).not.toContain('page-list')
  })
})
