/** `repair.texBrackets`, `repair.texEnvironments`: tell where `\(x^2\)` and `\[ … \]`, as chat programs write TeX, and bare environments
 * (`\begin{equation}`), as LaTeX has them, were read as formulas; CommonMark reads escaped brackets, and words. */
import type {Nodes} from 'mdast'
import type {Book, ParsedText} from '../model/book.ts'
import {tellAll} from './tell-all.ts'

export function reportTexDelimiters(text: ParsedText, book: Book): void {
  const written = text.text
  if (!['\\(', '\\[', '\\begin'].some((mark) => written.includes(mark))) return
  const brackets: Nodes[] = []
  const environments: Nodes[] = []
  const look = (node: Nodes): void => {
    const start = node.position?.start.offset ?? written.length
    if (node.type === 'inlineMath' && written[start] === '\\') brackets.push(node)
    else if (node.type === 'math' && written[start] === '\\') environments.push(node)
    else if ('children' in node) node.children.forEach(look)
  }
  look(text.tree)
  tellAll('math-delimiters', brackets, text, book)
  tellAll('math-environment', environments, text, book)
}
