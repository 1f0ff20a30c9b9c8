/** Plates: pictures that fill their page. The browser lays a section out for one page, so each plate is a section of its own. */
import type {Root} from 'hast'

export interface Piece {
  plate: boolean
  nodes: Root['children']
}

/** @returns What stands before, between and behind the plates, in order; no piece is empty. */
export function cutAtPlates(nodes: Root['children']): Piece[] {
  const pieces: Piece[] = []
  for (const node of nodes) {
    const plate = isPlate(node)
    const last = pieces.at(-1)
    if (last && !last.plate && !plate) last.nodes.push(node)
    else if (plate || node.type !== 'text' || node.value.trim() !== '') pieces.push({plate, nodes: [node]})
  }
  return pieces
}

/** A picture that could not be had leaves its words, which need no page. */
function isPlate(node: Root['children'][number]): boolean {
  return node.type === 'element' && node.tagName === 'figure' && Array.isArray(node.properties.className) && node.properties.className.includes('bleed') && node.children.some((child) => child.type === 'element' && child.tagName === 'img')
}
