/** Items of a list whose numbers leave some out: they are printed as they are written (`repair/list-numbers.ts`), which may be a slip. */
import type {Nodes} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book} from '../model/book.ts'
import type {Message} from '../model/message.ts'

/** Places that one message lists. */
const most = 20

/** One message a file, with its first places. */
export function lintListNumbers({chapters, messages}: Book): void {
  const found = new Map<string, Message>()
  for (const {tree, path} of chapters) {
    if (path === '') continue
    const look = (node: Nodes): void => {
      if (node.type === 'listItem' && node.data?.counted !== undefined && node.position) {
        const place = {path, line: node.position.start.line, column: node.position.start.column}
        const known = found.get(path)
        if (!known) found.set(path, message('list-numbered', place, {written: node.data.written ?? 0, counted: node.data.counted}, {related: []}))
        else if ((known.related?.length ?? 0) < most) known.related?.push(place)
      }
      if ('children' in node) node.children.forEach(look)
    }
    look(tree)
  }
  messages.push(...found.values())
}
