/** Where the term before a parenthesis begins. Run and offset in, span out.
 *
 * Edges in order: bold or quotes, punctuation, a term already known, the last function word; never the whole run of
 * Chinese characters, which would take half the sentence. */
import {isHan, isLatin} from '../fold.ts'
import type {Run} from '../runs.ts'
import {kept, stopWords} from './words.ts'

export interface Span {start: number; end: number; /** The author marked it off by bold, emphasis or quotes. */ marked: boolean}

const widest = 24
const longestKept = 4

const segmenter = new Intl.Segmenter('zh', {granularity: 'word'}) // stateless; long strings are slow, these are short

export function termBefore({text, edges}: Run, open: number, known: (word: string) => boolean): Span | undefined {
  let end = open
  while (end > 0 && /[ \u00a0\u3000*_]/u.test(text[end - 1] ?? '')) end--
  const last = text[end - 1]
  const quoted = last === undefined ? undefined : quotedBefore(text, end)
  if (quoted) return quoted
  if (isHan(last)) return chineseBefore(text, end, edges, known)
  return isLatin(last) || last === '+' || last === '.' ? latinBefore(text, end, edges) : undefined
}

function quotedBefore(text: string, end: number): Span | undefined {
  const pair = ['“”', '「」', '『』', '‘’', '""'].find(([, close]) => close === text[end - 1])
  if (!pair) return undefined
  const start = text.lastIndexOf(pair[0] ?? '', end - 2) + 1
  const length = end - 1 - start
  return start > 0 && length > 0 && length <= widest ? {start, end: end - 1, marked: true} : undefined
}

function chineseBefore(text: string, end: number, edges: Set<number>, known: (word: string) => boolean): Span {
  let start = end
  while (start > 0 && end - start < widest && isTermCharacter(text[start - 1])) {
    start--
    if (edges.has(start)) break
  }
  const marked = edges.has(start) && edges.has(end)
  const raw = text.slice(start, end)
  if (marked && !/[的与和及]/u.test(raw)) return {start, end, marked}
  for (let from = 0; from < raw.length - 1; from++) if (known(raw.slice(from))) return {start: start + from, end, marked}
  let from = start + cutOf(raw)
  while (from < end && /[\s·.+-]/u.test(text[from] ?? '')) from++
  return {start: from, end, marked: marked && from === start}
}

function isTermCharacter(character: string | undefined): boolean {
  return isHan(character) || isLatin(character) || (character !== undefined && '-·+'.includes(character))
}

/** @returns Offset behind the last function word that does not end the run. */
function cutOf(raw: string): number {
  let cut = 0
  for (const {segment, index} of segmenter.segment(raw)) {
    const after = index + segment.length
    if (after >= raw.length) break
    if (stopWords.has(segment) && !isKept(raw, index, after)) cut = after
  }
  for (let length = 4; length > 1; length--) { // where the segmenter was misled by the words behind
    const word = raw.slice(cut, cut + length)
    if (raw.length - cut - length > 1 && stopWords.has(word) && !isKept(raw, cut, cut + length)) cut += length
  }
  for (let index = cut; index < raw.length - 1; index++) if (always.includes(raw[index] ?? '') && !isKept(raw, index, index + 1)) cut = index + 1
  return cut
}

/** Characters that part words wherever a dictionary has no word around them. */
const always = '的与和及是在被把了着将'

/** The words begin like a clause, not like a name. */
export function beginsAsClause(text: string): boolean {
  const [first] = segmenter.segment(text)
  return first !== undefined && stopWords.has(first.segment) && !isKept(text, 0, first.segment.length)
}

function isKept(raw: string, start: number, end: number): boolean {
  for (let from = Math.max(0, end - longestKept); from <= start; from++) {
    for (let to = end; to <= Math.min(raw.length, from + longestKept); to++) {
      if (to - from > end - start && kept.has(raw.slice(from, to))) return true
    }
  }
  return false
}

/** An abbreviation stands alone; other words are taken as a phrase. */
function latinBefore(text: string, end: number, edges: Set<number>): Span {
  let start = end
  while (start > 0 && end - start < 80 && /[\p{Script=Latin}\p{N}.'’&+/‐‑ -]/u.test(text[start - 1] ?? '')) {
    start--
    if (edges.has(start)) break
  }
  while (start < end && !isLatin(text[start])) start++
  const word = text.slice(start, end).split(' ').at(-1) ?? ''
  if (/^\p{Lu}[\p{Lu}\p{N}&./-]+s?$/u.test(word)) start = end - word.length
  return {start, end, marked: edges.has(start) && edges.has(end)}
}
