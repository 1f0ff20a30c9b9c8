/** Lists that a heading calls sources but that have no numbers: they stay in the text, and the author is told. */
import type {Html, List, RootContent, Table} from 'mdast'
import {message} from '../../diagnostics/index.ts'
import type {Book, ParsedText} from '../../model/book.ts'
import {placeOf} from '../places.ts'
import {isAnnouncement, sectionEnd, wordsOf} from './announcements.ts'
import {highestCalled, readBare} from './by-order.ts'
import {looksLikeSource, type SourceList} from './lists.ts'
import {namesSources} from './titles.ts'

/** @param lists What could be read. */
export function reportUnread(book: Book, lists: SourceList[]): void {
  const known = new Set(lists.flatMap(({blocks}) => blocks))
  for (const text of book.texts) {
    for (const [index, node] of text.tree.children.entries()) {
      if (!isAnnouncement(node)) continue
      const section = text.tree.children.slice(index + 1, sectionEnd(text.tree.children, index))
      if (section.some((block) => known.has(block))) continue
      const named = namesSources(wordsOf(node))
      const bare = named ? readBare(text, node, section) : undefined
      const [list] = bare ? bare.held.keys() : section.filter((block) => (isList(block) && hasAddress(block, text)) || (named && isListOfSources(block, text)))
      if (!list) continue
      const place = placeOf(text.path, list.position)
      const [count, cited] = bare ? [bare.entries.length, highestCalled(book, bare)] : []
      book.messages.push(count === cited || count === undefined || cited === undefined ? message('source-list-unread', place) : message('source-list-miscounted', place, {count, cited}))
    }
  }
}

function isList(node: RootContent): node is List | Table | Html {
  return node.type === 'list' || node.type === 'table' || (node.type === 'html' && /<(?:li|tr)\b/i.test(node.value))
}

/** Below a heading that means sources and nothing else. */
function isListOfSources(node: RootContent, {text}: ParsedText): boolean {
  return (isList(node) || node.type === 'paragraph') && looksLikeSource({raw: text.slice(node.position?.start.offset, node.position?.end.offset)})
}

function hasAddress({position}: RootContent, {text}: ParsedText): boolean {
  return /https?:\/\/|www\.|\b10\.\d{4,9}\//i.test(text.slice(position?.start.offset, position?.end.offset))
}
