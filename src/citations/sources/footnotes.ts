/** `[^1]: …` below a heading of sources, or numbered notes that are nothing but addresses where nothing else gives sources:
 * the notes are the list, and `[^1]` calls a source. Other footnotes stay footnotes. */
import type {FootnoteDefinition, Nodes, Parents} from 'mdast'
import type {Book, ParsedText} from '../../model/book.ts'
import type {Citation} from '../../model/nodes.ts'
import {eachNode} from '../walk.ts'
import {isAnnouncement, sectionEnd} from './announcements.ts'
import {addSource, sourceOfEntry} from './gather.ts'

export function liftFootnotes(text: ParsedText, book: Book): void {
  const {children} = text.tree
  const lifted = new Set<Nodes>()
  for (const [index, node] of children.entries()) {
    if (!isAnnouncement(node)) continue
    const section = children.slice(index + 1, sectionEnd(children, index))
    const notes = section.filter(isNote)
    if (notes.length === 0 || !notes.every(({identifier}) => numberOf(identifier) !== undefined)) continue
    for (const note of notes) {
      liftNote(note, text, book)
      lifted.add(note)
    }
    if (section.every((child) => lifted.has(child) || child.type === 'thematicBreak')) for (const gone of [node, ...section]) lifted.add(gone)
  }
  if (lifted.size === 0 && book.sources.size === 0 && areAddresses(children) && !callsOtherwise(text.tree)) {
    for (const note of children.filter(isNote)) {
      liftNote(note, text, book)
      lifted.add(note)
    }
  }
  if (lifted.size === 0) return
  text.tree.children = children.filter((node) => !lifted.has(node))
  const numbers = new Set([...lifted].flatMap((node) => (node.type === 'footnoteDefinition' ? (numberOf(node.identifier) ?? []) : [])))
  callNotes(text, numbers)
}

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
