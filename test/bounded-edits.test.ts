/** Edits of micromark's events: the events are those of micromark itself, and the cost grows with the text alone. */
import fc from 'fast-check'
import {EditMap} from 'micromark-util-edit-map'
import type {Event} from 'micromark-util-types'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import '../src/bounded-edits.ts'
import {growth, linear} from './growth.ts'

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

/** Events that are told apart by their numbers only. */
const eventsOf = (numbers: number[]) => numbers as unknown as Event[]
/** Each behind the one before. */
const edit = fc.record({gap: fc.nat(4), remove: fc.nat(3), add: fc.array(fc.integer({min: 100, max: 999}), {minLength: 1, maxLength: 3})})

describe('edits', () => {
  it('are made as they were told, from last to first', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.array(edit, {maxLength: 5}), (rest, edits) => {
        let end = 0
        const placed = edits.map(({gap, remove, add}) => {
          const at = end + gap
          end = at + remove + 1
          return {at, remove, add}
        })
        const events = eventsOf(Array.from({length: end + rest}, (_, index) => index))
        const expected = [...events]
        const map = new EditMap()
        for (const {at, remove, add} of placed) map.add(at, remove, eventsOf(add))
        for (const {at, remove, add} of placed.toReversed()) expected.splice(at, remove, ...eventsOf(add))
        map.consume(events)
        expect(events).toEqual(expected)
        expect(map.map).toEqual([])
      }),
      {numRuns: 500},
    )
  })

  it.each([
    ['headings with a line below', '题\n==\n\n'],
    ['notes', '甲[^1]\n\n[^1]: 注\n\n'],
    ['lists', '- 甲\n\n乙\n\n'],
    ['quotations', '> 甲\n\n乙\n\n'],
  ])('of %s cost what these hold, however much stands above', async (_name, text) => {
    expect(await growth((size) => parser.parse(text.repeat(size)), 500)).toBeLessThan(linear)
  })
})
