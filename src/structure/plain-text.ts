/** The words of a node without its calls, formulas as text: what contents, running heads and metadata print. */
import type {Nodes} from 'mdast'
import {formulaWords} from './formula-words.ts'

const silent = new Set<string>(['citation', 'footnoteReference', 'html', 'definition', 'footnoteDefinition'])

export function plainText(node: Nodes): string {
  if (silent.has(node.type)) return ''
  if ('children' in node) return node.children.map(plainText).join('')
  if (node.type === 'inlineMath' || node.type === 'math') return formulaWords(node.value)
  if ('value' in node) return node.value
  return 'alt' in node ? (node.alt ?? '') : ''
}
