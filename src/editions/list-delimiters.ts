/** Lists whose author wrote `1)`: setting marks them by a class. */
import type {Element, RootContent} from 'hast'

export function hasParenthesis({tagName, properties: {className}}: Element): boolean {
  return tagName === 'ol' && Array.isArray(className) && className.includes('parenthesis')
}

export function holdsParentheses(nodes: RootContent[]): boolean {
  return nodes.some((node) => node.type === 'element' && (hasParenthesis(node) || holdsParentheses(node.children)))
}
