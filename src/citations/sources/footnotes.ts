/** `[^1]: …` below a heading of sources, or numbered notes that are nothing but addresses where nothing else gives sources:
 * the notes are the list, and `[^1]` calls a source. Other footnotes stay footnotes, and so do the author's remarks. */
import type {FootnoteDefinition, Nodes, Parents} from 'mdast'
import type {Book, ParsedText} from '../../model/book.ts'
import type {Citation} from '../../model/nodes.ts'
import {eachNode} from '../walk.ts'
import {isAnnouncement, sectionEnd, wordsOf} from './announcements.ts'
import {addSource, sourceOfEntry} from './gather.ts'
import {findLists, looksLikeSource} from './lists.ts'
import {namesSources} from './titles.ts'

export function liftFootnotes(text: ParsedText, book: Book): void {
  const {children} = text.tree
  const lifted = new Set<Nodes>()
  const emptied = new Set<Nodes>()
  let calls: Calls | undefined
  for (const [index, node] of children.entries()) {
    if (!isAnnouncement(node)) continue
    const section = children.slice(index + 1, sectionEnd(children, index))
    const notes = section.filter(isNote)
    if (notes.length === 0 || !notes.every(({identifier}) => numberOf(identifier) !== undefined)) continue
    calls ??= callsOf(text, book)
    const stay = areRemarks(notes, wordsOf(node), calls, text, book)
    for (const note of stay ? [] : notes) {
      liftNote(note, text, book)
      lifted.add(note)
    }
    const bare = section.every((child) => isNote(child) || child.type === 'thematicBreak')
    if (bare) for (const gone of [node, ...section]) if (!stay || !isNote(gone)) emptied.add(gone) // notes bring a title of their own
    if (!bare && node.type !== 'heading' && isNote(section.find(({type}) => type !== 'thematicBreak') ?? node)) emptied.add(node) // it would stand over a remark behind them
    if (!bare && node.type === 'heading' && !stay) node.data = {...node.data, sources: 0, listEnd: Math.max(...notes.map(({position}) => position?.end.line ?? 0))}
  }
  if (lifted.size === 0 && book.sources.size === 0 && areAddresses(children) && !callsOtherwise(text.tree)) {
    for (const note of children.filter(isNote)) {
      liftNote(note, text, book)
      lifted.add(note)
    }
  }
  if (lifted.size + emptied.size === 0) return
  text.tree.children = children.filter((node) => !lifted.has(node) && !emptied.has(node))
  const numbers = new Set([...lifted].flatMap((node) => (node.type === 'footnoteDefinition' ? (numberOf(node.identifier) ?? []) : [])))
  if (numbers.size > 0) callNotes(text, numbers)
}

/** Notes that the text calls as notes, `[^1]`, are the author's own words where it cites otherwise, where sources are given
 * elsewhere, or where their heading is one of notes and they do not read as sources. */
function areRemarks(notes: FootnoteDefinition[], heading: string, {labels, cites, lists}: Calls, {text}: ParsedText, book: Book): boolean {
  if (!notes.some(({identifier}) => labels.has(identifier))) return false
  if (book.sources.size > 0 || lists()) return true
  const readAsSources = notes.every(({position}) => looksLikeSource({raw: text.slice(position?.start.offset, position?.end.offset)}))
  return !namesSources(heading) && (cites || (headsNotes.test(heading) && !readAsSources))
}

/** What the book says of a text's notes: looked for once, however many headings stand over some. */
interface Calls {
  /** Of notes that are called as such. */
  labels: Set<string>
  /** Something else is cited. */
  cites: boolean
  /** Some text has a list of sources. */
  lists(): boolean
}

function callsOf({path}: ParsedText, {texts}: Book): Calls {
  const labels = new Set<string>()
  let cites = false
  for (const other of texts) eachNode(other.tree, (node) => {
    if (other.path === path && node.type === 'footnoteReference') labels.add(node.identifier)
    if (other.path !== path && node.type === 'citationCandidate') labels.add(labelOf(node.value))
    cites ||= node.type === 'citation' && node.items.length > 0
  })
  let lists: boolean | undefined
  return {labels, cites, lists: () => (lists ??= texts.some((other) => findLists(other).length > 0))}
}

/** Of `[^1]`. */
function labelOf(marker: string): string {
  return /^\[\^([^\]^]+)\]$/.exec(marker)?.[1] ?? ''
}

const headsNotes = /(?:注释|附注|尾注|注記|notes)\s*$/iu

function isNote(node: Nodes): node is FootnoteDefinition {
  return node.type === 'footnoteDefinition'
}

/** All notes of the text are numbered, and each is one link. */
function areAddresses(nodes: Nodes[]): boolean {
  const notes = nodes.filter(isNote)
  return notes.length > 0 && notes.every(({identifier, children: [only, ...more]}) => {
    if (numberOf(identifier) === undefined || more.length > 0 || only?.type !== 'paragraph') return false
    const [link, ...rest] = only.children
    return link?.type === 'link' && rest.length === 0
  })
}

/** Marks other than notes may call sources. */
function callsOtherwise(tree: Nodes): boolean {
  let found = false
  eachNode(tree, ({type}) => {
    found ||= type === 'citation' || type === 'citationCandidate'
  })
  return found
}

function liftNote(note: FootnoteDefinition, text: ParsedText, book: Book): void {
  const offset = note.position?.start.offset ?? 0
  const raw = text.text.slice(offset, note.position?.end.offset).replace(/^\[\^[^\]]*\]:\s*/, '').split(/\s*[\r\n]\s*/).join(' ').trim()
  addSource(book, sourceOfEntry({number: numberOf(note.identifier) ?? 0, raw, offset, label: 'bracket'}, text))
}

/** `1`, and `1^` of `[^1^]:`. */
function numberOf(identifier: string): number | undefined {
  const digits = /^([1-9]\d{0,3})\^?$/.exec(identifier)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function callNotes({tree, text}: ParsedText, numbers: ReadonlySet<number>): void {
  eachNode(tree, (parent) => {
    if (!('children' in parent) || !parent.children.some(({type}) => type === 'footnoteReference')) return
    const owner: {children: Nodes[]} = parent satisfies Parents
    owner.children = owner.children.map((node): Nodes => {
      const number = node.type === 'footnoteReference' ? numberOf(node.identifier) : undefined
      if (number === undefined || !numbers.has(number)) return node
      const {position} = node
      const call: Citation = {type: 'citation', dialect: 'caret', value: text.slice(position?.start.offset, position?.end.offset), items: [{number}]}
      return position ? {...call, position} : call
    })
  })
}
