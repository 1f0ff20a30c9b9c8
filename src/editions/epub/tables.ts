/** Tables on the page of a phone, which cannot scroll sideways: words whole where they fit, closer where they do not. Where not even
 * numbers would stay whole, each row is a list of its cells with their heads; a table without a head divides words anywhere
 * before a column is lost beyond the edge.
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
  if (fits(settings.tight, 'letters')) return classed(table, 'tight')
  const heads = headsOf(table, columns.length)
  const need = columns.reduce((sum, {letters}) => sum + letters * settings.tight.size + settings.tight.padding, 0)
  return heads ? {...classed(table, 'tight', 'anywhere', `rows-${widths.find((width) => width >= need) ?? widths.at(-1)}`), children: table.children.map((part) => (part.type === 'element' && part.tagName === 'tbody' ? labelled(part, heads) : part))} : classed(table, 'tight', 'anywhere')
}

/** Ems of a page up to which rows are lists; base.css says the same. */
const widths = [30, 40, 60]

/** @returns Words of the head, where it is one row with a cell a column. */
function headsOf(table: Element, columns: number): string[] | undefined {
  const rows = rowsOf(table.children.filter((part) => part.type === 'element' && part.tagName === 'thead'))
  const cells = rows[0]?.children.filter((cell) => cell.type === 'element') ?? []
  return rows.length === 1 && cells.length === columns && cells.every(({properties}) => properties.colSpan === undefined) ? cells.map((cell) => toString(cell).replace(/\s+/g, ' ').trim()) : undefined
}

function labelled(body: Element, heads: string[]): Element {
  const label = (row: Element): Element => {
    let column = 0
    return {...row, children: row.children.map((cell) => (cell.type === 'element' ? {...cell, properties: {...cell.properties, 'data-head': heads[column++] ?? ''}} : cell))}
  }
  return {...body, children: body.children.map((row) => (row.type === 'element' && row.tagName === 'tr' && !row.children.some((cell) => cell.type === 'element' && (cell.properties.colSpan !== undefined || cell.properties.rowSpan !== undefined)) ? label(row) : row))}
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
