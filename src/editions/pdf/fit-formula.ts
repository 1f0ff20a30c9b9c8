/** Formulas that fit the page: what stands outside the type area is not printed, and the browser breaks no formula.
 *
 * Smaller letters, or lines and smaller letters, down to where they can just be read; widths are reckoned from the parts, since
 * only a layout could measure them. */
import type {Element, ElementContent} from 'hast'
import {toString} from 'hast-util-to-string'
import {breakFormula} from './break-formula.ts'

/** Parts of the reckoned width that are left for what it misses. */
const slack = 1.08

/** Part of the line from which a formula within it would tear the line before it apart: that text is not justified. */
const long = 0.35

/** Smallest letters, as a part of the text's. */
const least = 0.45

/** Letters that are smaller are set in lines instead, where the formula may break. */
const small = 0.8

/** @param math As it was set. @param own What is printed of it; changed in place.
 * @param width Of the type area, in ems of the text. */
export function fitFormula(math: Element, own: Element, width: number): void {
  const ems = emsOf(math, 1) * slack
  if (ems > width * long && math.properties.display !== 'block') own.properties.className = ['long']
  const broken = math.properties.display === 'block' && width / ems < small && breakFormula(own, width / slack, (part) => emsOf(part, 1))
  const scale = width / (broken ? emsOf(own, 1) * slack : ems)
  if (scale >= 1) return
  own.properties.style = [String(own.properties.style ?? ''), `font-size:${Math.max(least, Math.floor(scale * 100) / 100)}em`].filter(Boolean).join(';')
}

/** Widths of the tokens of mathematics in ems: an italic letter, a digit, a sign with the space around it. */
const tokens: Record<string, (text: string) => number> = {
  mi: (text) => (text.length > 1 ? 0.5 : 0.58) * text.length,
  mn: (text) => 0.5 * text.length,
  mtext: (text) => sum([...text], (character) => (character.charCodeAt(0) > 0x2e80 ? 1 : 0.5)),
  ms: (text) => 0.5 * text.length,
  mo: (text) => (/^[\u2061-\u2064]*$/.test(text) ? 0 : /^[()[\]{}|,.;!'′]$/.test(text) ? 0.36 : text.length > 1 ? 0.5 * text.length + 0.35 : 1.15),
}

const script = 0.7

/** @param size Of the letters here, to those of the formula. @returns Reckoned width in ems of the formula. */
export function emsOf(node: ElementContent, size: number): number {
  if (node.type !== 'element') return 0
  const kids = node.children.filter((child): child is Element => child.type === 'element')
  const [first, ...others] = kids
  const widest = (nodes: Element[], at = size) => Math.max(0, ...nodes.map((kid) => emsOf(kid, at)))
  const token = tokens[node.tagName]
  if (token) return token(toString(node)) * size
  switch (node.tagName) {
    case 'annotation': case 'annotation-xml': case 'mphantom': case 'mprescripts': return 0
    case 'mspace': return Math.max(0, Number.parseFloat(String(node.properties.width ?? 0)) || 0) * size
    case 'msub': case 'msup': case 'msubsup': case 'mmultiscripts': return (first ? emsOf(first, size) : 0) + widest(others, size * script)
    case 'mfrac': return widest(kids, size < 1 || node.properties.displaystyle === 'false' ? size * script : size) + 0.2 * size
    case 'munder': case 'mover': case 'munderover': return Math.max(first ? emsOf(first, size) : 0, widest(others, size * script))
    case 'mroot': return (first ? emsOf(first, size) : 0) + size
    case 'msqrt': return sum(kids, (kid) => emsOf(kid, size)) + size
    case 'mtable': return tableOf(node, size)
    default: return sum(kids, (kid) => emsOf(kid, size))
  }
}

/** A numbered formula is as wide on its left as on its right. */
function tableOf(table: Element, size: number): number {
  const columns: number[] = []
  let numbered = false
  for (const row of table.children) {
    if (row.type !== 'element') continue
    if (Array.isArray(row.properties.className) && row.properties.className.includes('tml-tageqn')) numbered = true
    for (const [index, cell] of row.children.filter((child) => child.type === 'element').entries()) columns[index] = Math.max(columns[index] ?? 0, sum(cell.children, (child) => emsOf(child, size)))
  }
  const gaps = 0.8 * size * Math.max(0, columns.length - 1)
  return sum(columns, (ems) => ems) + gaps + (numbered ? columns.at(-1) ?? 0 : 0)
}

function sum<Value>(values: Value[], emsOfValue: (value: Value) => number): number {
  return values.reduce((total, value) => total + emsOfValue(value), 0)
}
