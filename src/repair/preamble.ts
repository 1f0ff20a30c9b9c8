/** `repair.preamble`: an assistant's reply above the first heading is dropped. Anything else above it is kept. */
import type {Paragraph, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import {readsAsReply} from './phrases.ts'
import {placeOf} from './place.ts'

/** An epigraph or an introduction has links, citations, quotes or notes; a reply is plain words. */
const plain = new Set(['text', 'emphasis', 'strong', 'break'])

/** Citation markers, in dialects that may be text until the sources are known. */
const marker = /\[\[?\d|\[\^|【\d|\[cit/

export function dropPreamble({tree, path}: ParsedText, book: Book): void {
  const heading = tree.children.findIndex(({type}) => type === 'heading')
  const [first, second] = tree.children
  if (heading < 1 || first === undefined || !isPlain(first)) return
  const words = toString(first)
  if (!readsAsReply(words) || marker.test(words)) return
  // Chat programs part their reply from the text by a rule.
  const count = second?.type === 'thematicBreak' && heading > 1 ? 2 : 1
  const last = tree.children[count - 1]
  tree.children.splice(0, count)
  const [start, end] = [first.position?.start.offset, last?.position?.end.offset]
  const fix = start === undefined || end === undefined ? {} : {fix: {start, end, text: ''}}
  book.messages.push(message('preamble-dropped', placeOf(first, path), {words: words.length > 60 ? `${words.slice(0, 59)}…` : words}, fix))
}

function isPlain(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && node.children.every((child) => plain.has(child.type) && (!('children' in child) || child.children.every(({type}) => plain.has(type))))
}
