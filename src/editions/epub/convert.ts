/** A chapter of the galley → children of `body` in XHTML: every slot filled, every link real, every element where it may stand.
 *
 * Builds new nodes: the galley is read by the other editions too. */
import type {Element, ElementContent, Properties} from 'hast'
import {toString} from 'hast-util-to-string'
import {message} from '../../diagnostics/index.ts'
import type {Slot} from '../../model/nodes.ts'
import {isHan, keepWide, narrowApostrophes, slanted, slantLatin, verbatim} from '../latin-runs.ts'
import {keepWords} from '../word-breaks.ts'
import {lawfulAttributes, lawfulUrl} from './attributes.ts'
import {blocks, headings, headless, isMisplaced, known, mendContent, phrasingOnly, renamed} from './content-model.ts'
import {dropBlanks} from './blanks.ts'
import type {Conversion} from './conversion.ts'
import {anchorOf, hrefTo} from './links.ts'
import {boxFormula, convertMath, holdsFormula} from './math.ts'
import {callNote, composeNotes, isNotes} from './notes.ts'
import {markPage, placeMark, takesMark} from './pages.ts'
import {inflectEntry, inflectHeading, isOf, nestSections} from './sections.ts'
import {semanticsOf} from './semantics.ts'
import {settleTable} from './tables.ts'
import {titleOr} from './title.ts'

/** Where the walk is. */
interface Position {
  parent: string
  phrasing: boolean
  headless: boolean
  inLink: boolean
  inDefinition: boolean
  /** In Chinese or Japanese, and no code. */
  han: boolean
  verbatim: boolean
}

/** Chapter headings are h2: h1 is the book's title on its title page. */
const chapterDepth = 2

export function convertChapter(conversion: Conversion): ElementContent[] {
  const {chapter, ids} = conversion
  const {type, role} = semanticsOf(chapter.role)
  const [opening] = chapter.tree.children
  const titled = opening?.type === 'element' && headings.has(opening.tagName)
  const titleId = `${chapter.id}-title`
  ids.add(chapter.id).add(titleId)
  conversion.depth = chapterDepth - 1
  const first = markPage(chapter.id, conversion.pages, conversion.fileName)
  const at: Position = {parent: 'section', phrasing: false, headless: false, inLink: false, inDefinition: false, han: isHan(chapter.lang ?? conversion.galley.config.language), verbatim: false}
  const children = (titled ? chapter.tree.children.slice(1) : chapter.tree.children).flatMap((node) => (node.type === 'doctype' ? [] : [node]))
  const head: ElementContent[] = []
  if (titled) {
    conversion.depth = chapterDepth
    const spoken = lawfulAttributes('h2', {lang: opening.properties.lang})
    head.push(inflectHeading(keepWords({type: 'element', tagName: `h${chapterDepth}`, properties: {id: titleId, ...spoken}, children: convertAll(opening.children, inside('h2', spoken, at), conversion)})))
  }
  const body = convertAll(children, at, conversion)
  const name: Properties = titled ? {ariaLabelledBy: [titleId]} : {ariaLabel: titleOr(chapter.title, conversion.galley)}
  return [{
    type: 'element',
    tagName: 'section',
    properties: {id: chapter.id, className: [chapter.role], ...(type ? {'epub:type': type} : {}), ...(role ? {role} : {}), ...name},
    children: [...(first ? [first] : []), ...head, ...nestSections(body), ...composeNotes(conversion, (nodes) => convertAll(nodes, {...at, parent: 'aside', headless: true}, conversion))],
  }]
}

function convertAll(nodes: ElementContent[], at: Position, conversion: Conversion): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return at.han ? narrowApostrophes([{type: 'text', value: node.value}]) : at.verbatim ? [{type: 'text', value: node.value}] : keepWide(node.value)
    return node.type === 'element' ? convertElement(node, at, conversion) : []
  })
}

function convertElement(node: Element, at: Position, conversion: Conversion): ElementContent[] {
  if (isNotes(node)) return [] // composeNotes sets them at the end
  if (node.tagName === 'math') return [boxFormula(convertMath(node), conversion.locale.text('html.formula'))]
  if (node.tagName === 'input') return [{type: 'text', value: node.properties.checked ? '☑ ' : '☐ '}]
  const slot = node.data?.slot
  if (node.tagName === 'img') return slot?.type === 'asset' ? convertImage(node, slot.hash, at, conversion) : []
  if (slot?.type === 'folios' && node.children.length === 0) return []
  const tagName = nameFor(node, at, conversion)
  if (tagName === undefined) return convertAll(node.children, at, conversion)
  const properties = lawfulAttributes(tagName, node.properties)
  const {id} = node.properties
  const mark = at.phrasing || !blocks.has(tagName) || !takesMark(tagName) || typeof id !== 'string' ? undefined : markPage(id, conversion.pages, conversion.fileName)
  takeId(node, properties, conversion)
  const result: Element = {type: 'element', tagName, properties, children: []}
  const leads = tagName !== 'a' || takeTarget(node, result, conversion)
  const within = inside(tagName, properties, at)
  result.children = convertAll(node.children, within, conversion)
  if (within.han && slanted.has(tagName)) slantLatin(result)
  if (!leads) return properties.id ? [{...result, tagName: 'span'}] : result.children
  if (/^(?:p|li|dd)$/.test(tagName) && holdsFormula(result)) addClass(result, 'formulas')
  if (tagName === 'pre') properties.tabIndex = 0 // a region that scrolls is reached by keyboard (WCAG 2.1.1)
  if (tagName === 'th') nameHeader(result)
  if (dropBlanks(result) && !mark) return []
  const complete = headings.has(tagName) ? keepWords(result) : isOf('glossary-entry', result) ? inflectEntry(result) : result
  return placeMark(mendContent(complete).map((mended) => (mended.type === 'element' && mended.tagName === 'table' ? settleTable(mended) : mended)), mark, at.parent)
}

