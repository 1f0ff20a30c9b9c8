/** Galley chapter → the elements of the page: slots filled, headings one level down, wide things in boxes that scroll.
 *
 * The galley is shared by all editions and stays as it is: elements are copied, never changed. */
import type {Element, ElementContent, Properties} from 'hast'
import {toString} from 'hast-util-to-string'
import type {Asset, Galley} from '../../model/book.ts'
import type {Locale} from '../../model/locale.ts'
import {isHan, narrowApostrophes, slanted, slantLatin, verbatim} from '../latin-runs.ts'
import {keepWords} from '../word-breaks.ts'
import {callNote, enterElement, type Ledger, liftStyle} from './ledger.ts'

export interface Dressing {
  galley: Galley
  ledger: Ledger
  locale: Locale
  /** In Chinese or Japanese, and no code. */
  han: boolean
}

export function dress(nodes: readonly ElementContent[], parent: Element | undefined, dressing: Dressing): ElementContent[] {
  const result: ElementContent[] = []
  for (const node of nodes) {
    if (node.type === 'text') result.push(...(dressing.han ? narrowApostrophes([node]) : [node]))
    else if (node.type === 'element') result.push(dressElement(node, parent, dressing))
  }
  return result
}

function dressElement(node: Element, parent: Element | undefined, dressing: Dressing): Element {
  const {lang} = node.properties
  const han = !verbatim.has(node.tagName) && (typeof lang === 'string' ? isHan(lang) : dressing.han)
  const element: Element = {type: 'element', tagName: lowered(node.tagName), properties: dressProperties(node, dressing), children: dress(node.children, node, {...dressing, han})}
  if (han && slanted.has(node.tagName)) slantLatin(element)
  if (node.data?.slot?.type === 'folios') foldPlaces(element, dressing.locale)
  if (node.tagName === 'a' && node.children.length === 0) closeAnchor(element)
  if (node.tagName === 'a' && /^[a-z]+:\/\//i.test(toString(node))) addClass(element.properties, 'url') // may be divided anywhere
  if (node.tagName === 'th' && node.children.length === 0) element.tagName = 'td' // an empty corner heads nothing
  if (/^(?:h[1-6]|t[dh])$/.test(element.tagName)) Object.assign(element, keepWords(element))
  if (element.tagName === 'td' && toString(element).length > runningText) addClass(element.properties, 'long')
  enterElement(dressing.ledger, element)
  if (node.tagName === 'table') return boxTable(element, parent, dressing)
  if (node.tagName === 'math' && isLong(node, parent)) return boxFormula(element, dressing)
  if (node.tagName === 'pre' || isFormula(node)) return {...element, properties: {...element.properties, tabIndex: 0}} // can be scrolled by keyboard
  return element
}

function dressProperties({properties, data, tagName}: Element, {galley: {assets, notes}, ledger}: Dressing): Properties {
  const result: Properties = {...properties}
  if (result.style !== undefined) liftStyle(ledger, result)
  const slot = data?.slot
  if (slot?.type === 'asset') result.src = dataUri(assets.get(slot.hash))
  if (slot?.type === 'note' && notes.has(slot.id)) callNote(ledger, slot.id, result)
  if (tagName === 'img') result.decoding = 'async'
  if (typeof result.align === 'string') alignCell(result)
  return result
}

/** `align` left HTML long ago. */
function alignCell(properties: Properties): void {
  if (properties.align !== 'left') addClass(properties, `align-${properties.align}`)
  delete properties.align
}

function addClass(properties: Properties, name: string): void {
  properties.className = [...(Array.isArray(properties.className) ? properties.className : []), name]
}

/** Characters from which a cell is wide enough to be read, though its table scrolls. */
const runningText = 24

/** Links back to more than this many places are folded. */
const fewPlaces = 12

/** A term that a long book mentions everywhere would print a page of section names. */
function foldPlaces(element: Element, locale: Locale): void {
  const links = element.children.flatMap((child, index) => (child.type === 'element' && child.tagName === 'a' ? [index] : []))
  const cut = links[fewPlaces - 4]
  if (links.length <= fewPlaces || cut === undefined) return
  const summary: Element = {type: 'element', tagName: 'summary', properties: {}, children: [{type: 'text', value: locale.text('html.more', {count: links.length - fewPlaces + 4})}]}
  const rest: Element = {type: 'element', tagName: 'details', properties: {className: ['more']}, children: [summary, ...element.children.slice(cut)]}
  element.tagName = 'div' // phrasing can't hold details
  element.children = [...element.children.slice(0, cut), rest]
}

/** A link without words is a place only: it can be led to, but nobody could follow it. */
function closeAnchor(element: Element): void {
  const {id} = element.properties
  element.tagName = 'span'
  element.properties = id === undefined ? {} : {id}
}

/** The page's h1 is the title of the book. */
function lowered(tagName: string): string {
  const level = /^h([1-5])$/.exec(tagName)?.[1]
  return level === undefined ? tagName : `h${Number(level) + 1}`
}

/** The table scrolls, the page does not. A caption names the box. */
function boxTable(table: Element, parent: Element | undefined, {locale, ledger}: Dressing): Element {
  const caption = parent?.tagName === 'figure' ? parent.children.find((node): node is Element => node.type === 'element' && node.tagName === 'figcaption') : undefined
  const id = caption?.properties.id
  if (id !== undefined) ledger.wanted.add(String(id))
  const label = id === undefined ? {ariaLabel: locale.text('html.table')} : {ariaLabelledBy: [String(id)]}
  return {type: 'element', tagName: 'div', properties: {className: ['scroll'], role: 'region', tabIndex: 0, ...label}, children: [table]}
}

/** A formula within a line does not break. One that is wider than a phone scrolls in a box of its own. */
function isLong(math: Element, parent: Element | undefined): boolean {
  return (!parent || !isFormula(parent)) && lengthOf(math) > 24
}

/** Characters that are printed. */
function lengthOf(node: ElementContent): number {
  if (node.type === 'text') return node.value.length
  if (node.type !== 'element' || node.tagName === 'annotation') return 0
  return node.children.reduce((sum, child) => sum + lengthOf(child), 0)
}

function boxFormula(math: Element, {locale}: Dressing): Element {
  return {type: 'element', tagName: 'span', properties: {className: ['wide-formula'], role: 'group', ariaLabel: locale.text('html.formula'), tabIndex: 0}, children: [math]}
}

function isFormula({tagName, properties}: Element): boolean {
  return tagName === 'div' && Array.isArray(properties.className) && properties.className.includes('formula')
}

function dataUri(asset: Asset | undefined): string {
  if (!asset) return ''
  const {buffer, byteOffset, byteLength} = asset.data
  return `data:${asset.mediaType};base64,${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}`
}
