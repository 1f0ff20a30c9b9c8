/** `\(x^2\)` and `\[ … \]`, as chat programs export TeX: Markdown reads the backslashes as escapes, so that the formula is
 * printed as words. Told, not mended: a writer may escape a bracket. */
import type {Nodes} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import {placeOf} from './place.ts'

const inline = /\\\(((?:(?!\\\)).){1,300})\\\)/g
const display = /\\\[((?:(?!\\\])[\s\S]){1,1000})\\\]/g
/** A sign of TeX, or a lone letter. */
const formula = /[\^_=+\\]|^\s?[A-Za-z]\s?$/
const code = /(`+)[^`][\s\S]*?\1/g

/** UTF-16 units of a paragraph that are looked at. */
const longest = 5_000

/** Places that one message lists. */
const most = 20

export function reportTexDelimiters({tree, path, text}: ParsedText, book: Book): void {
  if (!text.includes('\\(') && !text.includes('\\[')) return
  const found: Nodes[] = []
  const look = (node: Nodes): void => {
    if (node.type === 'paragraph') {
      const raw = text.slice(node.position?.start.offset, node.position?.end.offset).slice(0, longest).replace(code, '')
      if ([...raw.matchAll(inline), ...raw.matchAll(display)].some(([, inner = '']) => formula.test(inner))) found.push(node)
    } else if ('children' in node) node.children.forEach(look)
  }
  look(tree)
  const [first, ...further] = found
  if (first) book.messages.push(message('math-delimiters', placeOf(first, path), {count: found.length}, {related: further.slice(0, most).map((node) => placeOf(node, path))}))
}
