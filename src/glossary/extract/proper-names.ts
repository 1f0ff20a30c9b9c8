/** Names of people, makers and products: they are named, not glossed. Verdicts in, yes or no out. */
import type {Run} from '../runs.ts'
import {isPerson, type Reading, soundsAlike} from './sound.ts'
import {isRendered} from './translate.ts'
import {isSounds, type Verdict} from './verdict.ts'
import {commonEnding} from './words.ts'

/** A lone capitalised word without the ending of a common word, or that the text also uses as a name, is no term. */
export function isProperName({zh = '', en, abbreviation}: Verdict, bare: Map<string, number>, reading: Reading): boolean {
  if (en === undefined || !/^\p{Lu}/u.test(en)) return false
  if (soundsAlike(zh, en, reading) || [3, 2].some((length) => isPerson(zh.slice(-length), en, reading)) || (isSounds(zh) && /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u.test(en))) return true
  if (abbreviation !== undefined || /[\s-]/u.test(en)) return false
  return !isRendered(zh, en) && (!commonEnding.test(en) || (bare.get(en) ?? 0) > 0)
}

/** Capitalised words outside parentheses, with how often they occur. */
export function bareWords(runs: Run[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const {text} of runs) {
    for (const [word] of text.replace(/[（(][^（()）]*[）)]/gu, ' ').matchAll(/(?<![\p{Script=Latin}-])\p{Lu}\p{Ll}+(?![\p{Script=Latin}-])/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}
