/** Which of the words before a parenthesis begin the term. Run of characters and its gloss in, offset of the best cut out.
 *
 * No one sign tells it, so each boundary of words is scored: by what stands before and behind it, by function words
 * that the term would swallow, and by how long a Chinese name of so many foreign words is. */
import {isHan} from '../fold.ts'
import {adverbs, singleVerbs, verbs} from './parts-of-speech.ts'
import {kept, soundCharacters, stopWords} from './words.ts'

/** Length in Chinese characters. */
export interface Expected {least: number; usual: number; most: number; /** Weight of a character too few or too many. */ weight: number}

/** Of Greek and Latin parts, each a Chinese word. */
const longWord = 13

const little = /^(?:of|the|a|an|and|or|in|on|for|by|to|from|with|as|at)$/iu

/** @param gloss What stands between the parentheses. A foreign word is two characters of Chinese on the whole, a letter of an abbreviation one to three. */
export function expectedLength(gloss: string): Expected | undefined {
  const [name = '', ...more] = gloss.split(/[,，;；、]/u).map((part) => part.replace(/^[^\p{Script=Latin}]*/u, '').trim())
  if (!/\p{Script=Latin}/u.test(name)) return undefined
  if (/^\P{Ll}+s?$|^\p{L}{1,5}$/u.test(name) && /\p{Lu}.*\p{Lu}/u.test(name)) {
    const full = more.find((part) => /\s/u.test(part))
    if (full) return expectedLength(full)
    const letters = name.replace(/\P{L}/gu, '').length
    return {least: Math.max(2, Math.min(letters, 6) - (letters > 3 ? 1 : 0)), usual: letters * 2.4, most: Math.max(4, letters * 3), weight: 1.6}
  }
  const words = name.split(/[\s‐‑–-]+/u).filter((word) => word !== '' && !little.test(word))
  if (words.length === 1) return name.length < longWord ? {least: 2, usual: 2.5, most: 4, weight: 1} : {least: 3, usual: 3.5, most: 6, weight: 1}
  return {least: Math.ceil(name.split(/\s+/u).filter((word) => !little.test(word)).length * 1.45), usual: words.length * 2.15, most: words.length * 2 + 1, weight: 1}
}

type Kind = 'stop' | 'verb' | 'adverb' | 'other'

interface Word {start: number; end: number; kind: Kind}

const segmenter = new Intl.Segmenter('zh', {granularity: 'word'}) // stateless; long strings are slow, these are short

/** Characters that part words wherever a dictionary has no word around them. */
const always = '的与和及是在被把了着将'

/** Two places with less between them are as good as each other. */
const clear = 0.5

/** @returns Offset in `raw` where the term most likely begins; undefined where that cannot be told. */
export function bestCut(raw: string, gloss: string, before: string): number | undefined {
  const words = readWords(raw)
  const expected = expectedLength(gloss)
  const joined = /\s(?:and|&)\s/u.test(gloss)
  const [best, second] = words.map(({start}, index) => ({start, score: scoreOf(words, index, {raw, before, joined}, expected)})).sort((a, b) => b.score - a.score)
  if (!best || (second && best.score - second.score < (expected?.weight === 1 ? clear : clear * 2.5))) return undefined // an abbreviation says less of its length
  return /^\p{Lu}\p{Ll}/u.test(gloss) ? withSounds(raw, best.start) : best.start
}

/** 麦考利久期（Macaulay duration）: no dictionary has the name, which is torn into its characters. */
function withSounds(raw: string, start: number): number {
  let from = start
  while (from > 0 && soundCharacters.includes(raw[from] ?? '') && soundCharacters.includes(raw[from - 1] ?? '')) from--
  return from
}

const behind: Record<Kind, number> = {stop: 1.4, verb: 0.8, adverb: -0.5, other: -3.4}
const first: Record<Kind, number> = {stop: -1.6, verb: -0.5, adverb: -1.5, other: 0}
const swallowed: Record<Kind, number> = {stop: -1.8, verb: -0.3, adverb: -1, other: 0}

/** Characters that end words and begin none; and those that begin words which a dictionary may not have. */
const endings = '性率器化度者员式型论学法机量值层级体类权室库酶素剂症病'
const beginnings = '无非后前多双单超反半准全次亚子总微'

/** `before`: the character before the run: behind 、 and ： names begin, behind ，and 。 clauses. `joined`: the gloss has an “and”, so the term may have a 与. */
interface Setting {raw: string; before: string; joined: boolean}

