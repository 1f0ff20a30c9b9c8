/** Extraction: the glosses of a text → proposed terms with their places. Changes nothing. */
import type {Book} from '../../model/book.ts'
import type {Place} from '../../model/message.ts'
import {isHan, sameKey} from '../fold.ts'
import {type Part, readParentheses, readParts} from '../parentheses.ts'
import {placeIn, readRuns, type Run} from '../runs.ts'
import {doubt} from './agreement.ts'
import {type Knowledge, type Span, termBefore} from './left-edge.ts'
import {loadReading} from './sound.ts'
import {bareWords, isProperName} from './proper-names.ts'
import {ownGloss, withoutRemarks} from './remarks.ts'
import {beginsAsClause} from './segment.ts'
import {isRendered} from './translate.ts'
import {judge, type Verdict} from './verdict.ts'
import {counterOf} from './uses.ts'

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
export async function extractTerms(book: Pick<Book, 'chapters' | 'written' | 'continued'>, knownForms: Iterable<string> = []): Promise<Proposal[]> {
  const known = new Set(knownForms)
  const runs = readRuns(book)
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
/** The same for one that begins with a word of sentences: 后量子密码, but also 过重识别. */
const clauseFrom = 0.9

/** Glosses of one run, before names of people and products are told. */
export function readGlosses(run: Run, knowledge: Knowledge): Candidate[] {
  const found: Candidate[] = []
  let taken = -1
  for (const parenthesis of readParentheses(run.text)) {
    const {open, close} = parenthesis
    if (open < taken || parenthesis.inner.length > 120) continue
    const inner = ownGloss(parenthesis.inner)
    if (inner === undefined || inner.includes('\uFFFC')) continue
    if (!mayGloss(inner, run.text.slice(Math.max(0, open - 2), open))) continue // before the search for the left edge, which is dear
    const span = termBefore(run, {...parenthesis, inner}, knowledge)
    if (!span || span.confidence < leastConfidence) continue
    if (!span.marked) span.start = withAttribute(run.text, span.start, inner)
    const lead = foreignLead(run.text.slice(span.start, span.end), inner)
    span.start += lead
    const term = run.text.slice(span.start, span.end)
    const reverse = !isHan(term.at(-1)) && !isHan(term[0])
    if (!reverse && (!isTerm(term, span.marked || span.alone === true) || isMeasured(run, span.start))) continue
    const {parts, cut} = withoutRemarks(readParts(inner))
    const verdict = judge(term, parts, inner)
    if (!verdict) continue
    taken = inner === parenthesis.inner ? close : open + inner.length
    const {range: _range, ...place} = placeIn(run, span.start, span.end)
    const isClear = reverse || (lead === 0 && !cut && isSure(term, span)) || (isRendered(term, verdict.en ?? '') && !/[可不非无反多]/u.test(run.text[span.start - 1] ?? ''))
    found.push({verdict, raw: run.text.slice(span.start, close + 1), reverse, place, marked: reverse || span.marked, unsure: !isClear || isMixed(verdict, parts, inner) || doubt(verdict, reverse) !== undefined})
  }
  return found
}

/** More than one name stands between the parentheses, and which is the term's is open: （last in, first out）, （FE, TFE）. */
function isMixed({en, abbreviation}: Verdict, parts: Part[], inner: string): boolean {
  return /[（(][^（()）]*[)）].|\p{Ll}\/|\/\p{Ll}/u.test(inner) || (en !== undefined && abbreviation === undefined && parts.filter(({script, label}) => script === 'latin' && label === undefined).length > 1)
}

function isSure(term: string, {marked, confidence}: Span): boolean {
  return confidence >= sureFrom && (marked || !beginsAsClause(term) || (confidence >= clauseFrom && term.length > 2))
}

/** 开展AI试点（Pilot）: a foreign word that the gloss has not is none of the term. Its length out. */
function foreignLead(term: string, inner: string): number {
  const word = /^[A-Z]{2,}(?=\p{Script=Han})/u.exec(term)?.[0] ?? ''
  return inner.includes(word) ? 0 : word.length
}

/** 20 兆帕（MPa）: an amount stands before a unit. 3.3 缓蚀剂（VCI）: a number before the words of a heading. */
function isMeasured({text, kind}: Run, start: number): boolean {
  return /\p{N}\s?$/u.test(text.slice(Math.max(0, start - 2), start)) && !(kind === 'heading' && start < 12 && /^(?:\p{N}+[.．])*\p{N}+\s*$/u.test(text.slice(0, start)))
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
  if (/^\p{N}(?![\p{N}]*D)/u.test(term) || /\p{N}[年月日号个章节]$/u.test(term)) return false
  return /^[\p{Script=Han}\p{Script=Latin}\p{N}·+ –-]+$/u.test(term) && !/[等如的了是即称]$/u.test(term)
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
