import {h} from 'hastscript'
import type {Element} from 'hast'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {findBrowser} from '../../../src/editions/pdf/find-browser.ts'
import type {NoteKind} from '../../../src/model/nodes.ts'
import {galleyOf, openEpub} from './edition.ts'
import {openReader, type Reader} from './reader.ts'

const browser = findBrowser('')

const call = (kind: NoteKind, id: string, target: string, label: string, anchor: string): Element => ({...h('a', {href: `#${target}`, id: anchor}, label), data: {slot: {type: 'note', kind, id}}})

describe.skipIf(!browser)('a reading system', () => {
  let reader: Reader
  beforeAll(async () => {
    const galley = galleyOf({
      c1: [h('h2', '第一章'), h('p', {id: 'c1-b1'}, ['推理', h('sup', ['[', call('citation', 'cite-9', 'ref-9', '9', 'c1-r1'), ']']), call('term', 'term-t1', 't1', '推测解码', 'c1-t1'), '。'])],
      glossary: [h('h2', '术语表'), h('dl', [h('div', {id: 't1'}, [h('dt', '推测解码'), h('dd', '以小模型起草。')]), h('div', {id: 't2'}, [h('dt', '别的'), h('dd', '不在其中。')])])],
      references: [h('h2', '参考文献'), h('ul', [h('li', {id: 'ref-9'}, '全部书目')])],
    }, {
      yml: 'title: 读本\nauthor: 某人\nepub: {fonts: none}\n',
      notes: [{id: 'cite-9', kind: 'citation', label: '9', target: 'ref-9', children: [h('p', '来源九')]}, {id: 'term-t1', kind: 'term', label: '推测解码', target: 't1', children: []}],
    })
    Object.assign(galley.chapters[1] ?? {}, {role: 'glossary', matter: 'back'})
    Object.assign(galley.chapters[2] ?? {}, {role: 'references', matter: 'back'})
    const pdf = {format: 'pdf' as const, fileName: 'x.pdf', data: new Uint8Array(), messages: [], folios: new Map([['c1', '1'], ['glossary', '2'], ['references', '3']])}
    const {edition} = await openEpub(galley, {pdf})
    reader = await openReader(edition.data, browser?.path ?? '')
  }, 60_000)
  afterAll(() => reader?.close())

  it('finds contents, landmarks and pages', async () => {
    const {toc, landmarks, pageList, language, title} = await reader.navigation()
    expect(toc.map(({label}) => label)).toEqual(['c1', 'glossary', 'references', '版权页'])
    expect(landmarks.flatMap(({type}) => type ?? [])).toEqual(['cover', 'titlepage', 'toc', 'bodymatter', 'glossary', 'bibliography', 'colophon'])
    expect(pageList?.map(({label}) => label)).toEqual(['1', '2', '3'])
    expect([language, title]).toEqual(['zh-CN', '读本'])
  })
  it('pops up a citation with its number first, hidden from the chapter itself', async () => {
    await reader.goTo('c1.xhtml')
    const popped = await reader.pop('a[role="doc-noteref"]')
    expect(popped).toMatchObject({type: 'footnote', hidden: true})
    expect(popped.text).toMatch(/^\[9\] 来源九/)
  })
  it('pops up one entry of the glossary, whole', async () => {
    await reader.goTo('c1.xhtml')
    const popped = await reader.pop('a[role="doc-glossref"]')
    expect(popped.text?.replace(/\s/g, '')).toBe('推测解码以小模型起草。')
  })
})
