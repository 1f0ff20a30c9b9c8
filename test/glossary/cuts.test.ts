/** What the search for a term's beginning goes by: words of the run, the length that the gloss lets expect, and signs. */
import {describe, expect, it} from 'vitest'
import {expectedLength} from '../../src/glossary/extract/length.ts'
import {readWords} from '../../src/glossary/extract/segment.ts'
import {readCuts} from '../../src/glossary/extract/signs.ts'
import {sameKey} from '../../src/glossary/fold.ts'

describe('words of a run', () => {
  it.each([
    ['都能', ['都 stop', '能 stop']], // two function words that a segmenter glues together
    ['的士', ['的 other', '士 other']], // of a word that begins with one
    ['端到端', ['端 other', '到 other', '端 other']],
    ['采用对象存储', ['采用 by', '对象 other', '存储 other']],
  ])('%s', (raw, words) => {
    expect(readWords(raw).map(({start, end, kind}) => `${raw.slice(start, end)} ${kind}`)).toEqual(words)
  })
})

describe('the length of a Chinese name', () => {
  it.each([
    ['toil', {least: 2, usual: 2.5, most: 4, kind: 'word'}],
    ['heterogeneous', {least: 3, usual: 3.5, most: 6, kind: 'word'}], // 13 letters
    ['heterogeneou', {least: 2, usual: 2.5, most: 4, kind: 'word'}],
    ['fine-tuning', {least: 2, usual: 3.2, most: 5, kind: 'phrase'}], // two parts
    ['fine‑tuning', {least: 2, usual: 3.2, most: 5, kind: 'phrase'}],
    ['mixture of experts', {least: 3, usual: 4.3, most: 6, kind: 'phrase'}], // of counts for nothing
    ['AI', {least: 2, usual: 4.4, most: 6, kind: 'abbreviation'}],
    ['GPTQS', {least: 4, usual: 11, most: 15, kind: 'abbreviation'}],
    ['DL, deep learning', {least: 3, usual: 4.3, most: 6, kind: 'phrase'}], // the full name says more
    ['英文：deep learning', {least: 3, usual: 4.3, most: 6, kind: 'phrase'}],
  ])('by %s', (gloss, expected) => {
    expect(expectedLength(gloss)).toEqual(expected)
  })

  it('is open without a foreign name', () => {
    expect(expectedLength('2020')).toBeUndefined()
  })
})

it('a cut loses the renderings of the gloss that stand before it', () => {
  const signs = readCuts({raw: '栈内存分配', gloss: 'stack memory allocation', before: '', count: () => 0}).map(({start, signs: {lost, met}}) => [start, lost, met])
  expect(signs).toEqual([[0, 0, 1], [1, 1, 2 / 3], [2, 2, 1 / 3], [3, 2, 1 / 3]])
})

it.each([['Fine‑Tuning ', 'fine tuning'], ['-ｆｉｎｅ_tuning', 'fine tuning'], ['推理', '推理']])('%s is the same word as “%s”', (text, key) => {
  expect(sameKey(text)).toBe(key)
})
