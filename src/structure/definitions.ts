/** `[text][id]` and `![alt][id]` → links and images, while text and definition are still in one file. */
import type {Definition, Image, Link} from 'mdast'
import {visit} from 'unist-util-visit'
import {normalizeIdentifier} from 'micromark-util-normalize-identifier'
import type {ParsedText} from '../model/book.ts'

export function resolveDefinitions({tree}: ParsedText): void {
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (node) => {
    const id = normalizeIdentifier(node.identifier)
    if (!definitions.has(id)) definitions.set(id, node) // CommonMark: the first one wins
  })
  visit(tree, ['linkReference', 'imageReference'], (node, index, parent) => {
    if (!parent || index === undefined || (node.type !== 'linkReference' && node.type !== 'imageReference')) return
    const definition = definitions.get(normalizeIdentifier(node.identifier))
    if (!definition) return
    const target = {url: definition.url, ...(definition.title ? {title: definition.title} : {}), ...(node.position ? {position: node.position} : {})}
    const result: Link | Image = node.type === 'linkReference' ? {type: 'link', ...target, children: node.children} : {type: 'image', ...target, alt: node.alt ?? null}
    ;(parent.children as unknown[])[index] = result // a reference and what it stands for have the same place in the tree
    return index
  })
}
