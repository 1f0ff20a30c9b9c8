/** Items of a list that hold nothing: each is printed as a bullet or a number with no words behind. */
import type {ListItem, Nodes} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book} from '../model/book.ts'
import type {Message} from '../model/message.ts'

/** One message a file, with all its places. */
export function lintEmptyItems({chapters, messages}: Book): void {
  const found = new Map<string, Message>()
  for (const {tree, path} of chapters) {
    if (path === '') continue
    const look = (node: Nodes): void => {
      if (node.type === 'listItem' && isEmpty(node) && node.position) {
        const place = {path, line: node.position.start.line, column: node.position.start.column}
        const known = found.get(path)
        if (known) known.related?.push(place)
        else found.set(path, message('list-item-empty', place, {}, {related: []}))
      }
      if ('children' in node) node.children.forEach(look)
    }
    look(tree)
  }
  messages.push(...found.values())
}

function isEmpty({children}: ListItem): boolean {
  return children.every((child) => child.type === 'paragraph' && child.children.every((word) => word.type === 'text' && word.value.trim() === ''))
}
