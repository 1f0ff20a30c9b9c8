/** Whether a Chinese name and its gloss say the same, as far as a general dictionary can tell. */
import {expectedLength} from './length.ts'
import {places} from './parts-of-speech.ts'
import {initialsIn, isKnown, isRendered, translationsOf} from './translate.ts'
import type {Verdict} from './verdict.ts'
import {commonEnding, ventures} from './words.ts'

const nations = /^(?:中国|国际|全国|国家|世界|全球|联合国|美国|英国|日本|欧洲|欧盟|亚洲|非洲|亚太|北约)/u
const nation = /(?<![\p{L}])(?:UK|US|USA|EU|UN|China)(?![\p{L}])/u

/** @param reverse The Chinese stands between the parentheses, where examples, places and owners stand too.
 * @returns Why the two may not belong together; undefined where nothing speaks against it. */
export function doubt({zh = '', en, abbreviation}: Verdict, reverse: boolean): 'body' | 'name' | 'words' | 'letters' | 'length' | undefined {
  const expected = expectedLength(en ?? abbreviation ?? '')
  if (reverse && expected && zh.length > expected.most + 2) return 'length'
  if (en === undefined) {
    if (nations.test(zh) || /[部委署厅局]$/u.test(zh) || (places.has(zh.slice(0, 2)) && zh.length > 3)) return 'body'
    const {met, known} = lettersMet(zh, abbreviation ?? '')
    if (ventures.test(zh) && met < (abbreviation ?? '').length) return 'body'
    if (reverse && zh.length <= (abbreviation ?? '').length) return 'length'
    return met === 0 && (known > 0 || reverse) ? 'letters' : undefined
  }
  if (nation.test(en)) return 'body'
  if (isRendered(zh, en)) return undefined
  if (ventures.test(zh) && /\p{Lu}/u.test(en)) return 'body'
  const {met, known} = wordsMet(zh, en)
  const [first = '', ...more] = en.split(/[\s‐‑–-]+/u)
  if (more.length > 0 && [first, ...more].every((word) => /^\p{Lu}\p{Ll}/u.test(word)) && first.length > 3 && !commonEnding.test(first) && !isKnown(first)) return 'name'
  return met === 0 && (known > 1 || (reverse && (known === 1 || /^\p{Lu}/u.test(en)))) ? 'words' : undefined
}

function wordsMet(chinese: string, foreign: string): {met: number; known: number} {
  const lists = foreign.split(/[\s‐‑–-]+/u).filter((word) => word.length > 2).map(translationsOf).filter((list) => list.length > 0)
  return {known: lists.length, met: lists.filter((list) => list.some((word) => chinese.includes(word))).length}
}

/** Words that the dictionary has, and those of them that a letter of the abbreviation may stand for. */
function lettersMet(chinese: string, abbreviation: string): {met: number; known: number} {
  const letters = abbreviation.toLowerCase()
  const initials = initialsIn(chinese)
  return {known: initials.length, met: initials.filter((set) => [...set].some((letter) => letters.includes(letter))).length}
}
