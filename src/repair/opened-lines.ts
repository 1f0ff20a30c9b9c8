/** Lines that are set by hand: all of them open with the number of a standard, a symbol that is explained, a speaker and a wide space, or the
 * field of a form; or times of a recording stand on lines of their own, or the number of a clause does. */
import type {Line} from './lines.ts'

/** GB/T 5271.1—2000, ISO/IEC 22989:2022 */
const standard = /^[A-Z]{2,5}(?:\/[A-Z]{1,5}){0,2}[ \u00A0]\d[\d.]*(?:[—–-]\d{4}|:\d{4})/u
/** 林　那您…… */
const speaker = /^\p{Script=Han}{1,4}\u3000(?=\S)/u
/** Speaker 1 (00:07:02): */
const timed = /^[\p{L}\p{N} .·]{1,30}[（(]\d{1,2}(?::\d{2}){1,2}[）)][:：]?/u
/** 法定代表人或其授权代表（签字）：________ */
const field = /^[\p{L}\p{N}（）() \u3000/、]{1,24}：/u
/** 00:05:10 说话人1 */
const moment = /^[[(（【]?\d{1,2}(?::\d{2}){1,2}[\])）】]?(?:[ \u3000]+[\p{L}\p{N}·]{1,12}(?:[ ]\d{1,3})?)?$/u
/** T——吞吐量，L_i – length */
const symbol = /^(?=\S)[^\s，。；：—–][^，。；：—–]{0,24}(?:—{1,2}|–|―{1,2})(?=\S|\s)/u
const explains = /^(?:式中|其中|where)[：:，,]?$/iu
const clause = /^\d{1,2}(?:\.\d{1,2}){1,3}$/u
/** ∵, ∴ open a line of a proof. */
const therefore = /^[∵∴]/u
const headed = /^【[^】\n]{1,16}】/u

/** @param words Of `lines`, whole. @returns The lines that begin anew, all but the first; none where it is no such row. */
export function openedLines(lines: Line[], words: string[]): Line[] {
  const [first = '', ...others] = words
  if (lines.length !== words.length || others.length === 0) return []
  const all = (pattern: RegExp, row = words) => row.every((line) => pattern.test(line))
  if (all(standard) || all(speaker) || all(timed) || (others.length > 1 && all(field))) return lines.slice(1)
  if (explains.test(first) && all(symbol, others)) return lines.slice(1)
  if (clause.test(first)) return lines.slice(1, others.length > 1 ? 3 : 2) // a term stands below its number, and what it means below it
  if (moment.test(first)) return lines.filter((_, index) => index > 0 && [words[index], words[index - 1]].some((line = '') => moment.test(line)))
  if (headed.test(first)) return lines.filter((_, index) => index > 0 && (headed.test(words[index] ?? '') || therefore.test(words[index] ?? '')))
  return []
}
