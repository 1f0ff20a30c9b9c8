/** A chapter of the galley → what the printing browser is given: links that are safe, images as files, folios to fill. */
import type {Element, ElementContent, Root} from 'hast'
import {toString} from 'hast-util-to-string'
import type {Asset, GalleyChapter} from '../../model/book.ts'
import type {GalleyNote} from '../../model/nodes.ts'
import type {Formula} from './finish/structure.ts'
import {markAnchors, markEnd} from './anchors.ts'
import {cutFormula} from './cut-formula.ts'
import {cutTable} from './cut-table.ts'
import {fitFormula} from './fit-formula.ts'
import {fitTable, type Measure} from './fit-table.ts'
import {headTable} from './head-table.ts'
import {type Hyphenate, isEnglish} from './hyphenate.ts'
import {markEmphasis, narrowApostrophes} from '../latin-runs.ts'
import {partImages} from './large-images.ts'
import {widenMarkers} from './list-markers.ts'
import {emsOf} from '../cover-lines.ts'
import {keepWords} from '../word-breaks.ts'
import {flattenNote} from './margin-note.ts'
import {bindAnnouncements, bindCitations, bindEnd, breakUrls, foldRange, lineCode, markLead, partHeading} from './typography.ts'

export interface FolioSlot {
  /** Numbers only, without links: the line around it is a link. */
  plain?: boolean
  /** Anchors whose printed pages are wanted. */
  anchors: string[]
}

export interface PreparedChapter {
  tree: Root
  /** Ids whose place only the browser can tell: no words stand for them. */
  unmarked: string[]
}

/** What all chapters share; filled on. */
export interface Shared {
  assets: Map<string, Asset>
  /** An element with `data-folios` carries its index. */
  slots: FolioSlot[]
  /** Hashes of the assets that the pages show. */
  used: Set<string>
  formulas: Map<string, Formula>
  hyphenate: Hyphenate
  /** Notes to put into the margin; empty: they stay at the end of the chapter. */
  marginNotes: Map<string, GalleyNote>
  /** What stands before and behind the folios of a reference. */
  citedOn: [string, string]
  measure: Measure
}

interface Gathered extends Shared {
  /** Whether the text around is. */
  english: boolean
  /** Ids of notes that stand in the margin. */
  placed: Set<string>
}

export function prepareChapter(chapter: GalleyChapter, shared: Shared, language: string): PreparedChapter {
  const gathered: Gathered = {...shared, english: isEnglish(chapter.lang ?? language), placed: new Set()}
  const tree: Root = {type: 'root', children: chapter.tree.children.map((node) => (node.type === 'element' ? prepare(node, gathered) : node))}
  tree.children = withoutPlaced(tree.children as ElementContent[], gathered.placed) // a root of ours holds no doctype
  levelHeadings(tree, shared.measure.width)
  bindAnnouncements(tree.children)
  markEnd(tree.children, chapter.id)
  return {tree, unmarked: markAnchors(tree, chapter.id)} // last: it wraps words that the others look at
}

/** Ems that a block takes from the width of what stands in it; base.css says the same. */
const insets: Record<string, number> = {ul: 2, ol: 2, dd: 2, blockquote: 4, aside: 3}

/** Ems that a block leaves to what stands in it: one that is nested deeper is set flush, or its text would leave the page. */
const narrowest = 8

function isFlush({tagName}: Element, {measure: {width}}: Shared): boolean {
  const inset = insets[tagName] ?? 0
  return inset > 0 && width - inset < narrowest
}

/** What holds for the children: a cell has no margin for notes, and what is set in is narrower. */
function innerOf(node: Element, gathered: Gathered): Gathered {
  const {tagName} = node
  if (tagName === 'table') return {...gathered, marginNotes: noNotes}
  const inset = isFlush(node, gathered) ? 0 : insets[tagName] ?? 0
  return inset === 0 ? gathered : {...gathered, measure: {...gathered.measure, width: Math.max(1, gathered.measure.width - inset)}}
}

/** Text that is left as it is. */
const verbatim = new Set(['code', 'span', 'math', 'mi', 'mo', 'mn', 'mtext', 'annotation'])

