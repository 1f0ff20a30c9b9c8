/** Anchors of the whole galley: no id twice, no link to a place that is not there. */
import type {Element, Nodes} from 'hast'

export interface Anchors {
  ids: Set<string>
  /** Links inside the book, until all chapters are set. */
  links: Element[]
}

export function openAnchors(chapters: {id: string}[]): Anchors {
  return {ids: new Set(chapters.map(({id}) => id)), links: []}
}

/** @param visit Sees each element once, before its children. */
export function recordAnchors(tree: Nodes, anchors: Anchors, visit: (element: Element) => void): void {
  if (tree.type === 'element') {
    visit(tree)
    const {properties} = tree
    if (properties.id !== undefined) {
      const id = String(properties.id)
      if (anchors.ids.has(id)) delete properties.id // HTML: an id is unique; the first one stays
      else anchors.ids.add(id)
    }
    if (tree.tagName === 'a' && typeof properties.href === 'string' && properties.href.startsWith('#')) anchors.links.push(tree)
  }
  if ('children' in tree) for (const child of tree.children) recordAnchors(child, anchors, visit)
}

/** Links that lead nowhere become their words: the place was in HTML that was not let through. */
export function closeLinks({ids, links}: Anchors): void {
  for (const link of links) {
    const target = String(link.properties.href).slice(1)
    if (ids.has(target) || ids.has(decode(target))) continue
    link.tagName = 'span'
    delete link.properties.href
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
