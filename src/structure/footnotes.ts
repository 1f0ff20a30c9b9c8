/** Footnote definitions go to the end of the chapter that first calls them, numbered by call within the chapter. */
import type {FootnoteDefinition, FootnoteReference, Parents} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Book} from '../model/book.ts'

export function placeFootnotes(book: Book): void {
  const definitions = new Map<string, FootnoteDefinition>()
  for (const {tree} of book.chapters) {
    visit(tree, 'footnoteDefinition', (node, index, parent) => {
      if (!parent || index === undefined) return
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
      ;(parent as Parents).children.splice(index, 1)
      return index
    })
  }
  if (definitions.size === 0) return
  for (const {tree} of book.chapters) {
    const numbers = new Map<string, string>()
    const place = (node: FootnoteReference) => {
      const definition = definitions.get(node.identifier)
      if (!definition) return
      const known = numbers.get(node.identifier)
      const number = known ?? String(numbers.size + 1)
      if (known === undefined) {
        numbers.set(node.identifier, number)
        const copy = structuredClone(definition)
        copy.identifier = number
        copy.label = number
        tree.children.push(copy)
        visit(copy, 'footnoteReference', place) // a note may call a note
      }
      node.identifier = number
      node.label = number
    }
    const calls: FootnoteReference[] = []
    visit(tree, 'footnoteReference', (node) => void calls.push(node))
    for (const node of calls) place(node)
  }
}
