/** `\[1\]` in the text of an exporter that escapes every bracket: a call, where the reference list is written so too and nothing
 * else calls it. Anywhere else the author escaped it, and it is text. */
import type {Nodes, Parents} from 'mdast'
import type {ParsedText} from '../../model/book.ts'
import {withoutEscapes} from '../syntax/escaped.ts'
import {eachNode} from '../walk.ts'
import type {SourceList} from './lists.ts'

/** Lists whose brackets, of labels or of types (`\[J\]`), are escaped. */
export function isEscaped({text, start, end}: SourceList): boolean {
  return /\\\[[^[\]\n]{1,20}\\\]/.test(text.text.slice(start, end))
}

export function acceptEscaped(texts: ParsedText[]): void {
  for (const {tree} of texts) eachNode(tree, (node) => {
    if (node.type !== 'citationCandidate' || !node.escaped) return
    node.value = withoutEscapes(node.value)
    delete node.escaped
  })
}

/** What was not accepted is CommonMark's text again, one with the words around it. */
export function dropEscaped(texts: ParsedText[]): void {
  for (const {tree, text} of texts) if (text.includes('\\[')) eachNode(tree, (node) => {
    if ('children' in node && node.children.some(isPending)) joinWords(node)
  })
}

function isPending(node: Nodes): boolean {
  return node.type === 'citationCandidate' && node.escaped === true
}

function joinWords(parent: Parents): void {
  const children: Nodes[] = []
  for (const child of parent.children as Nodes[]) {
    const node: Nodes = child.type === 'citationCandidate' && child.escaped ? {type: 'text', value: withoutEscapes(child.value), ...(child.position ? {position: child.position} : {})} : child
    const last = children.at(-1)
    if (node.type !== 'text' || last?.type !== 'text' || last.position?.end.offset !== node.position?.start.offset) children.push(node)
    else {
      last.value += node.value
      if (last.position && node.position) last.position = {start: last.position.start, end: node.position.end}
    }
  }
  ;(parent as {children: Nodes[]}).children = children
}
