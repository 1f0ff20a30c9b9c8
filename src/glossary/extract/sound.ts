/** Whether a Chinese name writes a foreign one by its sound, as names of makers and people do: 谷歌 Google, 智元 Zhiyuan. */

import {surnames} from './words.ts'

export type Reading = (word: string) => string

export async function loadReading(): Promise<Reading> {
  const {pinyin} = await import('pinyin-pro')
  return (word) => pinyin(word, {toneType: 'none', type: 'array', nonZh: 'removed', v: true}).join('')
}

/** Sounds that Chinese spelling keeps apart and foreign names do not. */
const alike: [RegExp, string][] = [[/ph/g, 'f'], [/zh|ch|sh|[xqjzc](?=[ieyaou])|s/g, 's'], [/[cgkq]h?/g, 'k'], [/[dt]h?/g, 't'], [/[bp]/g, 'p'], [/[vfw]/g, 'f'], [/[lr]/g, 'l'], [/[aeiouyüh\s-]/g, '']]

export function soundsAlike(chinese: string, foreign: string, reading: Reading): boolean {
  const words = foreign.split(/\s+/u)
  if (words.every((word) => /^\p{Lu}/u.test(word)) && sorted(foreign) === sorted(reading(chinese))) return true // 李飞飞, Fei-Fei Li
  return words.every((word) => /^\p{Lu}/u.test(word)) && words.some((word) => isHeard(chinese, word, reading))
}

/** 姚期智, Andrew Yao: a family name and what it sounds like. */
export function isPerson(chinese: string, foreign: string, reading: Reading): boolean {
  const words = foreign.split(/\s+/u)
  const family = chinese[0] ?? ''
  return words.length > 1 && words.length < 4 && words.every((word) => /^\p{Lu}/u.test(word)) && surnames.includes(family) && words.some((word) => word.toLowerCase() === reading(family))
}

function sorted(text: string): string {
  return [...text.toLowerCase().replace(/[^a-z]/g, '')].sort().join('')
}

function isHeard(chinese: string, first: string, reading: Reading): boolean {
  if (!/^\p{Lu}/u.test(first) || first.length < 4) return false
  const spoken = reading(chinese)
  if (spoken.length > 3 && (spoken === first.toLowerCase() || spoken.startsWith(first.toLowerCase()))) return true
  const [a, b] = [skeleton(spoken), skeleton(first.toLowerCase())]
  if (Math.min(a.length, b.length) < 2 || a[0] !== b[0]) return false
  return common(a, b) / Math.max(a.length, b.length) >= 0.66
}

function skeleton(text: string): string {
  return alike.reduce((result, [pattern, sound]) => result.replace(pattern, sound), text)
}

/** Length of the longest common subsequence. */
function common(one: string, other: string): number {
  let row = new Array<number>(other.length + 1).fill(0)
  for (const character of one) {
    const next = [0]
    for (let index = 0; index < other.length; index++) next.push(character === other[index] ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}
