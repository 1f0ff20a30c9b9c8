/** Formulas on lines of their own: their labels, and those that never end.
 *
 * `$$…$$` or `\[…\]` on a line of its own → a formula set apart, as GitHub and all who wrote TeX read it; remark-math asks for three
 * lines. Behind it may stand a label, as Quarto writes it: `$$…$$ {#eq-a}`. */
import type {Nodes, Paragraph} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import {splitLabel} from './attributes.ts'
import {replaceChildren, walk} from './walk.ts'

const closed = /[\r\n][ \t>]*\${2,}[ \t]*(?:\{#.*\})?\s*$/

export function setApart({tree, text, path}: ParsedText, {messages}: Pick<Book, 'messages'>): void {
  walk(tree, (node) => {
    if (node.type !== 'math') return
    const {start, end} = node.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined || !text.startsWith('$$', start.offset)) return
    const raw = text.slice(start.offset, end.offset)
    const {label} = splitLabel(closed.exec(raw)?.[0] ?? '')
    if (label !== undefined) node.data = {...node.data, label}
    if (!closed.test(raw)) messages.push(message('math-unclosed', {path, line: start.line, column: start.column}))
  })
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
