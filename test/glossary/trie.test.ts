/** Where a word of a termbase is found, and where only letters of it stand. */
import {describe, expect, it} from 'vitest'
import {buildTrie, search} from '../../src/glossary/trie.ts'

const trie = buildTrie(['AI', 'H2', 'GPT-4'].map((text) => ({text, exact: true, value: text})).concat(['box', 'deep learning', 'fine-tuning', '推理', '推理时间'].map((text) => ({text, exact: false, value: text}))))
const find = (text: string) => search(trie, text).map(({start, end}) => text.slice(start, end))

describe('a search', () => {
  it.each([
    ['AI、ＡＩ and AIs', ['AI', 'ＡＩ', 'AIs']],
    ['ai, Ai, OpenAI, SAIC, AI2', []],
    ['boxes, Box, BOX', ['boxes', 'Box', 'BOX']],
    ['boxed, inbox, boxer', []],
    ['H2 and H2s', ['H2']],
    ['Deep Learning, deep　learning', ['Deep Learning', 'deep　learning']],
    ['Fine‑tuning, fine‐tuning, fine,tuning', ['Fine‑tuning', 'fine‐tuning']],
    ['推理时间与推理时', ['推理时间', '推理']],
    ['推理推理', ['推理', '推理']],
    ['GPT‑4 与 gpt-4', []],
  ])('in “%s” finds %j', (text, found) => {
    expect(find(text)).toEqual(found)
  })
})
