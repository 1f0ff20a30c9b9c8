/** A reference list without any numbers: its entries in order are those that the text cites from 1 on.
 *
 * That is an assumption. It is made only of the one list of the book, below a heading that means sources and nothing else, where
 * the highest number that the text cites is the number of its entries; and the author is told. */
import type {RootContent} from 'mdast'
import {message} from '../../diagnostics/index.ts'
import type {Book, ParsedText} from '../../model/book.ts'
import {placeOf} from '../places.ts'
import {isAnnouncement, sectionEnd, wordsOf} from './announcements.ts'
import {numbersCalled} from './calls.ts'
import {type Entry, foldLines} from './entries.ts'
import {looksLikeSource, type SourceList} from './lists.ts'
import {namesSources} from './titles.ts'

/** @returns The list, numbered; none where it is not certain enough. What differs is told with the lists that are not read. */
export function countByOrder(book: Book): SourceList[] {
  const lists = book.texts.flatMap(findBare)
  const [list] = lists
  if (!list || lists.length > 1 || [...book.sources.values()].some(({origin}) => origin !== 'definition')) return []
  const count = list.entries.length
  if (highestCalled(book, list) !== count) return []
  const [first] = list.held.keys()
  book.messages.push(message('source-list-by-order', placeOf(list.text.path, first?.position), {count}))
  return [list]
}

export function highestCalled({texts}: Book, {blocks}: Pick<SourceList, 'blocks'>): number {
  const inside = new Set(blocks)
  const called = texts.flatMap(({tree, text}) => tree.children.flatMap((node) => (inside.has(node) ? [] : [...numbersCalled(node, text)])))
  return called.reduce((highest, number) => Math.max(highest, number), 0)
}

function findBare(text: ParsedText): SourceList[] {
  const {children} = text.tree
  return children.flatMap((heading, index) => {
    if (!isAnnouncement(heading) || !namesSources(wordsOf(heading))) return []
    const blocks = children.slice(index + 1, sectionEnd(children, index))
    const list = readBare(text, heading, blocks)
    return list ? [list] : []
  })
}

/** @returns The section as a list, each item an entry, or each paragraph where there are no items; undefined where anything else
 * stands in it. A remark may stand above the items or below them: one between them, or one that may be an entry itself, leaves
 * their numbers uncertain, as a paragraph that is no source does, and items that are empty or hold lists do. */
export function readBare(text: ParsedText, heading: RootContent, section: RootContent[]): SourceList | undefined {
  const all = section.filter(({type}) => type !== 'thematicBreak' && type !== 'definition')
  if (!all.every((node) => node.type === 'paragraph' || (node.type === 'list' && node.ordered !== true))) return undefined
  const isEntry = ({type}: RootContent) => type === 'list' || !all.some((node) => node.type === 'list')
  const blocks = all.slice(all.findIndex(isEntry), all.findLastIndex(isEntry) + 1)
  const [first] = blocks
  if (!first || !blocks.every(isEntry) || blocks.some((node) => isNested(node, text)) || all.some((node) => !isEntry(node) && looksLikeSource({raw: sourceOf(node, text)}))) return undefined
  const entries = blocks.flatMap((node) => entriesOf(node, text)).map((entry, index) => ({...entry, number: index + 1}))
  if (entries.some(({raw}) => raw.trim() === '' || /\[\[\d/.test(raw)) || entries.filter(looksLikeSource).length < (first.type === 'list' ? entries.length / 2 : entries.length)) return undefined
  const start = heading.position?.start.offset ?? 0
  return {text, heading, announced: true, blocks: section, held: new Map(blocks.map((node) => [node, node.position?.start.offset ?? 0])), entries, start, end: blocks.at(-1)?.position?.end.offset ?? start}
}

/** `- 中文` above a list of its own; a note or an address below a source belongs to it. */
function isNested(node: RootContent, text: ParsedText): boolean {
  return node.type === 'list' && node.children.some(({children: [first, ...rest]}) => rest.some(({type}) => type === 'list') && !(first && looksLikeSource({raw: sourceOf(first, text)})))
}

function sourceOf({position}: RootContent, {text}: ParsedText): string {
  return text.slice(position?.start.offset, position?.end.offset)
}

function entriesOf(node: RootContent, {text}: ParsedText): Entry[] {
  if (node.type === 'list') return node.children.map(({position}) => entry((position?.start.offset ?? 0), text.slice(position?.start.offset, position?.end.offset).replace(/^[-*+](?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?/, '')))
  const offset = node.position?.start.offset ?? 0
  const whole = text.slice(offset, node.position?.end.offset)
  const lines = whole.split(/\r\n|\r|\n/)
  if (lines.length === 1 || !lines.every((line) => looksLikeSource({raw: line}))) return [entry(offset, whole)]
  return lines.map((line) => entry(offset + whole.indexOf(line), line.replace(/\\$/, '')))
}

function entry(offset: number, raw: string): Entry {
  return {number: 0, raw: foldLines(raw), offset, label: 'ordered'}
}
