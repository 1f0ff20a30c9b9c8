/** Tables of more columns than a page has room for, in the smallest letters: cut into several, one below the other, each with the first
 * column, which tells what its rows are about. */
import type {Element, ElementContent} from 'hast'
import {rowsOf} from '../table-columns.ts'
import {smallest} from './fit-table.ts'

/** Ems of its letters below which a column cannot be read. */
const column = 2

/** @param width Of the type area, in ems of the text.
 * @returns The table itself, where it fits or has cells over several columns. */
export function cutTable(table: Element, width: number): Element[] {
  const rows = rowsOf(table.children).map(cellsOf)
  const count = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  const room = Math.max(2, Math.floor(width / smallest.size / (column + smallest.padding)))
  if (count <= room || rows.some((cells) => cells.some(({properties: {colSpan = 1, rowSpan = 1}}) => Number(colSpan) !== 1 || Number(rowSpan) !== 1))) return [table]
  const bands = Math.ceil((count - 1) / (room - 1))
  const each = Math.ceil((count - 1) / bands)
  return Array.from({length: bands}, (_, band) => keepColumns(table, 1 + band * each, 1 + (band + 1) * each))
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((cell): cell is Element => cell.type === 'element')
}

function keepColumns(element: Element, from: number, to: number): Element {
  const first = from === 1
  if (element.tagName === 'tr') return {...element, children: cellsOf(element).flatMap((cell, index) => (index === 0 ? [first ? cell : withoutIds(cell)] : index >= from && index < to ? [cell] : []))}
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element' || /^t(?:head|body|foot)$|^tr$/.test(child.tagName)) return [child.type === 'element' ? keepColumns(child, from, to) : child]
    return child.tagName === 'caption' && first ? [child] : []
  })
  return first ? {...element, children} : anonymous({...element, children})
}

function anonymous({properties: {id: _id, ...properties}, ...element}: Element): Element {
  return {...element, properties}
}

/** An anchor stands once. */
function withoutIds(element: Element): Element {
  const bare = anonymous(element)
  return {...bare, children: bare.children.map((child) => (child.type === 'element' ? withoutIds(child) : child))}
}
