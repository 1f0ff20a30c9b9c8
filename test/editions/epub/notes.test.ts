import {h} from 'hastscript'
import type {Element} from 'hast'
import {describe, expect, it} from 'vitest'
import type {GalleyNote, NoteKind} from '../../../src/model/nodes.ts'
import {findings, galleyOf, openEpub, openFiles} from './edition.ts'

/** A call as features leave it. */
function call(kind: NoteKind, id: string, target: string, label: string, anchor: string): Element {
  return {...h('a', {href: `#${target}`, id: anchor}, label), data: {slot: {type: 'note', kind, id}}}
}

const note = (kind: NoteKind, id: string, target: string, label: string): GalleyNote => ({id, kind, label, target, children: [h('p', `Entry ${label}.`)]})

const galley = () => galleyOf({
  c1: [h('h2', 'One'), h('p', {id: 'c1-b1'}, ['Text', h('sup', ['[', call('citation', 'cite-2', 'ref-2', '2', 'c1-r1'), ', ', call('citation', 'cite-1', 'ref-1', '1', 'c1-r2'), ']']), h('sup', ['[', call('citation', 'cite-2', 'ref-2', '2', 'c1-r3'), ']'])]), h('p', [call('term', 'term-t1', 't1', '词', 'c1-t1')])],
  c2: [h('h2', 'Two'), h('p', [h('sup', ['[', call('citation', 'cite-2', 'ref-2', '2', 'c2-r1'), ']'])])],
  references: [h('h2', 'References'), h('ol', [h('li', {id: 'ref-1'}, 'Entry 1.'), h('li', {id: 'ref-2'}, ['Entry 2. ', h('a', {href: '#c2-r1'}, 'Two')])])],
  glossary: [h('h2', 'Glossary'), h('dl', [h('div', {id: 't1'}, [h('dt', '词'), h('dd', 'word')])])],
}, {notes: [note('citation', 'cite-1', 'ref-1', '1'), note('citation', 'cite-2', 'ref-2', '2'), note('term', 'term-t1', 't1', '词')]})

describe('pop-up notes', () => {
  it('stand in the file that calls them, by number, each beginning with its link back', async () => {
    const {file} = await openEpub(galley())
    const chapter = file('c1.xhtml')
    expect([...chapter.matchAll(/<aside id="([^"]+)"[^>]*epub:type="footnote" role="doc-footnote"><p><a href="#([^"]+)"[^>]*epub:type="backlink" role="doc-backlink"[^>]*>([^<]+)<\/a>/g)].map(([, id, back, label]) => [id, back, label])).toEqual([['c1-note-cite-1', 'c1-r2', '[1]'], ['c1-note-cite-2', 'c1-r1', '[2]']])
    expect(file('c2.xhtml').match(/<aside /g)).toHaveLength(1)
  })
  it('are called by links of type noteref, with the raised number outside the link', async () => {
    const {file} = await openEpub(galley())
    expect(file('c1.xhtml')).toContain('<sup>[<a id="c1-r1" href="#c1-note-cite-2" epub:type="noteref" role="doc-noteref">2</a>, ')
    expect(file('c1.xhtml')).not.toMatch(/<a [^>]*><sup>/)
  })
  it('lead on to the full entry, and the entry leads to every place', async () => {
    const {file} = await openEpub(galley())
    expect(file('c1.xhtml')).toContain('href="references.xhtml#ref-2"')
    expect(file('references.xhtml')).toContain('<a href="c2.xhtml#c2-r1">Two</a>')
  })
  it('need no copy for terms: the link leads to the entry in the glossary', async () => {
    const {file} = await openEpub(galley())
    expect(file('c1.xhtml')).toContain('<a href="glossary.xhtml#t1" epub:type="glossref" role="doc-glossref">词</a>')
    expect(file('glossary.xhtml')).toContain('<div id="t1"><dt>')
  })
  it('hold footnotes with several blocks, and footnotes that call footnotes', async () => {
    const {file, edition} = await openFiles({'a.md': '# T\n\n## A\n\nText[^x] and again[^x].\n\n## B\n\nMore[^y].\n\n[^x]: First.\n\n    Second block.\n\n    - list\n\n[^y]: See also[^z].\n\n[^z]: Last.\n'})
    expect(file('c1.xhtml').match(/<aside /g)).toHaveLength(1)
    expect(file('c1.xhtml')).toContain('<p>Second block.</p>')
    expect(file('c2.xhtml').match(/<aside /g)).toHaveLength(2)
    expect(await findings(edition)).toEqual([])
  })
  it('stand in the order of their kinds: footnotes, then sources', async () => {
    const {file} = await openFiles({'a.md': '## 一\n\n引[[1]]，注[^b]，又引[[2]]，再注[^a]。\n\n[^a]: 后。\n[^b]: 先。\n\n## 二\n\n文。\n', 'sources.yml': '- {id: 1, type: book, title: 书}\n- {id: 2, type: book, title: 书}\n'})
    expect([...file('c1.xhtml').matchAll(/<aside id="[^"]+" class="(\w+)"[^>]*><p><a [^>]*>([^<]+)</g)].map(([, kind, label]) => `${kind} ${label}`)).toEqual(['footnote 1', 'footnote 2', 'citation [1]', 'citation [2]'])
  })
  it('are called by name where the book cites so, and brackets stay with numbers', async () => {
    const {file, edition} = await openFiles({'a.md': '## 一\n\n引[[1]]，又引[[2]]。\n\n## 二\n\n文。\n', 'sources.yml': '- {id: 1, type: book, title: 书, author: 张三, issued: 2001}\n', 'book.yml': 'citations: {style: author-date}\n'})
    expect([...file('c1.xhtml').matchAll(/<aside id="[^"]+" class="(\w+)"[^>]*><p><a [^>]*>([^<]+)</g)].map(([, kind, label]) => `${kind} ${label}`)).toEqual(['citation 张三，2001', 'citation [2]'])
    expect(await findings(edition)).toEqual([])
  })
  it('keep a thousand calls of one source apart', async () => {
    const calls = Array.from({length: 1000}, (_, index) => h('sup', [call('citation', 'cite-1', 'ref-1', '1', `c1-r${index}`)]))
    const {file, edition} = await openEpub(galleyOf({c1: [h('h2', 'A'), h('p', calls)], references: [h('h2', 'R'), h('ul', [h('li', {id: 'ref-1'}, 'x')])]}, {notes: [note('citation', 'cite-1', 'ref-1', '1')]}))
    expect(file('c1.xhtml').match(/epub:type="noteref"/g)).toHaveLength(1000)
    expect(await findings(edition)).toEqual([])
  })
})

describe('footnotes that cite', () => {
  it('keep the anchors that the references lead back to', async () => {
    const {edition, file} = await openFiles({'a.md': '# T\n\n## A\n\nText [[1]].[^n]\n\n## B\n\nMore [[1]].\n\n[^n]: Note citing [[2]].\n'})
    expect(edition.messages.filter(({severity}) => severity === 'error')).toEqual([])
    expect(file('references.xhtml')).toContain('href="c1.xhtml#cite-2"')
    expect(file('c1.xhtml')).toContain('id="cite-2"')
  })
})
