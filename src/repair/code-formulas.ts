/** `repair.codeFormulas`: a fence named `math` holds a formula set apart, as GitHub, GitLab and Obsidian read it; other programs print its TeX as
 * code, as they do with `` $`x`$ ``. Both are told. Fences named `latex` or `tex` show code. */
import type {Code, Nodes} from 'mdast'
import type {Math as Formula} from 'mdast-util-math'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import {placeOf} from './place.ts'

/** Further places that one message lists. */
const most = 20

const fence = /^math$/i

export function readCodeFormulas({tree, path, text}: ParsedText, book: Book): void {
  const found: Nodes[] = []
  const look = (node: Nodes): void => {
    if (node.type === 'inlineMath' && text.startsWith('$`', node.position?.start.offset ?? text.length)) found.push(node)
    if (!('children' in node)) return
    const children = node.children as Nodes[]
    for (const [index, child] of children.entries()) {
      if (child.type === 'code' && fence.test(child.lang ?? '') && child.value.trim() !== '') {
        children[index] = formulaOf(child)
        found.push(child)
      } else look(child)
    }
  }
  look(tree)
  const [first, ...further] = found
  if (first) book.messages.push(message('math-as-code', placeOf(first, path), {count: found.length}, {related: further.slice(0, most).map((node) => placeOf(node, path))}))
}

function formulaOf({value, position}: Code): Formula {
  return {type: 'math', value, ...(position ? {position} : {})}
}
