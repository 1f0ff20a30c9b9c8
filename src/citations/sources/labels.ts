/** What opens an entry of a list: `[1]`, `1.`, `(1)`, `①`, `¹`, `[citation:1]`, with a bullet, an anchor or emphasis around it. */
import {circledDigits, circledNumber, plainDigits} from '../digits.ts'

const emphasis = '(?:\\*\\*|__|\\*|_|<sup>)?'
const word = '(?:(?:citation|cite|ref|source|web|post|page|doc|[来來]源|[参參]考|文[献獻]|引用|[资資]料|[网網][页頁])[\\s:：.#]*)?'
const bracketed = `\\\\?(?:\\[\\[|\\[\\^?|［|【|〔)\\s*${word}([0-9０-９]{1,5}|[⁰¹²³⁴-⁹]{1,3})(?:\\^?\\\\?\\]\\]?|］|】|〕)(?!\\()`
const bare = '([0-9０-９]{1,3})(?:\\\\?[.．](?![0-9])|、|[)）](?=\\s|\\p{Script=Han}|\\[|\\*))'
const parenthesised = '[（(]([0-9０-９]{1,3})[)）]'
/** `Source 1:`, `来源1：` */
const named = '(?:sources?|refs?|references?|citations?|[来來]源|[参參]考|文[献獻]|[资資]料)[ \\t]?([0-9]{1,3})[ \\t]?(?=[:：.．])[.．]?'
const circled = `([${circledDigits}])`
/** 1️⃣, 1️⃣0️⃣ */
const keycaps = '((?:[0-9]\\uFE0F?\\u20E3){1,3})'
const raised = '(?:<sup>\\s*([0-9]{1,3})\\s*</sup>|([⁰¹²³⁴-⁹]{1,3})(?=[\\s.:：]))[.:：]?'
/** A bullet, a label, and what parts it from the entry. */
const labelled = new RegExp(`^\\s*(?:<a\\s[^>]*>(?:</a>)?\\s*)?(?:[-*+•·]\\s+)?${emphasis}(?:${bracketed}|${parenthesised}|${bare}|${keycaps}|${circled}|${raised}|${named})(?:\\*\\*|__|\\*|_|</sup>)?[ \\t]*(?:[:：][ \\t]*)?`, 'iu')

export interface Label {
  number: number
  /** Of the label in the line. */
  length: number
  /** How it was numbered. */
  label: 'bracket' | 'ordered'
  /** Emphasis that opened before the label and closes in the entry. */
  lead: string
}

/** @returns What opens an entry in a line. */
export function readLabel(line: string): Label | undefined {
  const match = labelled.exec(line)
  if (!match) return undefined
  const [whole, brackets, parens, plain, keys, circle, tagged, raised, worded] = match
  const digits = brackets ?? parens ?? plain ?? keys?.replace(/\D/g, '') ?? tagged ?? raised ?? worded
  const number = circle === undefined ? Number(plainDigits(digits ?? '')) : circledNumber(circle)
  if (!number) return undefined
  const closing = /^\s*(?:[-*+•·]\s+)?(\*\*|__|\*|_)/.exec(whole)?.[1]
  if (closing && !whole.trimEnd().replace(/[:：]$/, '').endsWith(closing)) return keepEmphasis(line, whole, closing, number, brackets)
  return {number, length: whole.length, label: brackets === undefined ? 'ordered' : 'bracket', lead: ''}
}

/** `**[1] Title**: …`: the emphasis spans more than the label, and is not ours to cut. */
function keepEmphasis(line: string, whole: string, mark: string, number: number, brackets: string | undefined): Label | undefined {
  return line.indexOf(mark, whole.length) < 0 ? undefined : {number, length: whole.length, label: brackets === undefined ? 'ordered' : 'bracket', lead: mark}
}
