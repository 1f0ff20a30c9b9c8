/** What becomes of the blocks of a list: taken out of the text, or kept as text. */
import type {Nodes, RootContent} from 'mdast'
import {eachNode} from '../walk.ts'
import type {SourceList} from './lists.ts'

/** Its place, for a list that will be printed there again; its heading stays. */
export function markPlace({text, heading, held, entries}: SourceList): void {
  const [first] = held.keys()
  const at = first ? text.tree.children.indexOf(first) : -1
  const titled = heading?.type === 'heading' || heading?.type === 'paragraph'
  if (at < 0) return
  text.tree.children.splice(at + 1, 0, {type: 'block', data: {hName: 'ol', hProperties: {className: ['references']}, sources: 0, listed: {numbers: entries.map(({number}) => number), titled}}, children: []})
}

/** What stands before the entries of a block stays. A heading that has nothing left goes; one that has is marked, so that
 * what is left is printed above our list.
 * @param titled The list is printed where it stood, below its heading. */
export function takeOut({text, heading, blocks, held}: SourceList, titled = false): void {
  const {children} = text.tree
  const gone = new Set<RootContent>()
  for (const [node, from] of held) {
    if (from <= (node.position?.start.offset ?? 0) + 3 || node.type !== 'paragraph') gone.add(node)
    else node.children = node.children.filter((child) => (child.position?.end.offset ?? 0) <= from)
  }
  const rest = blocks.filter((node) => !gone.has(node) && node.type !== 'definition')
  const bare = rest.every((node) => node.type === 'thematicBreak' || node.type === 'heading' || (heading?.type === 'html' && isClosing(node)))
  for (const [index, node] of rest.entries()) {
    const next = rest[index + 1]
    if (node.type === 'thematicBreak' || (node.type === 'heading' && (!next || next.type === 'heading' || held.has(blocks[blocks.indexOf(node) + 1] as RootContent)))) gone.add(node)
  }
  if (heading?.type === 'html') {
    if (bare) for (const node of [heading, ...blocks.filter(isClosing)]) gone.add(node)
  } else if (heading && !titled && (bare || heading.type !== 'heading')) {
    gone.add(heading)
    const before = children[children.indexOf(heading) - 1]
    if (before?.type === 'thematicBreak') gone.add(before)
  } else if (heading) heading.data = {...heading.data, sources: 0, listEnd: Math.max(...[...held.keys()].map(({position}) => position?.start.line ?? 0))}
  if (!heading) for (const node of children.slice(children.findLastIndex((child) => !gone.has(child) && child.type !== 'thematicBreak') + 1)) gone.add(node)
  text.tree.children = children.filter((node) => !gone.has(node))
}

/** `</details>` */
function isClosing(node: RootContent): boolean {
  return node.type === 'html' && /^(?:\s*<\/\w+>)+\s*$/.test(node.value)
}

/** A list that stays in the text: its labels name its own entries and call nothing. */
export function keepLabels({entries, held}: SourceList): void {
  const labels = new Set(entries.map(({offset}) => offset))
  for (const block of held.keys()) eachNode(block, (parent) => {
    if (!('children' in parent) || !parent.children.some(({type}) => type === 'citationCandidate')) return
    const owner: {children: Nodes[]} = parent
    owner.children = owner.children.map((node): Nodes => (node.type === 'citationCandidate' && labels.has(node.position?.start.offset ?? -1) ? {type: 'text', value: node.value, ...(node.position ? {position: node.position} : {})} : node))
  })
}
