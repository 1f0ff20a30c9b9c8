/** Glosses that the author wrote behind a mention: 中文（English，ABBR） in every shape, so that none is doubled. */
import type {TermEntry} from '../model/book.ts'
import {termBefore} from './extract/left-edge.ts'
import {isGlossOf} from './extract/verdict.ts'
import {isHan, sameKey} from './fold.ts'
import type {Found} from './match.ts'
import {type Parenthesis, type Part, readParts} from './parentheses.ts'
import type {Run} from './runs.ts'

export interface Written {
  parenthesis: Parenthesis
  /** The gloss names this entry; undefined where it is a gloss but says something else. */
  entry: TermEntry | undefined
  parts: Part[]
}

/** Chinese words may stand between the term and its gloss: 后训练优化（Post-Training）. */
const longestGap = 4

/** @param opening Parentheses of the run by where they open. */
export function readWritten({run, end, names, start}: Found, opening: Map<number, Parenthesis>): Written | undefined {
  const {text} = run
  let at = end
  while (at - end < longestGap && isHan(text[at])) at++
  if (at < text.length && /[ \u00a0\u3000”"』」’*]/u.test(text[at] ?? '')) at++
  const parenthesis = opening.get(at)
  if (!parenthesis) return undefined
  const parts = readParts(parenthesis.inner)
  const surface = sameKey(text.slice(start, end))
  const entry = names.map((name) => name.entry).find((candidate) => parts.some((part) => namesOf(candidate, surface).has(sameKey(part.text)) || namesOf(candidate, surface).has(singular(sameKey(part.text)))))
  if (entry) return {parenthesis, entry, parts}
  const adjacent = text.slice(end, at).trim() === ''
  return adjacent && isGlossOf(text.slice(start, end), parts) && !isLonger(run, start, parenthesis) ? {parenthesis, entry: undefined, parts} : undefined
}

/** 测试数据集（test dataset）: the gloss belongs to a longer word than 数据集. */
function isLonger(run: Run, start: number, parenthesis: Parenthesis): boolean {
  if (!isHan(run.text[start - 1]) || !isHan(run.text[start])) return false
  const span = termBefore(run, parenthesis, {known: () => false, count: () => 0})
  return span !== undefined && span.start < start
}

/** A gloss of a longer word stands right behind: none of its own may come between. */
export function isGlossedAsLonger({run, start, end}: Pick<Found, 'run' | 'start' | 'end'>, opening: Map<number, Parenthesis>): boolean {
  const parenthesis = opening.get(end)
  return parenthesis !== undefined && isGlossOf(run.text.slice(start, end), readParts(parenthesis.inner)) && isLonger(run, start, parenthesis)
}

/** All that the entry is called, but for the word that stands before the parenthesis. */
function namesOf({forms, abbreviation, variants}: TermEntry, surface: string): Set<string> {
  const all = [...Object.values(forms), ...(abbreviation ? [abbreviation] : []), ...Object.values(variants ?? {}).flat()].map(sameKey)
  return new Set(all.filter((name) => name !== surface))
}

function singular(text: string): string {
  return text.replace(/(?<=\p{L}{2})s$/u, '')
}
