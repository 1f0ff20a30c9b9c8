/** What the search for a term's beginning goes by: words of the run, the length that the gloss lets expect, and signs. */
import {describe, expect, it} from 'vitest'
import {expectedLength} from '../../src/glossary/extract/length.ts'
import {bareWords} from '../../src/glossary/extract/proper-names.ts'
import {readWords} from '../../src/glossary/extract/segment.ts'
import {readCuts} from '../../src/glossary/extract/signs.ts'
import {loadReading, soundsAlike} from '../../src/glossary/extract/sound.ts'
import {isRendered} from '../../src/glossary/extract/translate.ts'
import {counterOf} from '../../src/glossary/extract/uses.ts'
import {sameKey} from '../../src/glossary/fold.ts'
import {readRuns} from '../../src/glossary/runs.ts'
import {composeFiles} from '../fixture.ts'

describe('words of a run', () => {
  it.each([
    ['都能', ['都 stop', '能 stop']], // two function words that a segmenter glues together
    ['的士', ['的 other', '士 other']], // of a word that begins with one
    ['端到端', ['端 other', '到 other', '端 other']],
    ['模型首选', ['模型 other', '首选 verb']], // torn apart by some dictionaries
    ['写明模型', ['写明 verb', '模型 other']],
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

it('a cut holds the kinds of the words behind it, but of the last', () => {
  const [whole] = readCuts({raw: '模型设备训练', gloss: '', before: '', count: () => 0})
  expect(Object.entries(whole?.signs ?? {}).filter(([name]) => name.startsWith('holds'))).toEqual([['holds verbal noun', 1]])
})

it('a name is heard in what is written for it, though it has fewer sounds', async () => {
  const reading = await loadReading()
  expect(['英特尔 Intel', '谷歌 Google', '特斯拉 Tesla', '李飞飞 Fei-Fei\u00a0Li', '苹果 Apple', '英特尔 intel'].map((pair) => soundsAlike(pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '', reading))).toEqual([true, true, true, true, false, false])
})

it.each([['海绵城市', 'sponge city', true], ['海绵城市', 'sponge - city', true], ['海绵城', 'sponge city', false], ['海绵城市化', 'sponge city', true], ['大海绵城市', 'sponge city', false]])('%s renders “%s”: %s', (chinese, foreign, expected) => {
  expect(isRendered(chinese, foreign)).toBe(expected)
})

it('names are capitalised words outside parentheses, by themselves', async () => {
  const {book} = await composeFiles({'a.md': '用 Apple 与（Google）和 OpenAI、Co-Op、Tesla很好，a X y Ab。甲（x）Beta(Gamma)。\n\n又 Apple。\n'})
  expect([...bareWords(readRuns(book))]).toEqual(['Apple', 'Tesla', 'Ab', 'Beta'])
})

it('words are counted where no gloss stands behind them', async () => {
  const {book} = await composeFiles({'a.md': '推理（inference）与推理，“推理”（reasoning），推理。推\n\n理推理\n'})
  const count = counterOf(readRuns(book))
  expect([count('推理'), count('推理'), count('推'), count('训练')]).toEqual([3, 3, 0, 0])
})

it.each([['Fine‑Tuning ', 'fine tuning'], ['-ｆｉｎｅ_tuning', 'fine tuning'], ['推理', '推理']])('%s is the same word as “%s”', (text, key) => {
  expect(sameKey(text)).toBe(key)
})
