/** Words of a run of Chinese characters, with the little that is known of each. */
import {adjectives, adverbs, singleVerbs, verbalNouns, verbs} from './parts-of-speech.ts'
import {kept, stopWords} from './words.ts'
import {segmentsOf} from '../segmenter.ts'

export type Kind = 'of' | 'and' | 'is' | 'by' | 'stop' | 'verb' | 'verbal noun' | 'adjective' | 'adverb' | 'other'

export interface Word {start: number; end: number; kind: Kind}


/** Characters that part words wherever a dictionary has no word around them. */
const always = '的与和及是在被把了着将'

/** Words as the segmenter sees them, but for function words that it glues together or tears apart. */
export function readWords(raw: string): Word[] {
  const cuts = new Set<number>()
  for (const {segment, index} of segmentsOf(raw)) {
    cuts.add(index)
    if (segment.length < 2) continue
    for (let at = 0; at < segment.length; at++) {
      const parts = always.includes(segment[at] ?? '') && segment.length > 2 && !isKept(raw, index + at, index + at + 1)
      if (parts) cuts.add(index + at).add(index + at + 1)
    }
    const [one = '', two = ''] = segment
    if (segment.length === 2 && !kept.has(segment) && stopWords.has(one) && (stopWords.has(two) || verbs.has(two + (raw[index + 2] ?? ''))) && !isKept(raw, index, index + 2)) cuts.add(index + 1)
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

const functions: [RegExp, Kind][] = [
  [/^的$/u, 'of'],
  [/^(?:[与和及或]|以及|及其|或者)$/u, 'and'],
  [/^(?:[是为即叫称指]|称为|称作|称之为|叫做|叫作|名为|被称为|又称|也称|即为|作为|成为|属于|所谓|定义为|记为|译为)$/u, 'is'],
  [/^(?:[用以由对把被将从向在给于按]|通过|基于|采用|利用|使用|根据|按照|借助|依靠|运用|针对|关于|对于|由于|来自|引入|提出|应用)$/u, 'by'],
]

function kindOf(raw: string, start: number, end: number): Kind {
  const word = raw.slice(start, end)
  if (stopWords.has(word)) return isKept(raw, start, end) ? 'other' : (functions.find(([pattern]) => pattern.test(word))?.[1] ?? 'stop')
  if (verbs.has(word) || singleVerbs.includes(word)) return 'verb'
  return verbalNouns.has(word) ? 'verbal noun' : adjectives.has(word) ? 'adjective' : adverbs.has(word) ? 'adverb' : 'other'
}

const longestKept = 4

/** The words begin like a clause, not like a name. */
export function beginsAsClause(text: string): boolean {
  const [word] = segmentsOf(text)
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
