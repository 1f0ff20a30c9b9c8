/** Rows with more cells than the table's head: GFM drops what is beyond it, and words of the author with it. */
import type {Nodes} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book} from '../model/book.ts'

export function lintTableRows({chapters, messages}: Book): void {
  for (const {tree, path} of chapters) {
    if (path === '') continue
    const look = (node: Nodes): void => {
      if (node.type !== 'table') {
        if ('children' in node) node.children.forEach(look)
        return
      }
      const allowed = node.children[0]?.children.length ?? 0
      for (const {children, position} of node.children) {
        const lost = children.slice(allowed).some((cell) => cell.children.length > 0)
        if (lost && position) messages.push(message('table-row-long', {path, line: position.start.line, column: position.start.column}, {found: children.length, allowed}))
      }
    }
    look(tree)
  }
}
