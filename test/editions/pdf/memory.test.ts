/** What a long book gives back while it is printed. */
import {describe, expect, it} from 'vitest'
import type {Quire} from '../../../src/editions/pdf/document.ts'
import {giveBack} from '../../../src/editions/pdf/give-back.ts'
import type {Press} from '../../../src/editions/pdf/press.ts'
import {openRoom, printDraft, printQuires} from '../../../src/editions/pdf/press-room.ts'

/** As Skia writes a file without pages. */
const empty = 'xref\n0 2\n0000000000 65535 f \n0000000000 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n0\n%%EOF'

function pressOf(done: string[]): Press {
  return {
    load: async () => undefined,
    change: async () => undefined,
    measure: async () => { throw new Error('nothing is measured here') },
    async print({tagged}) {
      done.push(tagged ? 'print' : 'draft')
      return Buffer.from(empty)
    },
    async tidy() { done.push('tidy') },
    version: async () => '',
    stop: () => undefined,
    ended: Promise.resolve(),
  }
}

describe('memory', () => {
  it('goes back to the system when it is told', async () => {
    const garbage = Array.from({length: 1_000_000}, (_, index) => ({index, words: `x${index}`}))
    const before = process.memoryUsage().heapTotal
    garbage.length = 0
    await giveBack()
    expect(before - process.memoryUsage().heapTotal).toBeGreaterThan(40_000_000)
  })

  it.each([
    [1_000, ['draft', 'print']],
    [1_000_000, ['draft', 'tidy', 'print']],
  ])('is freed between draft and print of a book of %i characters: %j', async (length, steps) => {
    const done: string[] = []
    const quire: Quire = {html: 'x'.repeat(length), images: [], fonts: [], parts: []}
    const room = openRoom([pressOf(done)], [quire], 1)
    await printDraft(room)
    await printQuires(room, [])
    expect(done).toEqual(steps)
  })
})
