/** The inside of a marker → the numbers it calls.
 *
 * Read with sticky patterns from left to right, never by one big pattern: a group may be a megabyte long. */
import type {CitationItem} from '../model/nodes.ts'
import {plainDigits} from './digits.ts'

const number = /[\s\u3000]*([0-9０-９]{1,5}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,5})(?![0-9０-９⁰¹²³⁴⁵⁶⁷⁸⁹])/y
const dash = /[\s\u3000]*(?:[-‐‑‒–—−~～－⁻]|至)[\s\u3000]*(?=[0-9０-９⁰¹²³⁴⁵⁶⁷⁸⁹])/y
/** `[2：第5页]`: only a locator may follow. */
const colon = /[\s\u3000]*[:：][\s\u3000]*(?=pp?\.|pages?|ch|sec|vol|fig|no\.|para|§|第|[页頁]|章|附[录錄]|[图圖]|表)/iy
const separator = /[\s\u3000]*[,，、;；][\s\u3000]*/y
const space = /[\s\u3000]+/y
/** `p. 5`, `pp. 5–7`, `第5页`, `頁5`, `ch. 3`, `§ 2`: a word, so that a bare number is always another source. */
const locator = /[\s\u3000]*((?:pp?\.|pages?|ch(?:ap)?\.|chapters?|sec\.|sections?|vol\.|fig\.|no\.|para\.|§|第|[页頁]|章|附[录錄]|[图圖]|表)[^[\]\n,，、;；]{0,40})/iy
/** Widest range that is spelt out; a wider one is hardly a citation. */
export const widestRange = 200

/** @param text `2, 11`, `1-3`, `3, p. 5`.
 * @returns One item a number, ranges expanded; undefined where it is anything else. Numbers start at 1. */
export function readItems(text: string): CitationItem[] | undefined {
  const items: CitationItem[] = []
  let at = 0
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) return undefined
    at = pattern.lastIndex
    return match[1] ?? match[0]
  }
  for (;;) {
    const first = numberOf(take(number))
    if (first === undefined) return undefined
    items.push({number: first})
    if (take(dash) !== undefined) {
      const last = numberOf(take(number))
      if (last === undefined || last <= first || last - first > widestRange) return undefined
      for (let between = first + 1; between <= last; between++) items.push({number: between})
    }
    const mark = take(separator) ?? take(colon)
    const place = take(locator)
    if (place !== undefined) {
      const item = items.at(-1)
      if (item) item.locator = place.trim()
      if (take(separator) === undefined) {
        take(space)
        return at === text.length ? items : undefined
      }
      continue
    }
    if (mark !== undefined) continue
    if (take(space) === undefined || at === text.length) return at === text.length ? items : undefined
  }
}

/** Full-width and raised digits count as digits; `0` and `01` are no numbers of a source. */
function numberOf(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined
  const plain = plainDigits(digits)
  return plain.startsWith('0') ? undefined : Number(plain)
}
