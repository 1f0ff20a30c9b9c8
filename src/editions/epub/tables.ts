/** Tables on the page of a phone, which cannot scroll sideways: words whole where they fit, closer where they do not,
 * and divided anywhere before a column is lost beyond the edge.
 *
 * Twenty ems is a phone held upright; what a table needs is reckoned from its longest words. */
import type {Element, ElementContent} from 'hast'
import {toString} from 'hast-util-to-string'
import {columnsOf, rowsOf} from '../table-columns.ts'
import {keepWords} from '../word-breaks.ts'

const page = 20

/** Size of letters and padding of a cell, in ems of the text; base.css says the same. */
const settings = {plain: {size: 0.92, padding: 1.3}, close: {size: 0.8, padding: 0.56}, tight: {size: 0.72, padding: 0.44}}

/** @param table Its rows are in `thead` and `tbody`. */
export function settleTable(table: Element): Element {
  const columns = columnsOf(table)
  return fitted(listsFigures(table) ? classed(table, 'figures') : table, columns)
}

function fitted(table: Element, columns: ReturnType<typeof columnsOf>): Element {
  const fits = ({size, padding}: {size: number; padding: number}, part: 'word' | 'letters') => columns.reduce((sum, column) => sum + column[part] * size + padding, 0) <= page
  if (fits(settings.plain, 'word')) return {...table, children: mapCells(table.children, keepWords)}
  if (fits(settings.close, 'word')) return {...classed(table, 'close'), children: mapCells(table.children, keepWords)}
  return fits(settings.tight, 'letters') ? classed(table, 'tight') : classed(table, 'tight', 'anywhere')
}

function classed(table: Element, ...names: string[]): Element {
  const {className} = table.properties
  return {...table, properties: {...table.properties, className: [...(Array.isArray(className) ? className : []), ...names]}}
}

/** A column of figures is read from top to bottom: its digits are of one width. */
function listsFigures(table: Element): boolean {
  const columns = new Map<number, {cells: number; figures: number}>()
  for (const row of rowsOf(table.children)) {
    for (const [index, cell] of row.children.filter((child) => child.type === 'element').entries()) {
      if (cell.tagName !== 'td') continue
      const known = columns.get(index) ?? {cells: 0, figures: 0}
      columns.set(index, {cells: known.cells + 1, figures: known.figures + (figure.test(toString(cell).trim()) ? 1 : 0)})
    }
  }
  return [...columns.values()].some(({cells, figures}) => cells > 1 && cells === figures)
}

const figure = /^[~≈<>≤≥±+−–-]?[$€¥￥£]?\d[\d.,\s]*[\p{L}%‰°]{0,4}$/u

function mapCells(nodes: ElementContent[], change: (cell: Element) => Element): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node
    if (/^t[dh]$/.test(node.tagName)) return change(node)
    return /^t(?:head|body|foot|r)$/.test(node.tagName) ? {...node, children: mapCells(node.children, change)} : node
  })
}
