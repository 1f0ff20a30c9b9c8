/** Long texts and glossaries whose terms begin alike: time grows with the text, not with its square. */
import type {Paragraph, Text} from 'mdast'
import {expect, it} from 'vitest'
import {applyTerms, type Planned} from '../../src/glossary/apply.ts'
import {lintNearMisses} from '../../src/glossary/lint/near-miss.ts'
import {growth, linear} from '../growth.ts'

it('sets the mentions of a paragraph', async () => {
  const set = (size: number) => {
    const node: Text = {type: 'text', value: '术语。'.repeat(size)}
    const parent: Paragraph = {type: 'paragraph', children: [node]}
    const run = {kind: 'prose', source: undefined}
    const planned = Array.from({length: size}, (_, index) => ({name: {entry: {id: 't'}}, anchor: `t-${index}`, role: 'mention', mention: {run, segment: {node, parent, start: 0}, start: 3 * index, end: 3 * index + 2}}))
    applyTerms(planned as unknown as Planned[], true) // no more of them is looked at
    return parent.children.map((child) => (child.type === 'text' ? child.value : 'children' in child ? child.children : ''))
  }
  expect(set(2)).toEqual([[{type: 'text', value: '术语'}], '。', [{type: 'text', value: '术语'}], '。'])
  expect(await growth(set, 4000)).toBeLessThan(linear)
})

it('looks for slips beside terms that begin alike', async () => {
  const told = (size: number) => {
    const forms = Array.from({length: size}, (_, index) => ({forms: {zh: `术语${String.fromCharCode(0x4e00 + (index % 20_000))}词条`}}))
    const text = '术语文。'.repeat(size)
    const book = {terms: new Map(forms.entries()), messages: []}
    lintNearMisses(book as never, {runs: [{text: text.padEnd(130_000, 'x'), segments: [], chapter: {id: 'c1', path: 'a.md'}}], mentions: []} as never) // no more of a book is looked at
    return book.messages
  }
  expect(await growth(told, 1500)).toBeLessThan(linear)
})
