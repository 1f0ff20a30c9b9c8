/** Words of the tree → where they stand in their file.
 *
 * A text of the tree is not its source: escapes, references, indents of lines and hidden characters are gone. The two are read
 * side by side, once for each text. */
import type {Text} from 'mdast'
import type {Point, Position} from 'unist'
import type {Book} from '../model/book.ts'

/** @param path File in which the node's chapter opens. @returns The text of the file that holds the line, if it is kept. */
export function sourceOf({written, continued}: Pick<Book, 'written' | 'continued'>, path: string, line: number | undefined): string | undefined {
  const further = (continued ?? []).filter(({opening, origin}) => opening === path && origin.line <= (line ?? 0)).at(-1)
  return written?.get(further?.origin.path ?? path)
}

/** A text beside its source. */
export interface Words {
  value: string
  raw: string
  start: Point
  /** Offsets in `raw` where lines begin. */
  lines: number[]
  /** For each unit of the value, where `raw` writes it; absent where the two are the same. */
  offsets?: number[]
}

/** @returns Undefined where the two do not agree to the end. */
export function alignWords({value, position}: Pick<Text, 'value' | 'position'>, source: string | undefined): Words | undefined {
  const {start, end} = position ?? {}
  if (source === undefined || start?.offset === undefined || end?.offset === undefined) return undefined
  const raw = source.slice(start.offset, end.offset)
  const lines = [0, ...[...raw.matchAll(/\r\n|\r|\n/g)].map(({0: ending, index}) => index + ending.length)]
  if (raw === value) return {value, raw, start, lines}
  const offsets = offsetsOf(value, raw)
  return offsets && {value, raw, start, lines, offsets}
}

/** @param from Offset in the value. @param to Its end, behind `from`.
 * @returns Its place; `exact` where the source has the very words, and may be edited. */
export function placeOfWords(words: Words, from: number, to: number): Position & {exact: boolean} {
  const {value, raw, offsets} = words
  const begin = offsets ? (offsets[from] ?? raw.length) : from
  const end = offsets ? (offsets[to] === undefined ? raw.length : endOf(offsets[to - 1] ?? 0, raw)) : to
  return {start: pointAt(begin, words), end: pointAt(end, words), exact: isWritten(raw.slice(begin, end), value.slice(from, to))}
}

/** @returns A part of a text with its own place; with that of the whole where it cannot be told. */
export function partOfText({value, position}: Text, from: number, to: number, words: Words | undefined): Text {
  const part: Text = {type: 'text', value: value.slice(from, to)}
  if (!position) return part
  if (!words || to <= from) return {...part, position}
  const {start, end} = placeOfWords(words, from, to)
  return {...part, position: {start, end}}
}

/** A line may end within, where none is printed. */
function isWritten(raw: string, words: string): boolean {
  return raw === words || (/[\r\n]/.test(raw) && raw.replace(/[ \t]*(?:\r\n|\r|\n)[ \t>]*/g, '') === words)
}

function pointAt(at: number, {start, lines}: Words): Point {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return {line: start.line + low, column: low === 0 ? start.column + at : at - (lines[low] ?? 0) + 1, offset: (start.offset ?? 0) + at}
}

const escape = /\\[!-/:-@[-`{-~]/y
const reference = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][\da-z]{1,30});/iy
const lineEnd = /[ \t]*(?:\r\n|\r|\n)[ \t>]*/y
const hidden = /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]|[\uFE00-\uFE0F]|[\u{E0000}-\u{E01EF}]/uy
/** `manuscript/` and `typography.quotes` write one character for another. */
const exchanged = /[\uFDD0-\uFDE8"']/

/** @returns Where what is written at `at` ends. */
function endOf(at: number, raw: string): number {
  return at + (matchAt(escape, raw, at) || matchAt(reference, raw, at) || 1)
}

/** @returns Length; 0 for none. */
function matchAt(pattern: RegExp, raw: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(raw)?.[0].length ?? 0
}

function offsetsOf(value: string, raw: string): number[] | undefined {
  const offsets: number[] = []
  let at = 0
  while (at < raw.length) {
    const next = value[offsets.length]
    const step = next === '\n' || next !== raw[at] ? matchAt(lineEnd, raw, at) : 0
    if (step > 0) {
      if (next === '\n') offsets.push(at) // between two Han no line end is printed
      at += step
      continue
    }
    const [taken, length] = unitsAt(value, offsets.length, raw, at)
    if (length === 0) return undefined
    for (let unit = 0; unit < taken; unit += 1) offsets.push(at + (taken === length ? unit : 0))
    at += length
  }
  return offsets.length === value.length ? offsets : undefined
}

/** @returns How many units of the value are written here, and by how many of the source; none by 0 where they differ. */
function unitsAt(value: string, index: number, raw: string, at: number): [number, number] {
  const [next, own] = [value[index], raw[at] ?? '']
  const escaped = own === '\\' ? matchAt(escape, raw, at) : 0
  if (escaped > 0 && raw[at + 1] === next) return [1, escaped]
  const named = own === '&' ? matchAt(reference, raw, at) : 0
  if (named > 0 && !value.startsWith(raw.slice(at, at + named), index)) return [unitsOf(raw.slice(at, at + named), value, index), named]
  if (own === next) return [1, 1]
  const unseen = matchAt(hidden, raw, at)
  if (unseen > 0) return [0, unseen]
  return exchanged.test(own) && next !== undefined ? [1, 1] : [0, 0]
}

/** Hidden characters are taken out however they are written. */
function unitsOf(written: string, value: string, index: number): number {
  const [, hexadecimal, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(written) ?? []
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal ?? Number.NaN)
  if (code <= 0x10ffff && matchAt(hidden, String.fromCodePoint(code), 0) > 0) return 0
  return String.fromCodePoint(value.codePointAt(index) ?? 32).length
}
