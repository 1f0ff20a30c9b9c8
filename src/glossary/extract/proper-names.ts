/** Names of people, makers and products: they are named, not glossed. Verdicts in, yes or no out. */
import type {Run} from '../runs.ts'
import {isPerson, type Reading, soundsAlike} from './sound.ts'
import {isRendered} from './translate.ts'
import {isSounds, type Verdict} from './verdict.ts'
import {commonEnding} from './words.ts'

/** A lone capitalised word without the ending of a common word, or that the text also uses as a name, is no term. */
export function isProperName({zh = '', en, abbreviation}: Verdict, bare: Set<string>, reading: Reading): boolean {
  if (en === undefined || !/^\p{Lu}/u.test(en)) return false
  if (soundsAlike(zh, en, reading) || [3, 2].some((length) => isPerson(zh.slice(-length), en, reading)) || (isSounds(zh) && /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u.test(en))) return true
  if (abbreviation !== undefined || /[\s-]/u.test(en)) return false
  return !isRendered(zh, en) && (!commonEnding.test(en) || bare.has(en))
}

/** Capitalised words outside parentheses. */
export function bareWords(runs: Run[]): Set<string> {
  return new Set(runs.flatMap(({text}) => text.replace(/[（(][^（()）]*[）)]/gu, ' ').match(/(?<![\p{Script=Latin}-])\p{Lu}\p{Ll}+(?![\p{Script=Latin}-])/gu) ?? []))
}
