/** Step 5: number and anchor every call of the book, and tell which numbers have no source.
 *
 * A book pass, not a chapter plugin: numbering needs every chapter. */
import type {Heading, Nodes} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, Chapter, CitationCall} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import type {Citation, CitationItem} from '../model/nodes.ts'
import type {Services} from '../model/setting.ts'
import {dropMarkers} from './image-words.ts'
import {nameCalls, nameSources} from './named.ts'
import {placeOf} from './places.ts'
import {scopeOf, writtenNumber} from './scopes.ts'
import {sentencesOf} from './sentences.ts'

/** Id of a source's entry: `ref-3`; where every chapter has a list of its own, `ref-c2-3`. */
export function entryId(number: number, chapter?: string): string {
  const name = String(number).replace('.', '-') // a repeated entry
  return chapter === undefined ? `ref-${name}` : `ref-${chapter}-${name}`
}

/** Nodes that hold words of their own: a claim is looked for in the nearest. */
const claimHolders = new Set(['paragraph', 'heading', 'tableCell'])

interface Section {id: string; title: string}

export function resolveCalls(book: Book, {locale, plainText}: Services): void {
  const titleOf = (heading: Heading) => plainText(heading).trim()
  for (const chapter of book.chapters) {
    resolveChapter(chapter, book, titleOf)
    const [opening] = chapter.tree.children
    if (opening?.type === 'heading' && opening.children.some(({type}) => type === 'citation')) chapter.title = titleOf(opening)
  }
  number(book)
  nameSources(book, locale)
  nameCalls(book, locale)
  reportMissing(book)
}

/** A heading in a quotation, a callout or a list opens no section; what a note cites belongs to the section that calls the note. */
function resolveChapter(chapter: Chapter, book: Book, titleOf: (heading: Heading) => string): void {
  const byChapter = book.config.citations.numbering === 'by-chapter'
  const noteSections = new Map<string, Section>()
  let section: Section = {id: chapter.id, title: chapter.title}
  let claims: {holder: Nodes; sentences: Map<Nodes, string>} | undefined
  const walk = (node: Nodes, holder: Nodes | undefined): void => {
    if (node.type === 'image') dropMarkers(node) // after captions, which are titles that hold more than words
    if (node.type === 'footnoteReference' && !noteSections.has(node.identifier)) noteSections.set(node.identifier, section)
    if (node.type === 'citation') {
      if (holder && claims?.holder !== holder) claims = {holder, sentences: sentencesOf(holder)}
      callSources(node, {book, chapter, section, sentence: holder && claims?.sentences.get(node), byChapter})
    } else if ('children' in node) for (const child of node.children) walk(child, claimHolders.has(node.type) ? node : holder)
  }
  for (const [index, node] of chapter.tree.children.entries()) {
    if (node.type === 'heading' && index > 0) section = {id: node.data?.id ?? chapter.id, title: titleOf(node)}
    else if (node.type === 'footnoteDefinition') section = noteSections.get(node.identifier) ?? section // at the end of the chapter, in the order of their calls
    walk(node, undefined)
  }
}

interface Scene {book: Book; chapter: Chapter; section: Section; sentence: string | undefined; byChapter: boolean}

function callSources(node: Citation, {book, chapter, section, sentence, byChapter}: Scene): void {
  const place = placeOf(chapter.path, node.position)
  book.dialects[node.dialect] = (book.dialects[node.dialect] ?? 0) + 1
  node.items = onceEach(node.items)
  for (const item of node.items) {
    item.anchor = `cite-${book.calls.length + 1}`
    item.target = entryId(item.number, byChapter ? chapter.id : undefined)
    const call: CitationCall = {number: item.number, dialect: node.dialect, anchor: item.anchor, chapter: chapter.id, section: section.id, sectionTitle: section.title, place}
    if (item.locator !== undefined) call.locator = item.locator
    if (sentence) call.sentence = sentence
    book.calls.push(call)
  }
}

/** A group that names a source twice, `【1†source】[citation:1]`, calls it once; another page of it is another call. */
function onceEach(items: CitationItem[]): CitationItem[] {
  const seen = new Set<string>()
  return items.filter(({number, locator}) => seen.size < seen.add(`${number} ${locator ?? ''}`).size)
}

/** Printed numbers. As written, unless the book asks for the order of appearance; every list counts from 1. */
function number(book: Book): void {
  const {numbering} = book.config.citations
  const ofBook: Orders = new Map()
  for (const chapter of book.chapters) label(chapter, numbering === 'as-written' ? undefined : numbering === 'by-chapter' ? new Map() : ofBook)
}

/** Numbers as written → as printed, by the list that they stand in. */
type Orders = Map<number, Map<number, number>>

function orderOf(number: number, orders: Orders): Map<number, number> {
  const scope = scopeOf(number)
  const known = orders.get(scope) ?? new Map<number, number>()
  orders.set(scope, known)
  return known
}

function label(chapter: Chapter, orders: Orders | undefined): void {
  const walk = (node: Nodes): void => {
    if (node.type !== 'citation') {
      if ('children' in node) node.children.forEach(walk)
      return
    }
    for (const item of node.items) {
      const order = orders && orderOf(item.number, orders)
      if (order && !order.has(item.number)) order.set(item.number, order.size + 1)
      item.label = String(order?.get(item.number) ?? writtenNumber(item.number))
    }
    if (orders) node.items.sort((a, b) => Number(a.label) - Number(b.label))
  }
  walk(chapter.tree)
}

/** One warning a number, with all its places. */
function reportMissing(book: Book): void {
  const places = new Map<number, Place[]>()
  for (const {number, place} of book.calls) {
    if (book.sources.has(number)) continue
    const known = places.get(number) ?? []
    known.push(place)
    places.set(number, known)
  }
  const allowed = book.config.limits.missingSources
  if (places.size > allowed) {
    const [[first] = []] = places.values()
    if (first) book.messages.push(message('sources-lacking', first, {found: places.size, allowed}))
    return
  }
  for (const number of [...places.keys()].sort((a, b) => a - b)) {
    const [first, ...related] = places.get(number) ?? []
    if (first) book.messages.push(message('citation-undefined', first, {number: writtenNumber(number)}, {related}))
  }
}
