/** `$^{[1]}$`, `$^{[2,3]}$`: calls that are raised by a formula, since Markdown has no mark to raise words. A formula that is
 * nothing but a raised bracket has no base to be a power of. */
import type {InlineMath} from 'mdast-util-math'
import type {Nodes} from 'mdast'
import type {ParsedText} from '../../model/book.ts'
import type {CitationCandidate} from '../../model/nodes.ts'
import {readMarker} from '../dialects.ts'
import {eachNode} from '../walk.ts'

const raised = /^(?:\{\})?\^\s?(?:\{\s?)?(\[[^[\]{}]{1,80}\])(?:\s?\})?$/

/** @param known Numbers of the sources that the book has, or may take from its lists. */
export function callRaised({tree}: ParsedText, known: ReadonlySet<number>): void {
  eachNode(tree, (node) => {
    if (!('children' in node) || !node.children.some(({type}) => type === 'inlineMath')) return
    ;(node as {children: Nodes[]}).children = node.children.map((child) => (child.type === 'inlineMath' ? (callOf(child, known) ?? child) : child))
  })
}

function callOf({value, position}: InlineMath, known: ReadonlySet<number>): CitationCandidate | undefined {
  const marker = raised.exec(value)?.[1]
  const read = marker === undefined ? undefined : readMarker(marker.replace(/\s|[~\\]/g, '').replace(/--/g, '-'))
  if (read?.dialect !== 'bracket' || !read.items.every(({number}) => known.has(number))) return undefined
  return {type: 'citationCandidate', value: `$${value}$`, dialect: 'bracket', items: read.items, children: [], ...(position ? {position} : {})}
}
