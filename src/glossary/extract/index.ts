/** Extraction: the glosses of a text → proposed terms with their places. Changes nothing. */
import type {Chapter} from '../../model/book.ts'
import type {Place} from '../../model/message.ts'
import {isHan, sameKey} from '../fold.ts'
import {readParentheses, readParts} from '../parentheses.ts'
import {placeIn, readRuns, type Run} from '../runs.ts'
import {doubt} from './agreement.ts'
import {type Knowledge, termBefore} from './left-edge.ts'
import {isPerson, loadReading, type Reading, soundsAlike} from './sound.ts'
import {beginsAsClause} from './segment.ts'
import {isSounds, judge, type Verdict} from './verdict.ts'
import {counterOf} from './uses.ts'
import {commonEnding} from './words.ts'

export interface Proposal extends Verdict {
  /** Term and gloss as written. */
  raw: string
  kind: 'pair' | 'abbr-only' | 'reverse'
  /** Where it begins, or that it is a gloss at all, is likely only. */
  unsure: boolean
  /** Every place, the first first. */
  places: Place[]
}

export interface Candidate {verdict: Verdict; raw: string; reverse: boolean; place: Place; /** Both its ends are marked in the text. */ marked: boolean; unsure: boolean}

/** @param knownForms Chinese names of terms already in the glossary: they bound a term on its left. */
export async function extractTerms(chapters: Chapter[], knownForms: Iterable<string> = []): Promise<Proposal[]> {
  const known = new Set(knownForms)
  const runs = readRuns(chapters)
  const knowledge: Knowledge = {known: (word) => known.has(word), count: counterOf(runs)}
  for (const {verdict, marked} of runs.flatMap((run) => readGlosses(run, knowledge))) if (marked && verdict.zh) known.add(verdict.zh) // where one place marks a term off, others follow it
  const candidates = runs.flatMap((run) => readGlosses(run, knowledge))
  if (candidates.length === 0) return []
  const bare = bareWords(runs)
  const reading = candidates.some(({verdict: {en}}) => en !== undefined && /^\p{Lu}/u.test(en)) ? await loadReading() : () => ''
  return unite(candidates.filter(({verdict}) => !isProperName(verdict, bare, reading)))
}

/** How likely a term begins where it is cut: below the one it is not sure, below the other it is not told. */
const sureFrom = 0.7
const leastConfidence = 0.4

/** Glosses of one run, before names of people and products are told. */
export function readGlosses(run: Run, knowledge: Knowledge): Candidate[] {
  const found: Candidate[] = []
  let taken = -1
  for (const parenthesis of readParentheses(run.text)) {
    const {open, close, inner} = parenthesis
    if (open < taken || inner.length > 120 || inner.includes('\uFFFC')) continue
    if (/\p{Script=Han}[（(]\p{Script=Latin}/u.test(inner)) continue // （也称为反向传播（backpropagation））: the inner pair glosses
    if (!mayGloss(inner, run.text.slice(Math.max(0, open - 2), open))) continue // before the search for the left edge, which is dear
    const span = termBefore(run, parenthesis, knowledge)
    if (!span || span.confidence < leastConfidence) continue
    if (!span.marked) span.start = withAttribute(run.text, span.start, inner)
    const term = run.text.slice(span.start, span.end)
    const reverse = !isHan(term.at(-1)) && !isHan(term[0])
    if (!reverse && (!isTerm(term, span.marked) || /\p{N}\s?$/u.test(run.text.slice(Math.max(0, span.start - 2), span.start)))) continue // 20 兆帕（MPa）: a unit
    const verdict = judge(term, readParts(inner), inner)
    if (!verdict) continue
    taken = close
    const {range: _range, ...place} = placeIn(run, span.start, span.end)
    found.push({verdict, raw: run.text.slice(span.start, close + 1), reverse, place, marked: reverse || span.marked, unsure: span.confidence < sureFrom || (!reverse && !span.marked && beginsAsClause(term)) || doubt(verdict, reverse) !== undefined || /[（(][^（()）]*[）)].|\p{Ll}\/|\/\p{Ll}/u.test(inner)})
  }
  return found
}

/** A Chinese name is glossed by foreign letters, a foreign one by Chinese. */
function mayGloss(inner: string, before: string): boolean {
  const hasLatin = /\p{Script=Latin}/u.test(inner)
  return /\p{Script=Han}/u.test(before) ? hasLatin : hasLatin || /\p{Script=Han}/u.test(inner)
}

/** 基于人类反馈的强化学习 (Reinforcement Learning from Human Feedback): where the English has such a part, so has the Chinese. */
function withAttribute(text: string, start: number, inner: string): number {
  if (!/\s(?:from|with|by|via|based|using|of|for|in|under)\s|-(?:based|driven|oriented)\b/u.test(inner)) return start
  const attribute = /(?:基于|面向|针对|来自|带有|关于)(?:[\p{Script=Han}]{2,8}的)?$/u.exec(text.slice(Math.max(0, start - 12), start))
  return attribute ? start - attribute[0].length : start
}

function isTerm(term: string, marked: boolean): boolean {
  const length = [...term].filter((character) => isHan(character)).length
  if (length < (marked ? 1 : 2) || term.length > 24 || length > 16) return false
  if (/^\p{N}(?![\p{N}]*D)/u.test(term) || /\p{N}[年月日号个章节]$/u.test(term) || /^[A-Z]{2,}\p{Script=Han}/u.test(term)) return false
  return /^[\p{Script=Han}\p{Script=Latin}\p{N}·+ -]+$/u.test(term) && !/[等如的了是即称]$/u.test(term)
}

/** A lone capitalised word without the ending of a common word, or that the text also uses as a name, is no term. */
function isProperName({zh = '', en, abbreviation}: Verdict, bare: Map<string, number>, reading: Reading): boolean {
  if (en === undefined || !/^\p{Lu}/u.test(en)) return false
  if (soundsAlike(zh, en, reading) || [3, 2].some((length) => isPerson(zh.slice(-length), en, reading)) || (isSounds(zh) && /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u.test(en))) return true
  if (abbreviation !== undefined || /[\s-]/u.test(en)) return false
  return !commonEnding.test(en) || (bare.get(en) ?? 0) > 0
}

/** Capitalised words outside parentheses, with how often they occur. */
function bareWords(runs: Run[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const {text} of runs) {
    for (const [word] of text.replace(/[（(][^（()）]*[）)]/gu, ' ').matchAll(/(?<![\p{Script=Latin}-])\p{Lu}\p{Ll}+(?![\p{Script=Latin}-])/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

function unite(candidates: Candidate[]): Proposal[] {
  const proposals = new Map<string, Proposal>()
  for (const {verdict, raw, reverse, place, unsure} of candidates) {
    const key = [verdict.zh, sameKey(verdict.en ?? ''), verdict.abbreviation].join('\n')
    const same = proposals.get(key)
    if (same) {
      same.places.push(place)
      same.unsure &&= unsure
    }
    else proposals.set(key, {...verdict, raw, unsure, kind: reverse ? 'reverse' : verdict.en === undefined ? 'abbr-only' : 'pair', places: [place]})
  }
  return [...proposals.values()]
}
