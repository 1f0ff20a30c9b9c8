/** `<math>…</math>` among words → one piece of HTML, as it was written: Markdown has no say within, where `*` and `_` are
 * operators and `[1]` is a matrix. */
import type {Nodes} from 'mdast'
import type {ParsedText} from '../model/book.ts'

const open = /^<math[\s>]/i
const close = /<\/math\s*>\s*$/i

/** Before citations and terms are looked for. */
export function joinMathml({tree, text}: Pick<ParsedText, 'tree' | 'text'>): void {
  join(tree, text)
}

function join(node: Nodes, text: string): void {
  if (!('children' in node)) return
  const children: Nodes[] = node.children
  let result: Nodes[] | undefined
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index]
    if (!child) continue
    const end = child.type === 'html' && open.test(child.value) && !close.test(child.value) ? endOf(children, index) : -1
    const [from, to] = [child.position?.start, children[end]?.position?.end]
    if (child.type === 'html' && child.position && from?.offset !== undefined && to?.offset !== undefined) {
      result ??= children.slice(0, index)
      child.value = text.slice(from.offset, to.offset).replace(/(\r\n|\r|\n)[ \t>]*/g, ' ')
      child.position = {start: from, end: to}
      index = end
    } else join(child, text)
    result?.push(child)
  }
  if (result) node.children = result as never // some of its own children are left
}

/** Once for each formula that is opened; one that is never closed ends the search. */
function endOf(children: Nodes[], from: number): number {
  for (let index = from + 1; index < children.length; index += 1) {
    const child = children[index]
    if (child?.type === 'html' && open.test(child.value)) return -1
    if (child?.type === 'html' && close.test(child.value)) return index
  }
  return -1
}
