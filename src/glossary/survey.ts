/** Every mention of every term in reading order, with the author's glosses. Chapters and terms in; changes nothing. */
import type {Book} from '../model/book.ts'
import {findMentions, type Found, indexTerms, tellSense} from './match.ts'
import {type Parenthesis, readParentheses} from './parentheses.ts'
import {readRuns, type Run} from './runs.ts'
import {isGlossedAsLonger, readWritten, type Written} from './written.ts'

export interface Mention extends Found {
  written?: Written
  /** Stands between parentheses or in the title of a work, where no gloss may be added. */
  inside: boolean
}

export interface Survey {runs: Run[]; mentions: Mention[]}

export function surveyTerms(book: Book, more?: (word: string) => string[]): Survey {
  const runs = readRuns(book)
  const trie = indexTerms(book.terms.values(), more)
  return {runs, mentions: runs.flatMap((run) => surveyRun(run, findMentions(run, trie)))}
}

function surveyRun(run: Run, found: Found[]): Mention[] {
  if (found.length === 0) return []
  const parentheses = readParentheses(run.text)
  const opening = new Map(parentheses.map((parenthesis) => [parenthesis.open, parenthesis]))
  const titles = !run.text.includes('《') ? [] : [...run.text.matchAll(/《[^》]*》/gu)].map(({index, 0: {length}}) => ({open: index, close: index + length}))
  const mentions: Mention[] = []
  let glossEnd = -1
  for (const each of found) {
    if (each.start < glossEnd) continue // a word of the gloss itself
    const written = readWritten(each, opening)
    each.name = tellSense(each, written?.entry)
    if (written) {
      glossEnd = written.parenthesis.close
      each.marks.push(...run.marks.filter(({at}) => at === glossEnd + 1))
    }
    const inside = isInside(each, parentheses) || isInside(each, titles) || (!written && isGlossedAsLonger(each, opening))
    mentions.push(Object.assign(each, written ? {written, inside} : {inside}))
  }
  return mentions
}

function isInside({start, end}: Found, pairs: Pick<Parenthesis, 'open' | 'close'>[]): boolean {
  return pairs.some(({open, close}) => open < start && end <= close)
}
