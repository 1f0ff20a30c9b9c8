/** Lists that a heading calls sources but that have no numbers: they stay in the text, and the author is told. */
import type {Html, List, RootContent, Table} from 'mdast'
import {message} from '../../diagnostics/index.ts'
import type {Book, ParsedText} from '../../model/book.ts'
import {placeOf} from '../places.ts'
import {isAnnouncement, sectionEnd} from './announcements.ts'
import type {SourceList} from './lists.ts'

/** @param lists What could be read. */
export function reportUnread(book: Book, lists: SourceList[]): void {
  const known = new Set(lists.flatMap(({blocks}) => blocks))
  for (const text of book.texts) {
    for (const [index, node] of text.tree.children.entries()) {
      if (!isAnnouncement(node)) continue
      const section = text.tree.children.slice(index + 1, sectionEnd(text.tree.children, index))
      const [list] = section.filter((block) => isList(block) && hasAddress(block, text))
      if (list && !section.some((block) => known.has(block))) book.messages.push(message('source-list-unread', placeOf(text.path, list.position)))
    }
  }
}

function isList(node: RootContent): node is List | Table | Html {
  return node.type === 'list' || node.type === 'table' || (node.type === 'html' && /<(?:li|tr)\b/i.test(node.value))
}

function hasAddress({position}: RootContent, {text}: ParsedText): boolean {
  return /https?:\/\/|www\.|\b10\.\d{4,9}\//i.test(text.slice(position?.start.offset, position?.end.offset))
}
