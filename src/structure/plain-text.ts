/** The words of a node without its calls: what contents, running heads and metadata print. */
import type {Nodes} from 'mdast'

const silent = new Set<string>(['citation', 'footnoteReference', 'html', 'definition', 'footnoteDefinition'])

export function plainText(node: Nodes): string {
  if (silent.has(node.type)) return ''
  if ('children' in node) return node.children.map(plainText).join('')
  if ('value' in node) return node.value
  return 'alt' in node ? (node.alt ?? '') : ''
}
