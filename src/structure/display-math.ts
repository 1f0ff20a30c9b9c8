/** `$$…$$` or `\[…\]` on a line of its own → a formula set apart, as GitHub and all who wrote TeX read it; remark-math asks for
 * three lines. Behind it may stand a label, as Quarto writes it: `$$…$$ {#eq-a}`. */
import type {Nodes, Paragraph} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import {splitLabel} from './attributes.ts'
import {replaceChildren} from './walk.ts'

export function setApart({tree, text}: Pick<ParsedText, 'tree' | 'text'>): void {
  replaceChildren(tree, (node) => (node.type === 'paragraph' ? displayOf(node, text) : undefined))
}

function displayOf({children, position}: Paragraph, text: string): Nodes[] | undefined {
  const [only, behind] = children
  const {label, rest} = behind?.type === 'text' ? splitLabel(behind.value) : {rest: ''}
  if (only?.type !== 'inlineMath' || rest.trim() !== '' || children.length > (label === undefined ? 1 : 2)) return undefined
  const start = only.position?.start.offset ?? text.length
  if (!text.startsWith('$$', start) && !text.startsWith('\\[', start)) return undefined
  return [{type: 'math', value: only.value, ...(label === undefined ? {} : {data: {label}}), ...(position ? {position} : {})}]
}
