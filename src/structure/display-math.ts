/** `$$…$$` or `\[…\]` on a line of its own → a formula set apart, as GitHub and all who wrote TeX read it; remark-math asks for three lines. */
import type {Nodes, Paragraph} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import {replaceChildren} from './walk.ts'

export function setApart({tree, text}: Pick<ParsedText, 'tree' | 'text'>): void {
  replaceChildren(tree, (node) => (node.type === 'paragraph' ? displayOf(node, text) : undefined))
}

function displayOf({children, position}: Paragraph, text: string): Nodes[] | undefined {
  const [only] = children
  if (children.length !== 1 || only?.type !== 'inlineMath') return undefined
  const start = only.position?.start.offset ?? text.length
  if (!text.startsWith('$$', start) && !text.startsWith('\\[', start)) return undefined
  return [{type: 'math', value: only.value, ...(position ? {position} : {})}]
}
