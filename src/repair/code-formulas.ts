/** `repair.codeFormulas`: a fence named `math` holds a formula set apart, as GitHub, GitLab and Obsidian read it; other programs print its TeX as
 * code, as they do with `` $`x`$ ``. Both are told. Fences named `latex` or `tex` show code. */
import type {Code, Nodes} from 'mdast'
import type {Math as Formula} from 'mdast-util-math'
import type {Book, ParsedText} from '../model/book.ts'
import {tellAll} from './tell-all.ts'

const fence = /^math$/i

export function readCodeFormulas(text: ParsedText, book: Book): void {
  const found: Nodes[] = []
  const look = (node: Nodes): void => {
    if (node.type === 'inlineMath' && text.text.startsWith('$`', node.position?.start.offset ?? text.text.length)) found.push(node)
    if (!('children' in node)) return
    const children = node.children as Nodes[]
    for (const [index, child] of children.entries()) {
      if (child.type === 'code' && fence.test(child.lang ?? '') && child.value.trim() !== '') {
        children[index] = formulaOf(child)
        found.push(child)
      } else look(child)
    }
  }
  look(text.tree)
  tellAll('math-as-code', found, text, book)
}

function formulaOf({value, position}: Code): Formula {
  return {type: 'math', value, ...(position ? {position} : {})}
}
