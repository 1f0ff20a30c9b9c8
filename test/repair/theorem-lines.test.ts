/** Names of examples and proofs at the beginning of lines: time grows with the text. */
import type {PhrasingContent} from 'mdast'
import {expect, it} from 'vitest'
import {linesOf} from '../../src/repair/lines.ts'
import {wordsOfLines} from '../../src/repair/short-lines.ts'
import {theoremLines} from '../../src/repair/theorem-lines.ts'
import {growth, linear} from '../growth.ts'

const find = (nodes: PhrasingContent[]) => theoremLines(nodes, linesOf(nodes), wordsOfLines(nodes))
const text = (value: string): PhrasingContent => ({type: 'text', value})

it.each(['解：甲。\n', '例 1（甲\n', `例${'1.'.repeat(20)}\n`, '定理（'.repeat(20), 'Theorem 1 (a\n'])('%j', async (piece) => {
  expect(await growth((size) => find([text(piece.repeat(size))]), 1000)).toBeLessThan(linear)
})

it('of many bold ones', async () => {
  const bold: PhrasingContent = {type: 'strong', children: [text('证明')]}
  expect(find([bold, text(' 甲。\n'), bold, text(' 乙。')])).toHaveLength(1)
  expect(await growth((size) => find(Array.from({length: size}, () => [bold, text(' 甲。\n')]).flat()), 1000)).toBeLessThan(linear)
})
