/** What a long book gives back while it is printed. */
import {describe, expect, it} from 'vitest'
import type {Quire} from '../../../src/editions/pdf/document.ts'
import {giveBack} from '../../../src/editions/pdf/give-back.ts'
import type {Press} from '../../../src/editions/pdf/press.ts'
import {openRoom, printDraft, printQuires} from '../../../src/editions/pdf/press-room.ts'
import {hasBrowser, printFiles} from './print.ts'

/** As Skia writes a file without pages. */
const empty = 'xref\n0 2\n0000000000 65535 f \n0000000000 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n0\n%%EOF'

function pressOf(done: string[]): Press {
  return {
    load: async () => undefined,
    change: async () => undefined,
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

  it.each([[1_000, ['draft', 'print']], [1_000_000, ['draft', 'tidy', 'print']]])('is freed between draft and print of %i characters: %j', async (length, steps) => {
    const done: string[] = []
    const quire: Quire = {html: 'x'.repeat(length), images: [], fonts: [], parts: []}
    const room = openRoom([pressOf(done)], [quire], 1)
    await printDraft(room)
    await printQuires(room, [])
    expect(done).toEqual(steps)
  })

  it.skipIf(!hasBrowser)('is freed by the browser too, and the book is whole', {timeout: 120_000}, async () => {
    const text = Array.from({length: 30}, (_, chapter) => `# 第${chapter + 1}章\n\n${Array.from({length: 60}, (_, line) => `第 ${line} 段${'字'.repeat(560)}。`).join('\n\n')}`).join('\n\n')
    const {messages, pages} = await printFiles({'book.yml': 'title: 书\nlanguage: zh-CN\n', 'a.md': text})
    expect(messages).toEqual([])
    expect(pages).toBeGreaterThan(500)
  })
})
