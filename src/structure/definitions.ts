/** `[text][id]` and `![alt][id]` → links and images, while text and definition are still in one file. */
import type {Definition} from 'mdast'
import {normalizeIdentifier} from 'micromark-util-normalize-identifier'
import type {ParsedText} from '../model/book.ts'
import {replaceChildren, walk} from './walk.ts'

export function resolveDefinitions({tree}: ParsedText): void {
  const definitions = new Map<string, Definition>()
  walk(tree, (node) => {
    if (node.type !== 'definition') return
    const id = normalizeIdentifier(node.identifier)
    if (!definitions.has(id)) definitions.set(id, node) // CommonMark: the first one wins
  })
  if (definitions.size === 0) return
  replaceChildren(tree, (node) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined
    const definition = definitions.get(normalizeIdentifier(node.identifier))
    if (!definition) return undefined
    const target = {url: definition.url, ...(definition.title ? {title: definition.title} : {}), ...(node.position ? {position: node.position} : {})}
    return [node.type === 'linkReference' ? {type: 'link', ...target, children: node.children} : {type: 'image', ...target, alt: node.alt ?? null}]
  })
}
