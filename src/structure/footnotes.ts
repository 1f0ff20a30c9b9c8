/** Footnote definitions go to the end of the chapter that first calls them, numbered by call within the chapter. */
import type {FootnoteDefinition, FootnoteReference, Nodes} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, Chapter} from '../model/book.ts'
import {walk} from './walk.ts'

/** Definitions of one file, by identifier: two files may both have a note 1. */
type Definitions = Map<string, FootnoteDefinition>

export function placeFootnotes(book: Book): void {
  const files = new Map<string, Definitions>()
  for (const {path, tree} of book.chapters) {
    const definitions = files.get(path) ?? new Map()
    files.set(path, definitions)
    liftDefinitions(tree, definitions)
  }
  const called = new Set<FootnoteDefinition>()
  for (const chapter of book.chapters) placeInChapter(chapter, files.get(chapter.path) ?? new Map(), called)
  for (const [path, definitions] of files) {
    for (const definition of definitions.values()) {
      const start = definition.position?.start
      if (!called.has(definition)) book.messages.push(message('footnote-unused', {path, ...(start ? {line: start.line, column: start.column} : {})}, {label: definition.label ?? definition.identifier}))
    }
  }
}

/** Take the definitions out of the tree, wherever they stand. The first of a name wins. */
function liftDefinitions(node: Nodes, definitions: Definitions): void {
  if (!('children' in node)) return
  const kept: Nodes[] = []
  for (const child of node.children) {
    if (child.type === 'footnoteDefinition') {
      if (!definitions.has(child.identifier)) definitions.set(child.identifier, child)
    } else {
      liftDefinitions(child, definitions)
      kept.push(child)
    }
  }
  if (kept.length < node.children.length) node.children = kept as never // the same children, fewer
}

function placeInChapter({tree}: Chapter, definitions: Definitions, called: Set<FootnoteDefinition>): void {
  if (definitions.size === 0) return
  const numbers = new Map<string, string>()
  const place = (node: FootnoteReference) => {
    const definition = definitions.get(node.identifier)
    if (!definition) return
    const known = numbers.get(node.identifier)
    const number = known ?? String(numbers.size + 1)
    if (known === undefined) {
      numbers.set(node.identifier, number)
      called.add(definition)
      const copy = structuredClone(definition)
      copy.identifier = number
      copy.label = number
      tree.children.push(copy)
      for (const inner of callsOf(copy)) place(inner) // a note may call a note
    }
    node.identifier = number
    node.label = number
  }
  for (const node of callsOf(tree)) place(node)
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
