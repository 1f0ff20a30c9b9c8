/** Find the reference lists of a text. Nothing is taken out here: the book decides which lists it takes. */
import type {Html, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {ParsedText} from '../../model/book.ts'
import {isAnnouncement, longestAnnouncement, plainOf, sectionEnd, wordsOf} from './announcements.ts'
import {numbersCalled} from './calls.ts'
import {type Entry, foldLines, isUnderlined, readBlock} from './entries.ts'
import {readCode, readHeaded} from './headed.ts'
import {readHtmlList} from './html-lists.ts'
import {readSpaced} from './spaced.ts'
import {announcesSources, namesSources} from './titles.ts'
import {addressOf} from './understand.ts'

export interface SourceList {
  text: ParsedText
  /** What announces it: a heading or a paragraph; none for a list at the end. */
  heading: RootContent | undefined
  /** What announces it in a block of its own entries, as written. */
  lead?: string
  /** A heading, a line above it or its own first line says that it is one. */
  announced: boolean
  /** Every block between the heading and the end of its section. */
  blocks: RootContent[]
  /** Blocks that hold entries, with the offset where the entries start. */
  held: Map<RootContent, number>
  entries: Entry[]
  /** Offsets of the region. */
  start: number
  end: number
}

export function findLists(text: ParsedText): SourceList[] {
  const {children} = text.tree
  const lists: SourceList[] = []
  for (let index = 0; index < children.length; index++) {
    const node = children[index]
    if (!node) continue
    const section = () => children.slice(index, sectionEnd(children, index)) // only where a list opens: a search from every block is quadratic
    const list = isAnnouncement(node) ? readList(text, node, section().slice(1), namesSources(wordsOf(node))) : readOpening(text, node, section)
    if (!list || isTitleOfText(list)) continue
    if (node.type === 'blockquote') {
      lists.push(list)
      continue
    }
    lists.push(list)
    index = sectionEnd(children, index) - 1
  }
  const tail = findTail(text, lists)
  return tail ? [...lists, tail] : lists
}

/** `# Notes` above a text that cites, and whose list stands below a heading of its own. */
function isTitleOfText({heading, blocks, held}: SourceList): boolean {
  if (heading?.type !== 'heading' || !blocks.some((node) => node.type === 'heading' && isAnnouncement(node))) return false
  return blocks.some((node) => !held.has(node) && numbersCalled(node).size > 0)
}

/** `Citations:` or `**参考资料**` as the first line of the list's own paragraph or quotation. */
function readOpening(text: ParsedText, node: RootContent, section: () => RootContent[]): SourceList | undefined {
  const start = node.position?.start.offset ?? 0
  if (node.type === 'blockquote') {
    const [first, ...rest] = node.children
    const list = first && isAnnouncement(first) ? readList(text, undefined, rest, namesSources(toString(first))) : undefined
    return list && {...list, lead: toString(first), announced: true, blocks: [node], held: new Map([[node, start]]), start, end: node.position?.end.offset ?? start}
  }
  if (node.type === 'html') {
    const lead = /^[\s\S]{2,200}?(?=<(?:ol|ul|table)\b)/i.exec(node.value)?.[0] // `<h2>References</h2>` and the list, in one block
    if (lead === undefined || !announcesSources(plainOf(lead))) return undefined
    const entries = readHtmlList(node.value.slice(lead.length), start)
    return entries.length === 0 ? undefined : {text, heading: undefined, lead: plainOf(lead), announced: true, blocks: [node], held: new Map([[node, start]]), entries, start, end: node.position?.end.offset ?? start}
  }
  if ((node.type !== 'paragraph' && !isUnderlined(node, text.text)) || !/^[^\n]{2,80}\n/.test(text.text.slice(start, start + 90))) return undefined
  const read = readBlock(node, text.text)
  const lead = read ? text.text.slice(start, read.from).trim() : ''
  if (lead.includes('\n') || !announcesSources(lead)) return undefined
  const list = readList(text, undefined, section(), namesSources(lead))
  list?.held.set(node, start) // its first line goes with it
  return list && {...list, lead, announced: true}
}

/** @param named Its heading means sources and nothing else: what is numbered below it is believed. */
function readList(text: ParsedText, heading: RootContent | undefined, blocks: RootContent[], named = false): SourceList | undefined {
  const {held, entries} = readHeaded(blocks, text.text)
  for (const [index, node] of blocks.entries()) {
    if (held.has(node)) continue
    const read = named && node.type === 'code' ? readCode(node) : readBlock(node, text.text)
    const before = blocks[index - 1]
    const group = read ? [] : htmlGroup(blocks, index)
    const [opening] = group
    const joined = opening ? readHtmlList(group.map(({value}) => value).join('\n'), opening.position?.start.offset ?? 0) : []
    if (joined.length > 0 && isCredible(joined, named)) {
      for (const member of group) held.set(member, member.position?.start.offset ?? 0)
      entries.push(...joined)
    } else if (read && isCredible(read.entries, named)) {
      held.set(node, read.from)
      entries.push(...read.entries)
    } else if (before && held.has(before) && continueEntry(node, text.text, entries)) held.set(node, node.position?.start.offset ?? 0)
  }
  if (entries.length === 0 && heading) {
    const spaced = readSpaced(blocks, text.text)
    entries.push(...spaced.entries)
    for (const [node, from] of spaced.held) held.set(node, from)
  }
  const [first] = blocks
  if (entries.length === 0 || !first) return undefined
  const start = (heading ?? first).position?.start.offset ?? 0
  return {text, heading, announced: heading !== undefined, blocks, held, entries, start, end: blocks.at(-1)?.position?.end.offset ?? start}
}

/** An HTML list with blank lines in it is several blocks to Markdown. */
function htmlGroup(blocks: RootContent[], at: number): Html[] {
  const first = blocks[at]
  const name = first?.type === 'html' ? /^\s*<(ol|ul|table)\b/i.exec(first.value)?.[1]?.toLowerCase() : undefined
  if (name === undefined) return []
  const group: Html[] = []
  for (const node of blocks.slice(at)) {
    if (node.type !== 'html') return []
    group.push(node)
    if (node.value.toLowerCase().includes(`</${name}>`)) return group
  }
  return []
}

/** A list without a heading: the last blocks of the text, each of entries only, labelled and in order. */
function findTail(text: ParsedText, known: SourceList[]): SourceList | undefined {
  const {children} = text.tree
  const taken = new Set(known.flatMap(({blocks}) => blocks))
  const blocks: RootContent[] = []
  for (const node of children.toReversed()) {
    if (taken.has(node)) break
    if (node.type === 'thematicBreak' && blocks.length === 0) continue
    const read = readBlock(node, text.text)
    if (!read || read.from > (node.position?.start.offset ?? 0) + 3) break
    blocks.unshift(node)
  }
  const list = readList(text, undefined, blocks)
  if (!list || !ascends(list.entries) || !list.entries.every(looksLikeSource)) return undefined
  return list
}

/** `Available at: https://…` in a paragraph or a list of its own belongs to the entry above it, where that has no address yet. */
function continueEntry(node: RootContent, text: string, entries: Entry[]): boolean {
  const last = entries.at(-1)
  if (!last || (node.type !== 'paragraph' && node.type !== 'list') || addressOf(last.raw) !== undefined) return false
  const raw = foldLines(text.slice(node.position?.start.offset, node.position?.end.offset))
  if (raw.length > longestAnnouncement || !addendum.test(raw)) return false
  last.raw = `${last.raw} ${raw}`
  return true
}

const addendum = /^[*_]*(?:<?https?:|\[https?:|www\.|10\.\d|(?:available|accessed|retrieved|online|urls?|links?|doi|source)\b|[链鏈][接結]|连结|連結|[网網]址|地址|[来來]源|[访訪][问問]|[检檢]索|[获獲]取|取自|原文)/iu

/** What is only numbered (`1.`, a table) may be any list: most entries have to look like sources, and none may cite. */
function isCredible(entries: Entry[], named: boolean): boolean {
  if (entries.some(({raw}) => /\[\[\d/.test(raw))) return false
  return named || entries[0]?.label === 'bracket' || entries.filter(looksLikeSource).length >= entries.length / 2
}

function ascends(entries: Entry[]): boolean {
  return entries.every(({number}, index) => index === 0 || number > (entries[index - 1]?.number ?? 0))
}

/** An address, an identifier, a type mark of GB/T 7714, or a year between punctuation. A picture's address is none of a source. */
export function looksLikeSource({raw}: Pick<Entry, 'raw'>): boolean {
  return /https?:\/\/|www\.|\b10\.\d{4,9}\/|\\?\[[A-Z]{1,2}(?:\/[A-Z]{2})?\\?\]|[（(,，.]\s*(?:19|20)\d\d[a-z]?\s*[)）,，.:：;；年]/u.test(raw.replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, ''))
}
