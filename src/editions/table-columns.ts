/** What the columns of a table need, in ems of its letters. */
import type {Element, ElementContent} from 'hast'
import {toString} from 'hast-util-to-string'
import {widthOf} from './letter-widths.ts'
import {longestParts, type Parts} from './word-breaks.ts'

/** `head`: the longest words of a head that is kept whole between punctuation. */
export interface Column extends Parts {head: number}

const none: Column = {word: 1, letters: 1, whole: 1, head: 1}

/** @param words See `longestParts`.
 * @returns The most of each column; cells over several columns count for none. */
export function columnsOf(table: Element, words = true): Column[] {
  const columns: (Column | undefined)[] = []
  for (const row of rowsOf(table.children)) {
    let column = 0
    for (const cell of row.children) {
      if (cell.type !== 'element') continue
      const span = Number(cell.properties.colSpan ?? 1) || 1
      const known = columns[column] ?? none
      if (span === 1) columns[column] = most(known, longestParts(cell, words), cell)
      column += span
    }
  }
  return Array.from(columns, (column) => column ?? none)
}

function most(known: Column, {word, letters, whole}: Parts, cell: Element): Column {
  const head = cell.tagName === 'th' ? Math.max(...toString(cell).split(/[\s\p{P}]+/u).map(widthOf)) : 1
  return {word: Math.max(known.word, word), letters: Math.max(known.letters, letters), whole: Math.max(known.whole, cell.tagName === 'td' ? whole : 1), head: Math.max(known.head, head)}
}

export function rowsOf(nodes: ElementContent[]): Element[] {
  return nodes.flatMap((node) => (node.type !== 'element' ? [] : node.tagName === 'tr' ? [node] : /^t(?:head|body|foot)$/.test(node.tagName) ? rowsOf(node.children) : []))
}
