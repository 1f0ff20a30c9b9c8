/** Where the term before a parenthesis begins. Run and offset in, span out.
 *
 * Edges in order: bold or quotes, punctuation, a term already known, the likeliest boundary of words; never the whole
 * run of Chinese characters, which would take half the sentence. */
import {isHan, isLatin} from '../fold.ts'
import type {Parenthesis} from '../parentheses.ts'
import type {Run} from '../runs.ts'
import {bestCut} from './boundary.ts'
import {expectedLength} from './length.ts'
import {readWords} from './segment.ts'
import type {Setting} from './signs.ts'
import {translationsOf} from './translate.ts'

export interface Span {
  start: number
  end: number
  /** The author marked it off by bold, emphasis or quotes. */
  marked: boolean
  /** Of one character, which the dictionary has for the gloss: 栈（stack）. */
  alone?: boolean
  /** How likely the term begins there, to 1. */
  confidence: number
}

export interface Knowledge {
  known: (word: string) => boolean
  count: (words: string) => number
}

const widest = 24
const longestForeign = 16

export function termBefore(run: Run, parenthesis: Parenthesis, {known, count}: Knowledge): Span | undefined {
  const span = runBefore(run, parenthesis)
  if (!span || span.marked || (!isHan(run.text[span.end - 1]) && !isHan(run.text[span.start]))) return span && {...span, confidence: 1}
  const {start, end} = span
  const raw = run.text.slice(start, end)
  if (isAlone(raw, parenthesis.inner)) return {...span, start: end - 1, alone: true, confidence: 1}
  const setting = {raw, gloss: parenthesis.inner, before: run.edges.has(start) ? '“' : (run.text[start - 1] ?? ''), count}
  for (let from = 0; from < raw.length - 1; from++) if (known(raw.slice(from))) return longerThan(from, setting, span) ?? {...span, start: start + from, confidence: 1}
  const cut = bestCut(setting)
  return cut && {...span, start: start + cut.start, confidence: cut.confidence}
}

/** 常量裸指针（constant raw pointer）: the gloss says more than 指针, though that is a term of its own. */
function longerThan(from: number, setting: Setting, span: Omit<Span, 'confidence'>): Span | undefined {
  const expected = expectedLength(setting.gloss)
  if (expected?.kind !== 'phrase' || setting.raw.length - from > expected.usual - 1) return undefined
  const cut = bestCut(setting)
  return cut && cut.start < from ? {...span, start: span.start + cut.start, confidence: cut.confidence} : undefined
}

/** 在栈（stack）上: a word of one character behind a word of the sentence. */
function isAlone(raw: string, gloss: string): boolean {
  const list = /^\p{Ll}+$/u.test(gloss) ? translationsOf(gloss) : []
  if (!list.includes(raw.at(-1) ?? '') || list.some((chinese) => chinese.length > 1 && raw.endsWith(chinese))) return false
  const words = readWords(raw)
  const before = words.at(-2)?.kind
  return words.at(-1)?.start === raw.length - 1 && (words.length === 1 || before === 'of' || before === 'and' || before === 'is' || before === 'by' || before === 'stop')
}

/** The characters before a parenthesis that a term may take; all of the term, where it is marked off. */
export function runBefore({text, edges}: Run, {open, close, inner}: Parenthesis): Omit<Span, 'confidence'> | undefined {
  let end = open
  while (end > 0 && /[ \u00a0\u3000*_]/u.test(text[end - 1] ?? '')) end--
  const last = text[end - 1]
  const quoted = last === undefined ? undefined : quotedBefore(text, end)
  if (quoted) return quoted
  if (isHan(last) || endsInShared(text.slice(Math.max(0, end - longestForeign), end), inner)) return chineseBefore({text, edges}, end, {close, inner})
  return isLatin(last) || last === '+' || last === '.' ? latinBefore(text, end, edges) : undefined
}

/** 向导 RNA（guide RNA）: the gloss has the foreign word too. */
function endsInShared(before: string, gloss: string): boolean {
  const word = /\p{Script=Han} ?(\p{Script=Latin}{2,12})$/u.exec(before)?.[1]
  return word !== undefined && gloss.split(/[^\p{Script=Latin}]+/u).slice(1).includes(word)
}

function quotedBefore(text: string, end: number): Omit<Span, 'confidence'> | undefined {
  const pair = ['“”', '「」', '『』', '‘’', '""'].find(([, close]) => close === text[end - 1])
  if (!pair) return undefined
  const start = text.lastIndexOf(pair[0] ?? '', end - 2) + 1
  const length = end - 1 - start
  return start > 0 && length > 0 && length <= widest ? {start, end: end - 1, marked: !isPhrase(text.slice(start, end - 1))} : undefined
}

function chineseBefore({text, edges}: Pick<Run, 'text' | 'edges'>, end: number, {close, inner: gloss}: Pick<Parenthesis, 'close' | 'inner'>): Omit<Span, 'confidence'> {
  let start = end - (isHan(text[end - 1]) ? 0 : (/ ?\p{Script=Latin}+$/u.exec(text.slice(Math.max(0, end - longestForeign), end))?.[0].length ?? 0))
  while (start > 0 && end - start < widest && isTermCharacter(text[start - 1])) {
    start--
    if (edges.has(start)) break
    const latin = foreignBefore(text, start, gloss)
    if (latin !== undefined) start = latin
  }
  start += /^.*(?:[例比譬诸]如|(?<![假犹])如(?![果何实意来期下此同今]))(?=.{2})/su.exec(text.slice(start, end))?.[0].length ?? 0
  const raw = text.slice(start, end)
  const marked = edges.has(start) && !isPhrase(raw, gloss) && (edges.has(end) || (edges.has(close + 1) && raw.length <= (expectedLength(gloss)?.most ?? 0) + 1)) // **中文**（English）, **中文（English）**
  return {start, end, marked}
}

/** More than a term may be marked off. */
function isPhrase(words: string, gloss = ''): boolean {
  return /的/u.test(words) || (/[与和及]/u.test(words) && !/\sand\s|&/u.test(gloss))
}

/** 粉末 X 射线衍射（PXRD）: a spaced foreign word belongs to the term where the gloss has it too. */
function foreignBefore(text: string, start: number, gloss: string): number | undefined {
  const match = /(?:^|(?<=[\p{Script=Han} ]))([\p{Script=Latin}\p{N}-]{1,12}) $/u.exec(text.slice(Math.max(0, start - 14), start))
  if (!match?.[1] || !gloss.includes(match[1])) return undefined
  const from = start - match[0].length
  return text[from - 1] === ' ' && isHan(text[from - 2]) ? from - 1 : from
}

function isTermCharacter(character: string | undefined): boolean {
  return isHan(character) || isLatin(character) || (character !== undefined && '-–·+'.includes(character))
}

/** An abbreviation stands alone; other words are taken as a phrase. */
function latinBefore(text: string, end: number, edges: Set<number>): Omit<Span, 'confidence'> {
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