function prepare(node: Element, gathered: Gathered): Element {
  const {id, role: _role, ariaLabel: _label, ariaDescribedBy: _description, ...properties} = node.properties
  // DPUB-ARIA roles and names turn links and list items into NonStruct: they are for screen readers of HTML
  const own: Element = {...node, properties: {...properties, ...(typeof id === 'string' ? {id} : {})}, children: []}
  if (node.tagName === 'a' && !isSafe(node.properties.href)) delete own.properties.href
  const slot = node.data?.slot
  if (slot?.type === 'asset') return showAsset(own, slot.hash, gathered)
  if (slot?.type === 'folios') {
    const folios: Element = {type: 'element', tagName: 'span', properties: {dataFolios: String(gathered.slots.push({anchors: slot.anchors}) - 1)}, children: placeholders(slot.anchors)}
    own.children = isOf('backlinks', node) ? [{type: 'text', value: gathered.citedOn[0]}, folios, {type: 'text', value: gathered.citedOn[1]}] : [folios]
    return own
  }
  const inner = innerOf(node, gathered)
  const children = lined.has(node.tagName) ? partImages(node, gathered.assets, gathered.measure.width) : node.children
  if (node.tagName === 'math') own.properties.lang = markFormula(own, gathered.formulas)
  if (node.tagName === 'input') return {type: 'element', tagName: 'span', properties: {className: ['task']}, children: [{type: 'text', value: node.properties.checked ? '☑' : '☐'}]}
  if (isFlush(node, gathered)) own.properties.className = [...(Array.isArray(own.properties.className) ? own.properties.className : []), 'flush']
  else if (node.tagName === 'ol' && !isOf('references', node)) widenMarkers(own, node.children)
  if (node.tagName === 'details') own.properties.open = true // paper cannot be clicked
  if (node.tagName === 'figure') own.properties.role = 'none' // else the caption would be inside a Figure that has no alternative
  own.children = children.flatMap((child): ElementContent[] => (child.type === 'element' ? [prepare(child, inner), ...marginNote(child, inner)] : child.type === 'text' && (!verbatim.has(node.tagName) || node.properties.lang !== undefined) ? setText(child.value, node, gathered) : [child]))
  if (node.tagName === 'math') fitFormula(node, own, gathered.measure.width)
  if (isOf('formula', node)) cutFormula(own, gathered.measure.height)
  if (ended.has(node.tagName)) bindEnd(own)
  if (node.tagName === 'p') markLead(own)
  if (holders.has(node.tagName)) bindAnnouncements(own.children)
  if (!gathered.english && slanted.has(node.tagName)) markEmphasis(own)
  if (isOf('range', node)) foldRange(own)
  bindCitations(own)
  if (node.tagName === 'pre') lineCode(own)
  return node.tagName === 'table' ? setTable(own, gathered.measure) : own
}

function setTable(table: Element, measure: Measure): Element {
  headTable(table)
  const bands = cutTable(table, measure.width)
  for (const band of bands) fitTable(band, bands.length === 1 ? measure : {...measure, height: 0}) // none is turned
  return bands.length === 1 ? table : {type: 'element', tagName: 'div', properties: {className: ['bands']}, children: bands}
}

/** Blocks that are lines of words. */
const lined = new Set(['p', 'li', 'dd'])

/** Blocks whose last line must hold more than one character. */
const ended = new Set(['p', 'li', 'dd', 'td', 'figcaption'])
const holders = new Set(['li', 'dd', 'blockquote', 'aside', 'section', 'div', 'details'])
const slanted = new Set(['em', 'i', 'cite', 'var'])

/** Chromium tags no formulas, but it writes an element's language: a private tag tells the formula to the finish. */
function markFormula({properties}: Element, formulas: Map<string, Formula>): string {
  const tag = `qfm-x-m${formulas.size + 1}`
  formulas.set(tag, {tex: String(properties.alttext ?? properties.ariaLabel ?? '') || 'formula'})
  return tag
}

const noNotes: Shared['marginNotes'] = new Map()

/** The note itself behind its first call, for the style sheet to float into the margin. */
function marginNote({data}: Element, gathered: Gathered): ElementContent[] {
  const note = data?.slot?.type === 'note' && data.slot.kind === 'footnote' ? gathered.marginNotes.get(data.slot.id) : undefined
  if (!note || gathered.placed.has(note.id)) return []
  gathered.placed.add(note.id)
  const words = flattenNote(note.children.map((child) => (child.type === 'element' ? prepare(child, {...gathered, marginNotes: noNotes}) : child)))
  return [{type: 'element', tagName: 'span', properties: {className: ['margin-note'], id: note.id}, children: [{type: 'element', tagName: 'b', properties: {}, children: [{type: 'text', value: note.label}]}, ...words]}]
}

