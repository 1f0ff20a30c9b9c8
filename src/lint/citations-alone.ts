/** Citations that stand alone in a paragraph: no claim is near that they could support. */
import type {Nodes} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book} from '../model/book.ts'

export function lintAlone({chapters, messages}: Book): void {
  for (const {tree, path} of chapters) {
    if (path === '') continue
    const look = (node: Nodes): void => {
      if (node.type === 'paragraph') {
        const words = node.children.some((child) => child.type !== 'citation' && child.type !== 'break' && !(child.type === 'text' && /^[\s\p{P}]*$/u.test(child.value)))
        const first = node.children.find((child) => child.type === 'citation')
        if (!words && first?.position) messages.push(message('citation-alone', {path, line: first.position.start.line, column: first.position.start.column}, {marker: 'value' in first ? first.value.slice(0, 40) : ''}))
      } else if ('children' in node) node.children.forEach(look)
    }
    look(tree)
  }
}
