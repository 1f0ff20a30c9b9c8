/** Lines of a paragraph that count, ①②, （1）（2）, 1、2、, A. B., S1：S2：, [0001][0002]; or that open with a sign, 🔹, ✅, •, =.
 *
 * Only a row that starts at its first label and goes on at the beginning of lines: a wrapped line that happens to begin with
 * (b) is none. */
import type {Line} from './lines.ts'
import {columnsOf} from './short-lines.ts'

interface Family {
  label: RegExp
  number: (name: string) => number
  /** Every line but the first is labelled: what stands so could be a citation. */
  all?: boolean
  /** A row may begin at any number. */
  anywhere?: boolean
}

const han = '一二三四五六七八九十'
/** Columns of a line that is full on any page. */
const filled = 40
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']
/** Labels that Markdown reads as no list, each with how its number is told. */
const families: readonly Family[] = [
  {label: /^([①-⑳])/u, number: (name) => (name.codePointAt(0) ?? 0) - 0x245f},
  {label: /^[（(]([\d０-９]{1,2})[）)]/u, number: digits},
  {label: /^([\d０-９]{1,2})(?:[、．）]|[.)](?=[\p{L}\u3000“《（「【]|$))/u, number: digits}, // 1.甲 is no list
  {label: /^[（(]([一二三四五六七八九十]{1,3})[）)]/u, number: hanNumber},
  {label: /^([一二三四五六七八九十]{1,3})、/u, number: hanNumber},
  {label: /^(?:第|其)([一二三四五六七八九十]{1,3})(?:[，,：:、]|是)/u, number: hanNumber},
  {label: /^([一二三四五六七八九])是/u, number: hanNumber},
  {label: /^([A-H])[.．、)）]/u, number: (name) => (name.codePointAt(0) ?? 0) - 64},
  {label: /^[（(]([A-Ha-h])[)）]/u, number: (name) => (name.toUpperCase().codePointAt(0) ?? 0) - 64},
  {label: /^([a-h])[)）]/u, number: (name) => (name.codePointAt(0) ?? 0) - 96},
  {label: /^[（(]([ivx]{1,4})[)）]/u, number: (name) => romans.indexOf(name) + 1},
  {label: /^([Ⅰ-Ⅻ])[.．、]/u, number: (name) => (name.codePointAt(0) ?? 0) - 0x215f},
  {label: /^[（(][ \u3000]*[）)][ \u3000]?(\d{1,2})[.．、]/u, number: Number}, // ( ) 1. true or false
  {label: /^[[［【〔](0\d{3})[\]］】〕]/u, number: Number, anywhere: true}, // paragraphs of a patent
  {label: /^[[［【〔](\d{1,2})[\]］】〕]/u, number: Number, all: true},
]
/** 步骤1：, S1：, Step 2. */
const worded = /^(\p{L}{1,8}[ ]?)(\d{1,2})[：:.．、]/u
/** 1.1 and 1.1.2 before words; no measure (1.2%). */
const clause = /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.．、]?[ \u3000]+|[.．、]|(?=[\p{Script=Han}“《（「]))(?=[^\d\s%％×~～—–-])/u
/** 第三十一条 and a gap, or a name between brackets. */
const article = /^第[一二三四五六七八九十百零〇\d]{1,6}条(?:之[一二三四五六七八九十])?(?:[\s\u3000：:]|[（【])/u
/** 第一章　总则 */
const division = /^第[一二三四五六七八九十百\d]{1,4}[编章节][\s\u3000]{1,4}\p{Script=Han}{1,20}$/u
/** 1.总则 and 1.1适用范围, where all lines count. */
const wholeClause = /^(\d{1,2}(?=[.．、])|\d{1,2}(?:\.\d{1,2}){1,3})[.．、 \u3000]{0,3}(?=[\p{Script=Han}“《（「])/u
const sentenceEnd = /[。；;：:.!?！？][”’」）)]?$/
/** Choices that share a line. */
const choices = /^([A-H])[.．、)）].*?[\s\u3000]([B-H])[.．、)）]/u

/** Bullets that Markdown does not know, pictures and keys; nobody wraps a line before one. */
const sign = /^(?:(?![©®™])[\p{Extended_Pictographic}\p{Regional_Indicator}•‣⁃●○■□▪▫◆◇▶▷►➢★☆]|\d\uFE0F?\u20E3)(?:\uFE0F|\u200D|\p{Emoji_Modifier})*/u
/** A calculation goes on. */
const relation = /^[=＝≈≒≠≤≥⩽⩾⇒⇔∴∵](?=[\s\d\p{Script=Han}])/u

/** @returns The lines that open with a sign, all but one that opens the paragraph; none where it is but one. */
export function signedLines(lines: Line[]): Line[] {
  const row = lines.filter(({words}) => sign.test(words))
  if (row.length > 1) return row.filter((line) => line !== lines[0])
  return /^[^\\]*[=＝≈][^\\]*$/.test(lines[0]?.words ?? '') ? lines.filter(({words}, index) => index > 0 && relation.test(words)) : []
}

function digits(name: string): number {
  return Number(name.normalize('NFKC'))
}

