import {mkdtempSync, readdirSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, describe, expect, test, vi} from 'vitest'
import {settleKept} from '../../src/editions/keep.ts'
import {recallWords, wordsOf} from '../../src/editions/words.ts'

const title = '2024年神经网络研究报告'

/** As in a new process: what the module remembers is gone. */
async function build(cache: string | undefined, titles: string[], texts: string[]): Promise<string[][]> {
  const keepWords = recallWords(cache, titles)
  const words = texts.map(wordsOf)
  keepWords()
  await settleKept()
  return words
}

describe('words', () => {
  afterEach(() => vi.restoreAllMocks())

  test('are those of ICU, and join to the text', async () => {
    const [words = []] = await build(undefined, [], [title])
    expect(words).toEqual([...new Intl.Segmenter('zh', {granularity: 'word'}).segment(title)].map(({segment}) => segment))
    expect(words.length).toBeGreaterThan(3)
  })

  test('that are kept are not divided again', async () => {
    const cache = mkdtempSync(path.join(tmpdir(), 'banben-words-'))
    const first = await build(cache, [title], [title, '引言'])
    const divide = vi.spyOn(Intl.Segmenter.prototype, 'segment')
    expect(await build(cache, [title], [title, '引言'])).toEqual(first)
    expect(divide).not.toHaveBeenCalled()
    await build(cache, [title], [title, '新的表格'])
    expect(divide).toHaveBeenCalledTimes(1)
    expect(await build(cache, [title], ['引言', '新的表格', title])).toEqual([first[1], expect.anything(), first[0]])
    expect(divide).toHaveBeenCalledTimes(1)
  })

  test('of another book are kept by themselves', async () => {
    const cache = mkdtempSync(path.join(tmpdir(), 'banben-words-'))
    await build(cache, [title], [title])
    await build(cache, [title, '引言'], [title, '引言'])
    expect(readdirSync(path.join(cache, 'words'))).toHaveLength(2)
  })

  test('nothing is kept where none were needed', async () => {
    const cache = mkdtempSync(path.join(tmpdir(), 'banben-words-'))
    await build(cache, ['English'], [])
    expect(readdirSync(cache)).toEqual([])
  })
})
