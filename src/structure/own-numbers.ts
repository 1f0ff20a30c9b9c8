/** Numbers that the author wrote before a heading: `第三章`, `1.2`, `（一）`. They are printed as they are, ours goes on from them.
 *
 * A year or a measure that opens a title is none: 2024 年的事, 3D 打印, 3.5 英寸软盘. */
import {valueOf} from './numerals.ts'
import {withoutOrnaments} from './ornaments.ts'

export interface OwnNumber {
  /** As written, without the marks behind it. */
  written: string
  /** Where the words begin. */
  length: number
  /** Of its own level. */
  value: number
  /** It names its heading by itself, and is set as ours are. */
  full: boolean
}

const han = '[一二三四五六七八九十百零〇]{1,5}'
const gap = '[\\s:：、.．]*'
const labelled = new RegExp(`^(第\\s*(${han}|\\d{1,3})\\s*(?:[章节節篇]|回(?!合)))${gap}|^(chapter\\s+(\\d{1,3}))\\b${gap}|^(section\\s*(?:\\d{1,3}\\.)*(\\d{1,3})(?=\\s*(?:[:：]|$))|§\\s*(?:\\d{1,3}\\.)*(\\d{1,3}))(?!\\.?\\d)${gap}`, 'iu')
const dotted = /^(\d{1,3}(?:\.\d{1,3})+)(?!\d)[.．、]?(?:\s+|(?=\p{Script=Han})|$)/u
/** Of their own level only. */
const short = new RegExp(`^(?:[（(](${han}|\\d{1,2})[）)]|(${han})(?:[、．.]|[\\s\\u3000]+(?=\\S\\S))|(\\d{1,3})(?:[、．)）]|[.](?=\\s)))\\s*`, 'u')
const lone = /^(\d{1,3})\s+(?=\S)/
const roman = /^([IVX]{1,5})[.、．]\s+/
const romans = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')

/** @param title Behind ornaments a number stays in the words.
 * @param chapter Number of the chapter, for its sections; undefined for a chapter.
 * @param next What ours would be on this level. */
export function ownNumber(title: string, chapter: number | undefined, next: number): OwnNumber | undefined {
  const words = withoutOrnaments(title)
  const found = numberOf(words, chapter, next)
  return found && words !== title ? {...found, full: false} : found
}

function numberOf(title: string, chapter: number | undefined, next: number): OwnNumber | undefined {
  const named = labelled.exec(title)
  if (named) {
    const [whole, ...[a, b, c, d, e, f, g]] = named
    return {written: a ?? c ?? e ?? '', length: whole.length, value: valueOf(b ?? d ?? f ?? g ?? ''), full: true}
  }
  const parted = chapter === undefined ? null : dotted.exec(title)
  if (parted) {
    const [whole, written = ''] = parted
    const numbers = written.split('.').map(Number)
    const value = numbers.at(-1) ?? 0
    return numbers[0] === chapter || value === next ? {written, length: whole.length, value, full: true} : undefined
  }
  const [counted, ...numerals] = short.exec(title) ?? []
  const numeral = numerals.find((found) => found !== undefined)
  if (counted !== undefined && numeral !== undefined) return {written: counted.trim(), length: counted.length, value: valueOf(numeral), full: false}
  const [whole, digits] = lone.exec(title) ?? []
  if (whole !== undefined && digits !== undefined && Number(digits) === next) return {written: digits, length: whole.length, value: next, full: chapter === undefined}
  const [head, letters = ''] = roman.exec(title) ?? []
  return head !== undefined && romans.indexOf(letters) + 1 === next ? {written: letters, length: head.length, value: next, full: false} : undefined
}
