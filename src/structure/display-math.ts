/** Formulas on lines of their own: their labels, and those that never end.
 *
 * `$$…$$` or `\[…\]` on a line of its own → a formula set apart, as GitHub and all who wrote TeX read it; remark-math asks for three
 * lines. Words may stand on the lines around it, without a blank line. Behind it may stand a label, as Quarto writes it: `$$…$$ {#eq-a}`. */
import type {InlineMath} from 'mdast-util-math'
import type {Nodes, Paragraph, PhrasingContent} from 'mdast'
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

/** Ends a line before the formula; begins one behind it, or behind its label. */
const above = /(?:^|\n)[ \t]*$/
const below = /^[ \t]*(?:\{#[^{}\n]{1,200}\})?[ \t]*(?:\n|$)/

/** @returns Formulas, and the paragraphs that they part; undefined where the paragraph has none. */
function displayOf({children, position}: Paragraph, text: string): Nodes[] | undefined {
  const result: Nodes[] = []
  let words: PhrasingContent[] = []
  const endWords = () => {
    const [start, end] = [words[0]?.position?.start, words.at(-1)?.position?.end]
    if (words.length > 0) result.push({type: 'paragraph', children: words, ...(start && end ? {position: {start, end}} : {})})
    words = []
  }
  let found = false
  for (let index = 0; index < children.length; index++) {
    const node = children[index]
    if (!node) continue
    const behind = children[index + 1]
    const rest = behind === undefined || behind.type === 'break' ? '' : behind.type === 'text' ? below.exec(behind.value)?.[0] : undefined
    if (node.type !== 'inlineMath' || rest === undefined || !isDisplay(node, text) || !startsLine(words)) {
      words.push(node)
      continue
    }
    found = true
    trimEnd(words)
    endWords()
    const {label} = splitLabel(rest)
    const at = children.length === 1 || (children.length === 2 && label !== undefined) ? position : node.position
    result.push({type: 'math', value: node.value, ...(label === undefined ? {} : {data: {label}}), ...(at ? {position: at} : {})})
    if (behind?.type === 'break') index++
    else if (behind?.type === 'text') behind.value = behind.value.slice(rest.length)
    if (behind?.type === 'text' && behind.value === '') index++
  }
  if (!found) return undefined
  endWords()
  return result
}

function isDisplay({position}: InlineMath, text: string): boolean {
  const start = position?.start.offset ?? text.length
  return text.startsWith('$$', start) || text.startsWith('\\[', start)
}

function startsLine(before: PhrasingContent[]): boolean {
  const last = before.at(-1)
  return last === undefined || last.type === 'break' || (last.type === 'text' && above.test(last.value.slice(-40)))
}

function trimEnd(words: PhrasingContent[]): void {
  const last = words.at(-1)
  if (last?.type === 'text') last.value = last.value.trimEnd()
  if (last?.type === 'break' || (last?.type === 'text' && last.value === '')) words.pop()
}