/** What stands in the margin does not stand at the end of the chapter again; the others keep their numbers. */
function withoutPlaced(nodes: ElementContent[], placed: Set<string>): ElementContent[] {
  if (placed.size === 0) return nodes
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    if (!isOf('footnotes', node)) return [{...node, children: withoutPlaced(node.children, placed)}]
    const lists = node.children.map((child) => (child.type === 'element' && child.tagName === 'ol' ? {...child, children: child.children.flatMap((item) => keepItem(item, placed))} : child))
    return lists.some((child) => child.type === 'element' && child.tagName === 'ol' && child.children.some((item) => item.type === 'element')) ? [{...node, children: lists}] : []
  })
}

function keepItem(item: ElementContent, placed: Set<string>): ElementContent[] {
  if (item.type !== 'element') return [item]
  const id = String(item.properties.id ?? '')
  return placed.has(id) ? [] : [{...item, properties: {...item.properties, value: /\d+$/.exec(id)?.[0] ?? '1'}}]
}

/** Only running text is hyphenated, never a heading or a link; English words in Chinese text too, else they tear its lines apart. */
function setText(text: string, {tagName, properties}: Element, {hyphenate, english}: Gathered): ElementContent[] {
  const pieces = english ? breakUrls(text) : narrowApostrophes(breakUrls(text))
  const foreign = tagName === 'span' && typeof properties.lang === 'string' && isEnglish(properties.lang)
  if (pieces.length > 1 || !(foreign || (english && hyphenated.has(tagName)))) return pieces
  return [{type: 'text', value: hyphenate(text)}]
}

const hyphenated = new Set(['p', 'li', 'dd', 'em', 'strong', 'blockquote'])

function isOf(name: string, {properties}: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name)
}

/** Chromium would make `javascript:` and `file:` links into actions of the PDF. */
function isSafe(href: unknown): boolean {
  return typeof href === 'string' && /^(?:https?:|mailto:|tel:|#)/i.test(href)
}

function showAsset(image: Element, hash: string, {assets, used}: Shared): Element {
  const asset = assets.get(hash)
  if (!asset) return image
  used.add(hash)
  image.properties.src = assetFile(asset)
  return image
}

/** Name of an image beside the printed page. */
export function assetFile({hash, mediaType}: Asset): string {
  return `${hash.slice(0, 32)}.${mediaType.slice('image/'.length).replace('svg+xml', 'svg').replace('jpeg', 'jpg')}`
}

/** As wide as folios are likely to be, so that lines break alike in both passes. */
function placeholders(anchors: string[]): ElementContent[] {
  const shown = anchors.slice(0, 12)
  return shown.flatMap((anchor, index): ElementContent[] => [
    ...(index === 0 ? [] : [{type: 'text' as const, value: '、'}]),
    {type: 'element', tagName: 'a', properties: {href: `#${anchor}`}, children: [{type: 'text', value: '00'}]},
  ])
}

/** Size of a heading in any theme, in those of the text: one that fills no line is not divided into words, which takes time. */
const largest = 2

/** Most are told by their length: no character is wider than an em. */
function isWide(text: string, ems: number): boolean {
  return text.length > ems && emsOf(text) > ems
}

/** The chapter's heading is h1; the others follow without a gap, as the order of tags must. */
function levelHeadings(tree: Root, width: number): void {
  const headings = headingsOf(tree.children.filter((node): node is ElementContent => node.type !== 'doctype'))
  const top = Number(headings[0]?.tagName.slice(1) ?? 1)
  let last = 0
  if (headings[0] && headings[0] === tree.children.find((node) => node.type === 'element')) partHeading(headings[0])
  for (const heading of headings) {
    const level = Math.min(Math.max(Number(heading.tagName.slice(1)) - top + 1, last === 0 ? 1 : 2), last + 1, 6)
    heading.tagName = `h${level}`
    last = level
    if (isWide(toString(heading), width / largest)) Object.assign(heading, keepWords(heading))
  }
}

function headingsOf(nodes: ElementContent[]): Element[] {
  return nodes.flatMap((node) => (node.type !== 'element' ? [] : /^h[1-6]$/.test(node.tagName) ? [node] : headingsOf(node.children)))
}
