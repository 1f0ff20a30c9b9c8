/** What stands around each citation of a block: words before and behind it, and whether it stands in brackets of the author's.
 *
 * Of the whole block and not of the neighbours only: a name may stand in bold, a bracket may hold several citations. */
import type {Nodes, Parent} from 'mdast'
import type {Citation} from '../model/nodes.ts'

export interface Surroundings {
  node: Citation
  parent: Parent
  before: string
  behind: string
  enclosed: boolean
}

/** Longer than any row of names that is looked for. */
const reach = 300
const call = '\uFFFC'
/** Where a cell or a paragraph of the author's HTML ends: no bracket goes on behind it. */
const apart = '\u2029'

/** @param block A node that holds words. */
export function surroundingsIn(block: Parent): Surroundings[] {
  const found: {node: Citation; parent: Parent; at: number}[] = []
  let words = ''
  const walk = (parent: Parent): void => {
    for (const node of parent.children as Nodes[]) {
      if (node.type === 'citation') found.push({node, parent, at: words.length})
      if ('children' in node) walk(node)
      else words += wordsOf(node)
    }
  }
  walk(block)
  if (found.length === 0) return []
  const brackets = bracketsIn(words)
  let next = 0
  return found.map(({node, parent, at}) => {
    while ((brackets[next]?.end ?? words.length) < at) next += 1
    return {node, parent, before: words.slice(Math.max(0, at - reach), at), behind: words.slice(at + 1, at + 1 + reach), enclosed: (brackets[next]?.start ?? words.length) < at}
  })
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'citation') return call
  if (node.type === 'html') return node.value.replace(/<\/?(?:p|div|t[dhr]|li|d[dt]|h[1-6]|br|figcaption|caption|section)\b[^<>]*>/giu, apart).replace(/<[^<>]*>/g, '')
  return node.type === 'inlineCode' || node.type === 'inlineMath' ? 'x' : node.type === 'break' ? '\n' : ''
}

/** Outermost pairs, in order. */
function bracketsIn(words: string): {start: number; end: number}[] {
  const pairs: {start: number; end: number}[] = []
  let open: number[] = []
  for (const {0: sign, index} of words.matchAll(/[()（）\u2029]/gu)) {
    if (sign === apart) open = []
    else if (sign === '(' || sign === '（') open.push(index)
    else {
      const start = open.pop()
      if (start === undefined) continue
      while ((pairs.at(-1)?.start ?? -1) > start) pairs.pop()
      pairs.push({start, end: index})
    }
  }
  return pairs
}
