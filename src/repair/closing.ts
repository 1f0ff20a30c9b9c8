/** An assistant's last words to the person who asked, below the text: told, never dropped. */
import type {Paragraph, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import {readsAsClosing} from './phrases.ts'
import {placeOf} from './place.ts'

/** Blocks at a text's end that may be such words: an offer follows the wish. */
const last = 2

export function reportClosing({tree, path}: ParsedText, book: Book): void {
  const found = tree.children.filter(({type}) => type !== 'thematicBreak').slice(-last).find(isClosing)
  if (!found) return
  const words = toString(found)
  book.messages.push(message('closing-chatty', placeOf(found, path), {words: words.length > 60 ? `${words.slice(0, 59)}…` : words}))
}

function isClosing(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && readsAsClosing(toString(node))
}
