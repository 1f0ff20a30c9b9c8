/** Columns of a crowded table, whose heads have no room to stay whole: heads are divided between words, and no column is left with
 * a character a line while another has room. The browser shares by what the longest cells would like. */
import type {Element} from 'hast'
import {toString} from 'hast-util-to-string'
import {widthOf} from '../letter-widths.ts'
import {type Column, rowsOf} from '../table-columns.ts'
import {keepWords, longestParts} from '../word-breaks.ts'

/** Least ems of a column of longer cells, from the fair to the barely read. */
const fair = [6, 5, 4, 3, 2]

/** Lines of a head that is long. */
const lines = 2
const longest = 4

/** Ems that are given at once, and those that stay free: widths are reckoned. */
const step = 0.5
const slack = 1

/** In place.
 *
 * @param room Ems of the table's letters for all columns.
 * @returns Least ems of each column; none where there is no room. */
export function shareColumns(table: Element, columns: Column[], room: number): number[] | undefined {
  const heads = headsOf(table, columns.length)
  const words = heads.map((head) => (head ? Math.max(longestParts(head).word, Math.min(widthOf(toString(head).trim()) / lines, longest)) : 1))
  const shares = fair.map((least) => columns.map(({letters, whole}, index) => Math.max(letters, words[index] ?? 1, Math.min(whole, least)))).find((least) => sumOf(least) <= room)
  if (!shares) return undefined
  shareRest(shares, columns, room - sumOf(shares) - slack)
  for (const [index, head] of heads.entries()) {
    if (!head) continue
    Object.assign(head, keepWords(head))
    head.properties.style = `min-width:${Math.floor((shares[index] ?? 1) * 10) / 10}em`
  }
  return shares
}

/** What is left goes, little by little, to the column whose longest cell has the most lines. */
function shareRest(shares: number[], columns: Column[], rest: number): void {
  const linesOf = (column: number) => (columns[column]?.whole ?? 0) / (shares[column] ?? 1)
  for (let left = rest; left >= step; left -= step) {
    const fullest = shares.reduce((best, _, column) => (linesOf(column) > linesOf(best) ? column : best), 0)
    if (linesOf(fullest) <= 1) return
    shares[fullest] = (shares[fullest] ?? 0) + step
  }
}

/** Of the first row; undefined in place of a cell over several columns. */
function headsOf(table: Element, count: number): (Element | undefined)[] {
  const cells = (rowsOf(table.children)[0]?.children ?? []).filter((cell): cell is Element => cell.type === 'element')
  return Array.from({length: count}, (_, column) => (cells.length === count && cells[column]?.tagName === 'th' ? cells[column] : undefined))
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