/** Up to 99. */
function hanNumber(name: string): number {
  const [tens = '', ones = ''] = name.includes('十') ? name.split('十') : ['零', name]
  return (tens === '零' ? 0 : (han.indexOf(tens || '一') + 1) * 10) + (ones === '' ? 0 : han.indexOf(ones) + 1)
}

/** @param words Of `lines`, whole.
 * @returns The lines that begin with 1, 2, … of one family, all but one that opens the paragraph; none where it is no row. */
export function countedLines(lines: Line[], words: string[]): Line[] {
  const whole = words.length === lines.length ? words : lines.map((line) => line.words)
  return [...clauseLines(lines, whole), ...articleLines(lines, whole), ...rowLines(lines, whole)]
}

/** Articles of a statute, which need not follow each other: each but the first stands behind the end of a sentence, of a title or of a
 * heading of its own. @returns All but one that opens the paragraph. */
function articleLines(lines: Line[], words: string[]): Line[] {
  const row = words.flatMap((line, index) => (article.test(line) ? [index] : []))
  if (row.length < 2 || row.some((index) => index > 0 && !/[。；;：:.!?！？…》”’」』）)\]]$/u.test(words[index - 1] ?? '') && !division.test(words[index - 1] ?? ''))) return []
  return lines.filter((_, index) => index > 0 && [article, division].some((label) => label.test(words[index] ?? '')))
}

function rowLines(lines: Line[], words: string[]): Line[] {
  const rows = nestedRows(lines)
  const widest = words.reduce((most, line) => Math.max(most, columnsOf(line)), 0)
  const follows = (index: number) => { // a labelled heading, which no editor wrapped
    const [before, title = ''] = [lines[index - 1], words[index - 1]]
    return before !== undefined && rows.has(before) && 2 * columnsOf(title) < Math.min(widest, filled) && /[\p{Script=Han}\d）)]$/u.test(title)
  }
  if (rows.size > 0) return lines.filter((line, index) => index > 0 && (rows.has(line) || follows(index)))
  const [first] = lines.flatMap(({words}) => worded.exec(words)?.[1] ?? [])
  const row = first === undefined ? [] : rowOf(lines, {label: new RegExp(`^${first}(\\d{1,2})[：:.．、]`, 'u'), number: Number})
  if (row.length > 1) return row.filter((line) => line !== lines[0])
  return lines.filter((_, index) => index > 0 && sharesChoices(words[index] ?? '', words[index - 1] ?? ''))
}

/** Clauses of a contract: the first opens the paragraph, each is the next of the one before, and follows the end of a sentence.
 *
 * @returns All but the first. */
function clauseLines(lines: Line[], words: string[]): Line[] {
  const whole = words.map((line) => wholeClause.exec(line)?.[1]?.split('.').map(Number))
  if ((whole.length > 2 || whole[0]?.length === 1) && whole.every((number, index) => number !== undefined && (index === 0 || isNext(number, whole[index - 1] ?? [])))) return lines.slice(1)
  const numbers = words.map((line) => clause.exec(line)?.[1]?.split('.').map(Number))
  let last = numbers[0]
  const row: Line[] = []
  for (const [index, line] of lines.entries()) {
    const number = numbers[index]
    if (last === undefined) return []
    if (index === 0 || number === undefined) continue
    if (!isNext(number, last) || !sentenceEnd.test(words[index - 1] ?? '')) return []
    last = number
    row.push(line)
  }
  return row
}

/** 1.2 or 1.1.1 behind 1.1, 1.2 behind 1.1.3. */
function isNext(number: number[], last: number[]): boolean {
  const end = number.length - 1
  return number.every((part, index) => part === (last[index] ?? 0) + (index === end ? 1 : 0)) && number.length <= last.length + 1
}

/** Rows that count through the paragraph, and those that count anew below each line of them (1、 （1）（2） 2、 （1）). */
function nestedRows(lines: Line[]): Set<Line> {
  const rows = new Set(families.map((family) => rowOf(lines, family)).filter(({length}) => length > 1).flat())
  if (rows.size === 0) return rows
  const parts: Line[][] = []
  for (const line of lines) {
    if (rows.has(line)) parts.push([])
    else parts.at(-1)?.push(line)
  }
  for (const family of families) {
    const inner = parts.map((part) => rowOf(part, family))
    if (inner.some(({length}) => length > 1)) for (const line of inner.flat()) rows.add(line)
  }
  return rows
}

function rowOf(lines: Line[], {label, number, all, anywhere}: Family): Line[] {
  const row: Line[] = []
  let next = 1
  for (const [index, line] of lines.entries()) {
    const name = label.exec(line.words)?.[1]
    if (name === undefined) {
      if (all && index > 0) return []
      continue
    }
    const found = number(name)
    if (found !== next && !(anywhere && row.length === 0)) return []
    next = found + 1
    row.push(line)
  }
  return row
}

/** `A. 甲  B. 乙`, and `C. 丙  D. 丁` below it. */
function sharesChoices(words: string, before: string): boolean {
  const [, first, second] = choices.exec(words) ?? []
  if (first === undefined || second === undefined || second.charCodeAt(0) !== first.charCodeAt(0) + 1) return false
  return first === 'A' || choices.test(before)
}
