/** Every node of a tree, in reading order. A plain recursion: a book has hundreds of thousands of nodes, and this is walked often. */
import type {Nodes} from 'mdast'

export function eachNode(node: Nodes, look: (node: Nodes) => void): void {
  look(node)
  if ('children' in node) for (const child of node.children) eachNode(child, look)
}