function scoreOf(words: Word[], index: number, {raw, before, joined}: Setting, expected: Expected | undefined): number {
  const word = words[index]
  const last = words[index - 1]
  if (!word) return Number.NEGATIVE_INFINITY
  const single = ({start, end}: Word) => end - start === 1
  const whole = expected?.weight === 1 && (word.kind === 'other' || word.kind === 'verb') && raw.length >= expected.least && raw.length <= expected.most
  let score = last ? behind[last.kind] : whole ? 1.6 : /[、：:“「]/u.test(before) ? 0.6 : 0.2
  if (last && single(last) && beginnings.includes(raw[last.start] ?? '')) score = Math.min(score, -0.3)
  if (last && single(last) && single(word) && last.kind === 'other' && word.kind === 'other') score -= 1 // within a word that no dictionary has
  if (raw[word.start - 1] === '-') score -= 4
  if (single(word) && endings.includes(raw[word.start] ?? '')) score -= 4
  score += first[word.kind]
  for (const {kind, start, end} of words.slice(index + 1, -1)) score += kind !== 'stop' ? swallowed[kind] : joined && /^[与和及]$/u.test(raw.slice(start, end)) ? 0.5 : /^[的与和及]$/u.test(raw.slice(start, end)) ? -5 : swallowed[kind]
  return score - (expected ? misfit(raw.slice(word.start), expected) : Math.max(0, raw.length - word.start - 6) * 0.3)
}

function misfit(term: string, {least, usual, most, weight}: Expected): number {
  const length = [...term].filter((character) => isHan(character)).length + (term.match(/[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0) * 1.5
  const outside = length < least ? 1.5 * (least - length) : length > most ? 1.5 * (length - most) : 0
  return weight * (outside + 0.42 * Math.abs(length - usual))
}

/** Words as the segmenter sees them, but for function words that it glues together or tears apart. */
function readWords(raw: string): Word[] {
  const cuts = new Set<number>()
  for (const {segment, index} of segmenter.segment(raw)) {
    cuts.add(index)
    if (segment.length < 2) continue
    for (let at = 0; at < segment.length; at++) {
      const parts = always.includes(segment[at] ?? '') && segment.length > 2 && !isKept(raw, index + at, index + at + 1)
      if (parts) cuts.add(index + at).add(index + at + 1)
    }
    const [one = '', two = ''] = segment
    if (segment.length === 2 && stopWords.has(one) && (stopWords.has(two) || verbs.has(two + (raw[index + 2] ?? ''))) && !isKept(raw, index, index + 2)) cuts.add(index + 1)
  }
  for (let at = 0; at + 2 <= raw.length; at++) { // 首|选, 写|明
    if (cuts.has(at) && cuts.has(at + 1) && (cuts.has(at + 2) || at + 2 === raw.length) && isGeneral(raw.slice(at, at + 2))) cuts.delete(at + 1)
  }
  const starts = [...cuts].sort((a, b) => a - b)
  return starts.map((start, index) => wordOf(raw, start, starts[index + 1] ?? raw.length)).filter(({start, end}) => /[\p{L}\p{N}]/u.test(raw.slice(start, end)))
}

function isGeneral(word: string): boolean {
  return verbs.has(word) || adverbs.has(word) || stopWords.has(word)
}

function wordOf(raw: string, start: number, end: number): Word {
  return {start, end, kind: kindOf(raw, start, end)}
}

function kindOf(raw: string, start: number, end: number): Kind {
  const word = raw.slice(start, end)
  if (stopWords.has(word)) return isKept(raw, start, end) ? 'other' : 'stop'
  return verbs.has(word) || singleVerbs.includes(word) ? 'verb' : adverbs.has(word) ? 'adverb' : 'other'
}

const longestKept = 4

/** The words begin like a clause, not like a name. */
export function beginsAsClause(text: string): boolean {
  const [word] = segmenter.segment(text)
  return word !== undefined && stopWords.has(word.segment) && !isKept(text, 0, word.segment.length)
}

function isKept(raw: string, start: number, end: number): boolean {
  for (let from = Math.max(0, end - longestKept); from <= start; from++) {
    for (let to = end; to <= Math.min(raw.length, from + longestKept); to++) {
      if (to - from > end - start && kept.has(raw.slice(from, to))) return true
    }
  }
  return false
}
