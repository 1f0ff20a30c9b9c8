/** A block of the author's HTML in pieces, with citations between them → the same without line ends, which `mdast-util-to-hast`
 * sets between blocks. */
import type {ElementContent, Parents} from 'hast'
import type {State} from 'mdast-util-to-hast'
import type {HtmlParts} from '../model/nodes.ts'

declare module 'hast' {
  interface ElementData {joined?: true}
  interface TextData {joined?: true}
  interface RawData {joined?: true}
}

/** They have no element of their own: the HTML may open here what a later block closes. */
export function setParts(state: State, node: HtmlParts): ElementContent[] {
  const pieces = state.all(node as never) as ElementContent[] // what stands in it is HTML, text and holders
  const parts = pieces.flatMap((piece): ElementContent[] => (piece.type === 'raw' ? [{type: 'text', value: ''}, piece] : [piece])) // text begins anew what the piece before left open, a comment or a tag; the parser fails else
  for (const part of parts.slice(1)) part.data = {...part.data, joined: true}
  return parts
}

export function joinParts(parent: Parents): void {
  const children: Parents['children'] = parent.children
  if (children.some(({data}) => isJoined(data))) parent.children = children.filter((node, index) => node.type !== 'text' || !/^\n$/.test(node.value) || !isJoined(children[index + 1]?.data)) as never // some of its own children are left
  for (const child of parent.children) if ('children' in child) joinParts(child)
}

function isJoined(data: object | undefined): boolean {
  return data !== undefined && 'joined' in data
}
