/** A formula of many rows, as of a long derivation → formulas of a row each, between which a page may end: the browser moves a
 * formula to the next page as one, slices one that is taller than a page, and leaves the page behind it empty.
 *
 * Each holds other rows too, collapsed: they take no room, but the columns stay as wide as they were in one. */
import type {Element} from 'hast'
import {emsOf} from './fit-formula.ts'

/** Part of a page up to which a formula stays whole. */
const whole = 0.4

/** Rows of each column that are reckoned widest; they stand in each formula. The reckoning may err, and hardly by so many. */
const widest = 6

/** Heights in ems: of a row, and what is added by what stands over or under a line. */
const row = 1.9
const taller: Record<string, number> = {mfrac: 1.1, munderover: 1.6, munder: 0.8, mover: 0.4, mtr: 1.5}

/** @param holder What a formula set apart stands in; changed in place. @param height Of a page in ems. */
export function cutFormula(holder: Element, height: number): void {
  const [math, ...others] = elementsOf(holder)
  if (math?.tagName !== 'math' || math.properties.display !== 'block' || others.length > 0) return
  const table = tableOf(math)
  const rows = table ? elementsOf(table) : []
  if (!table || rows.length < 4 || rows.some(({tagName}) => tagName !== 'mtr') || rows.reduce((sum, each) => sum + heightOf(each), 0) <= height * whole) return
  const {lang, id, ...properties} = math.properties
  const measures = rowsThatMeasure(rows)
  const pieces = rows.map((shown, index): Element => ({
    ...math, properties: {...properties, ...(index === 0 && id !== undefined ? {id} : {})},
    children: [{...table, children: rows.flatMap((each) => (each === shown ? [each] : measures.has(each) ? [collapse(each)] : []))}],
  }))
  holder.properties.className = [...(Array.isArray(holder.properties.className) ? holder.properties.className : []), 'rows']
  if (lang !== undefined) holder.properties.lang = lang // one formula for who hears it
  holder.children = pieces
}

function rowsThatMeasure(rows: Element[]): Set<Element> {
  const cells = rows.map((each) => elementsOf(each).map((cell) => emsOf(cell, 1)))
  const columns = Math.max(...cells.map(({length}) => length))
  const ranked = Array.from({length: columns}, (_, column) => rows.map((each, index) => ({each, ems: cells[index]?.[column] ?? 0})).sort((one, other) => other.ems - one.ems).slice(0, widest))
  return new Set(ranked.flat().map(({each}) => each))
}

/** The only thing in a formula. */
function tableOf(parent: Element): Element | undefined {
  const [only, ...others] = elementsOf(parent).filter(({tagName}) => !tagName.startsWith('annotation'))
  if (!only || others.length > 0) return undefined
  return only.tagName === 'mtable' ? only : only.tagName === 'mrow' || only.tagName === 'semantics' ? tableOf(only) : undefined
}

function elementsOf({children}: Element): Element[] {
  return children.filter((child): child is Element => child.type === 'element')
}

function heightOf(node: Element): number {
  const extra = (part: Element): number => {
    const inner = elementsOf(part).map(extra)
    return (taller[part.tagName] ?? 0) + (part.tagName === 'mtable' ? inner.reduce((sum, each) => sum + each, 0) : Math.max(0, ...inner))
  }
  return row + Math.max(0, ...elementsOf(node).map(extra))
}

/** Without ids: each stands in one of the rows that are shown. */
function collapse(node: Element): Element {
  return {...node, properties: {...withoutId(node), style: 'visibility:collapse'}, children: node.children.map((child) => (child.type === 'element' ? bare(child) : child))}
}

function bare(node: Element): Element {
  return {...node, properties: withoutId(node), children: node.children.map((child) => (child.type === 'element' ? bare(child) : child))}
}

function withoutId({properties: {id: _id, ...properties}}: Element): Element['properties'] {
  return properties
}
