/** Footnote definitions go to the end of the chapter that first calls them, numbered by call within the chapter.
 *
 * Two files, and two chapters of one, may both have a note 1. */
import type {FootnoteDefinition, FootnoteReference, Nodes} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, Chapter} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import {walk} from './walk.ts'

/** Where a definition or a call was written. Of a chapter that goes on in a further file, `file` is the line that its lines are counted from. */
interface Home {path: string; chapter: string; file: number; line: number}
interface Note extends Home {node: FootnoteDefinition}

/** By label with its home, from near to far, in reading order. */
type Notes = Map<string, Note[]>

export function placeFootnotes(book: Book): void {
  const notes: Notes = new Map()
  for (const chapter of book.chapters) liftDefinitions(chapter.tree, (node) => addNote({...homeOf(node, chapter, book), node}, notes))
  if (notes.size === 0) return
  const called = new Set<FootnoteDefinition>()
  for (const chapter of book.chapters) placeInChapter(chapter, notes, called, book)
  for (const [key, alike] of notes) if (key.startsWith('book ')) for (const note of alike) if (!called.has(note.node)) reportLost(note, notes, book)
}

function addNote(note: Note, notes: Notes): void {
  for (const key of keysOf(note.node.identifier, note)) {
    const known = notes.get(key)
    if (known) known.push(note)
    else notes.set(key, [note])
  }
}

function keysOf(identifier: string, {path, file, chapter}: Home): [string, string, string, string] {
  return [`chapter ${chapter} ${file} ${identifier}`, `file ${file} ${path} ${identifier}`, `text ${path} ${identifier}`, `book ${identifier}`]
}

function homeOf({position}: Nodes, {path, id}: Chapter, {continued = []}: Book): Home {
  const line = position?.start.line ?? 1
  const file = continued.findLast(({opening, origin}) => opening === path && origin.line <= line)?.origin.line ?? 1
  return {path, chapter: id, file, line}
}

function reportLost(note: Note, notes: Notes, {messages}: Book): void {
  const {label, identifier} = note.node
  const [chapter, , text] = keysOf(identifier, note)
  const first = [chapter, text].map((key) => notes.get(key)?.[0]).find((other) => other !== note)
  const values = {label: label ?? identifier}
  if (first) messages.push(message('footnote-repeated', placeOf(note), {...values, line: first.line}, {related: [placeOf(first)]}))
  else messages.push(message('footnote-unused', placeOf(note), values))
}

function placeOf({path, node: {position}}: Note): Place {
  return {path, ...(position ? {line: position.start.line, column: position.start.column} : {})}
}

/** Take the definitions out of the tree, wherever they stand. */
function liftDefinitions(node: Nodes, take: (definition: FootnoteDefinition) => void): void {
  if (!('children' in node)) return
  const kept: Nodes[] = []
  for (const child of node.children) {
    if (child.type === 'footnoteDefinition') take(child)
    else {
      liftDefinitions(child, take)
      kept.push(child)
    }
  }
  if (kept.length < node.children.length) node.children = kept as never // the same children, fewer
}

/** Of several notes with one label, those of the call's own file and of its own chapter are meant; of these the next behind it,
 * else the last before. A note of another file is meant where the book has no other of its label. */
function noteFor({identifier}: FootnoteReference, home: Home, notes: Notes): Note | undefined {
  const [chapter, file, text, book] = keysOf(identifier, home)
  const near = notes.get(chapter) ?? notes.get(file) ?? notes.get(text)
  if (near) return near.find(({line}) => line >= home.line) ?? near.at(-1)
  const all = notes.get(book)
  return all?.length === 1 ? all[0] : undefined
}

function placeInChapter(chapter: Chapter, notes: Notes, called: Set<FootnoteDefinition>, book: Book): void {
  const {tree} = chapter
  const numbers = new Map<FootnoteDefinition, string>()
  const place = (call: FootnoteReference, home: Home) => {
    const note = noteFor(call, home, notes)
    if (!note) return
    const known = numbers.get(note.node)
    const number = known ?? String(numbers.size + 1)
    call.identifier = number
    call.label = number
    if (known !== undefined) return
    numbers.set(note.node, number)
    called.add(note.node)
    const copy = structuredClone(note.node)
    copy.identifier = number
    copy.label = number
    tree.children.push(copy)
    for (const inner of callsOf(copy)) place(inner, {...note, line: inner.position?.start.line ?? note.line}) // a note may call a note
  }
  for (const call of callsOf(tree)) place(call, homeOf(call, chapter, book))
  walk(tree, closeUp)
}

/** A call stands at what it speaks of: a space before it goes, as before citations, and a spaced dash keeps its own. */
function closeUp(node: Nodes): void {
  if (!('children' in node)) return
  for (const [index, child] of node.children.entries()) {
    if (child.type === 'text' && node.children[index + 1]?.type === 'footnoteReference') child.value = child.value.replace(/(?<![\s–—])[ \t\r\n\u3000]+$/, '')
  }
}

/** Collected before any is renumbered: a new name must not be read as an old one. */
function callsOf(tree: Nodes): FootnoteReference[] {
  const calls: FootnoteReference[] = []
  walk(tree, (node) => {
    if (node.type === 'footnoteReference') calls.push(node)
  })
  return calls
}