function addClass({properties}: Element, name: string): void {
  properties.className = [...(Array.isArray(properties.className) ? properties.className : []), name]
}

/** A header without words heads nothing: it is an empty cell (axe `empty-table-header`). */
function nameHeader(cell: Element): void {
  if (toString(cell).trim() === '' && !cell.children.some((child) => child.type === 'element')) {
    cell.tagName = 'td'
    delete cell.properties.scope
  } else {
    cell.properties.scope ??= 'col'
  }
}

/** @returns The name an element has in its place; undefined where only its children stay. */
function nameFor(node: Element, at: Position, conversion: Conversion): string | undefined {
  let name = renamed[node.tagName] ?? node.tagName
  if (!known.has(name)) return undefined
  if ((name === 'a' && at.inLink) || (name === 'dfn' && at.inDefinition)) return undefined
  if (isMisplaced(name, at.parent)) name = at.phrasing ? 'span' : 'div'
  if (at.phrasing && blocks.has(name)) return name === 'hr' || name === 'col' ? undefined : 'span'
  if (headings.has(name)) return at.headless ? 'p' : orderedHeading(Number(name.slice(1)), conversion)
  return name
}

/** Levels by the chapter's own heading, never skipping one (WCAG 1.3.1, axe `heading-order`). */
function orderedHeading(written: number, conversion: Conversion): string {
  const [opening] = conversion.chapter.tree.children
  const base = opening?.type === 'element' && headings.has(opening.tagName) ? Number(opening.tagName.slice(1)) : 1
  const depth = Math.max(chapterDepth, Math.min(written - base + chapterDepth, conversion.depth + 1, 6))
  conversion.depth = depth
  return `h${depth}`
}

function inside(tagName: string, {lang}: Properties, at: Position): Position {
  return {
    parent: tagName === 'div' && at.parent === 'dl' ? 'dl>div' : tagName,
    phrasing: at.phrasing || phrasingOnly.has(tagName),
    headless: at.headless || headless.has(tagName),
    inLink: at.inLink || tagName === 'a',
    inDefinition: at.inDefinition || tagName === 'dfn',
    verbatim: at.verbatim || verbatim.has(tagName),
    han: !verbatim.has(tagName) && (typeof lang === 'string' ? isHan(lang) : at.han),
  }
}

/** Anchors that every block and every term has, for the pages of the PDF; few are led to. */
const ofProgram = /^[\w-]+-[bt]\d+$/

/** An id is given out once in a file; later ones are dropped, as browsers ignore them too. */
function takeId(node: Element, properties: Element['properties'], {links, ids, wanted}: Conversion): void {
  if (typeof node.properties.id !== 'string' || (ofProgram.test(node.properties.id) && !wanted.has(node.properties.id))) return
  const id = links.get(node.properties.id)?.id
  if (!id || ids.has(id)) return
  ids.add(id)
  properties.id = id
}

/** @returns False where the link leads nowhere: its words stay. */
function takeTarget(node: Element, result: Element, conversion: Conversion): boolean {
  const anchor = anchorOf(node)
  const slot = node.data?.slot ?? footnoteSlot(anchor, conversion)
  if (slot?.type === 'note' && callNote(slot, result, conversion)) return true
  const {href} = node.properties
  if (typeof href !== 'string') return false
  const target = anchor === undefined ? lawfulUrl(href) : hrefTo(anchor, conversion.fileName, conversion.links)
  if (target === undefined) {
    if (anchor !== undefined) conversion.messages.push(message('link-dangling', {path: conversion.galley.name}, {target: href, chapter: conversion.chapter.title}))
    return false
  }
  result.properties.href = target
  if (anchor === undefined && /^[a-z]+:\/\//i.test(toString(node))) addClass(result, 'url') // may be divided anywhere
  return true
}

/** A footnote called inside a footnote is a plain link to it. */
function footnoteSlot(anchor: string | undefined, {galley}: Conversion): Slot | undefined {
  return anchor !== undefined && galley.notes.get(anchor)?.kind === 'footnote' ? {type: 'note', kind: 'footnote', id: anchor} : undefined
}

function convertImage(node: Element, hash: string, {parent}: Position, {images, galley}: Conversion): ElementContent[] {
  const src = images.get(hash)
  const asset = galley.assets.get(hash)
  const alt = String(node.properties.alt ?? '')
  if (src === undefined || !asset) return alt ? [{type: 'text', value: alt}] : []
  const {title, width, className} = node.properties
  const sized = Array.isArray(className) && className.includes('sized') ? {width} : {}
  return [{type: 'element', tagName: 'img', properties: {src, alt, ...sized, ...(typeof title === 'string' ? {title} : {}), ...(parent === 'figure' ? {'epub:type': 'z3998:illustration'} : {})}, children: []}]
}
