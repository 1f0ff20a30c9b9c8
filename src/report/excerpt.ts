/** A part of one line that fits the terminal, and marks under the faulty characters. */
import {eastAsianWidth} from 'get-east-asian-width'

/** @param column 1-based, UTF-16 units. @param endColumn Behind the last faulty unit; default: one character.
 * @param room Columns of the terminal for the text; a Han character takes two. */
export function excerpt(line: string, column: number, endColumn: number | undefined, room: number): {shownText: string; marks: string} {
  const start = whole(line, column - 1 - room)
  const characters = cells(line.slice(start, whole(line, column - 1 + 2 * room)), start) // measuring is slow, and a line may be very long
  const first = Math.max(0, characters.findLastIndex(({offset}) => offset <= column - 1))
  const behind = endColumn === undefined ? -1 : characters.findIndex(({offset}) => offset >= endColumn - 1)
  const last = endColumn === undefined ? first + 1 : Math.max(first + 1, behind < 0 ? characters.length : behind)
  const {from, to} = span(characters, first, Math.max(20, room - 2))
  const text = (begin: number, end: number) => characters.slice(begin, end).map(({shown}) => shown).join('')
  const before = from > 0 || start > 0 ? '…' : ''
  const behindThat = to < characters.length || (characters.at(-1)?.offset ?? 0) + 2 < line.length
  const marked = width(characters, first, Math.min(last, to))
  return {
    shownText: `${before}${text(from, to)}${behindThat ? '…' : ''}`,
    marks: ' '.repeat(width(characters, from, first) + before.length) + '^'.repeat(Math.max(1, marked)),
  }
}

interface Cell {shown: string; offset: number; width: number}

/** @returns An offset inside the line that does not part a surrogate pair. */
function whole(line: string, offset: number): number {
  const inside = Math.min(Math.max(0, offset), line.length)
  return /[\uDC00-\uDFFF]/.test(line[inside] ?? '') ? inside - 1 : inside
}

function cells(line: string, start: number): Cell[] {
  let offset = start
  return Array.from(line, (character) => {
    const shown = /[\t\p{Cc}\p{Cf}]/u.test(character) ? ' ' : character
    const cell = {shown, offset, width: columnsOf(shown)}
    offset += character.length
    return cell
  })
}

/** Columns of a terminal: Unicode's East Asian Width; marks stand on the character before them. */
function columnsOf(character: string): number {
  return character < '\x7f' ? 1 : /\p{Mark}/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0)
}

/** The widest stretch around `first` that fits: a quarter of the room before it, the rest behind. */
function span(characters: Cell[], first: number, room: number): {from: number; to: number} {
  let from = first
  let taken = 0
  while (from > 0 && taken + (characters[from - 1]?.width ?? 0) <= room / 4) taken += characters[--from]?.width ?? 0
  let to = first
  while (to < characters.length && taken + (characters[to]?.width ?? 0) <= room) taken += characters[to++]?.width ?? 0
  while (from > 0 && taken + (characters[from - 1]?.width ?? 0) <= room) taken += characters[--from]?.width ?? 0
  return {from, to}
}

function width(characters: Cell[], from: number, to: number): number {
  return characters.slice(from, to).reduce((sum, cell) => sum + cell.width, 0)
}
