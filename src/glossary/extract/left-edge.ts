/** Where the term before a parenthesis begins. Run and offset in, span out.
 *
 * Edges in order: bold or quotes, punctuation, a term already known, the last function word; never the whole run of
 * Chinese characters, which would take half the sentence. */
import {isHan, isLatin} from '../fold.ts'
import type {Parenthesis} from '../parentheses.ts'
import type {Run} from '../runs.ts'
import {bestCut} from './boundary.ts'

export interface Span {start: number; end: number; /** The author marked it off by bold, emphasis or quotes. */ marked: boolean}

const widest = 24

export function termBefore({text, edges}: Run, {open, inner}: Parenthesis, known: (word: string) => boolean): Span | undefined {
  let end = open
  while (end > 0 && /[ \u00a0\u3000*_]/u.test(text[end - 1] ?? '')) end--
  const last = text[end - 1]
  const quoted = last === undefined ? undefined : quotedBefore(text, end)
  if (quoted) return quoted
  if (isHan(last)) return chineseBefore(text, end, edges, known, inner)
  return isLatin(last) || last === '+' || last === '.' ? latinBefore(text, end, edges) : undefined
}

function quotedBefore(text: string, end: number): Span | undefined {
  const pair = ['“”', '「」', '『』', '‘’', '""'].find(([, close]) => close === text[end - 1])
  if (!pair) return undefined
  const start = text.lastIndexOf(pair[0] ?? '', end - 2) + 1
  const length = end - 1 - start
  return start > 0 && length > 0 && length <= widest ? {start, end: end - 1, marked: true} : undefined
}

function chineseBefore(text: string, end: number, edges: Set<number>, known: (word: string) => boolean, gloss: string): Span | undefined {
  let start = end
  while (start > 0 && end - start < widest && isTermCharacter(text[start - 1])) {
    start--
    if (edges.has(start)) break
    const latin = foreignBefore(text, start, gloss)
    if (latin !== undefined) start = latin
  }
  const marked = edges.has(start) && edges.has(end)
  const raw = text.slice(start, end)
  if (marked && !/[的与和及]/u.test(raw)) return {start, end, marked}
  for (let from = 0; from < raw.length - 1; from++) if (known(raw.slice(from))) return {start: start + from, end, marked}
  const cut = bestCut(raw, gloss, text[start - 1] ?? '')
  if (cut === undefined) return undefined
  let from = start + cut
  while (from < end && /[\s·.+-]/u.test(text[from] ?? '')) from++
  return {start: from, end, marked: marked && from === start}
}

/** 粉末 X 射线衍射（PXRD）: a spaced foreign word belongs to the term where the gloss has it too. */
function foreignBefore(text: string, start: number, gloss: string): number | undefined {
  const match = /(?:^|(?<=[\p{Script=Han} ]))([\p{Script=Latin}\p{N}-]{1,12}) $/u.exec(text.slice(Math.max(0, start - 14), start))
  if (!match?.[1] || !gloss.includes(match[1])) return undefined
  const from = start - match[0].length
  return text[from - 1] === ' ' && isHan(text[from - 2]) ? from - 1 : from
}

function isTermCharacter(character: string | undefined): boolean {
  return isHan(character) || isLatin(character) || (character !== undefined && '-·+'.includes(character))
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
