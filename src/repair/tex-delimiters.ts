/** `repair.texBrackets`: tell where `\(x^2\)` and `\[ … \]`, as chat programs write TeX, were read as formulas; CommonMark reads
 * escaped brackets. */
import type {Nodes} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import {placeOf} from './place.ts'

/** Places that one message lists. */
const most = 20

export function reportTexDelimiters({tree, path, text}: ParsedText, book: Book): void {
  if (!text.includes('\\(') && !text.includes('\\[')) return
  const found: Nodes[] = []
  const look = (node: Nodes): void => {
    if (node.type === 'inlineMath') {
      if (text[node.position?.start.offset ?? -1] === '\\') found.push(node)
    } else if ('children' in node) node.children.forEach(look)
  }
  look(tree)
  const [first, ...further] = found
  if (first) book.messages.push(message('math-delimiters', placeOf(first, path), {count: found.length}, {related: further.slice(0, most).map((node) => placeOf(node, path))}))
}
