/** What the author's HTML hides (`<span style="display:none">…</span>`, `hidden`) is not printed: search assistants keep sources that
 * nothing calls so. A style is dropped with all styles, and what it hid would be seen. */
import type {Html, Nodes} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import {placeOf} from './place.ts'

/** A tag that hides what it holds. */
const hiding = /^\s*<([a-z][a-z\d]*)((?:\s[^<>]*)?)>/i
const unseen = /\sstyle\s*=\s*(?:"[^"]*|'[^']*|)(?:display\s*:\s*none|visibility\s*:\s*hidden)|\shidden(?=[\s=]|$)/i
const some = /display\s*:\s*none|visibility\s*:\s*hidden|\shidden[\s=>]/i

/** In place; one message a file. */
export function dropUnseen({tree, text, path}: ParsedText, book: Book): void {
  if (!some.test(text)) return
  const places: Place[] = []
  let first = ''
  const look = (node: Nodes): void => {
    if (!('children' in node)) return
    const children: Nodes[] = node.children
    for (let index = 0; index < children.length; index++) {
      const child = children[index]
      if (!child) continue
      const end = child.type === 'html' ? endOf(children, index) : undefined
      if (child.type === 'html' && end !== undefined) {
        first ||= hiding.exec(child.value)?.[0].trim() ?? ''
        places.push(placeOf(child, path))
        children.splice(index, end - index + 1)
        index--
        continue
      }
      look(child)
      if (child.type === 'paragraph' && child.children.every(({type, ...words}) => type === 'text' && 'value' in words && words.value.trim() === '')) children.splice(index--, 1)
    }
  }
  look(tree)
  const [place, ...related] = places
  if (place) book.messages.push(message('html-hidden', place, {tag: first}, {related}))
}

/** @returns Index of the node that closes what the one at `from` hides; undefined where it hides nothing, or is never closed. */
function endOf(children: Nodes[], from: number): number | undefined {
  const opening = children[from] as Html // asked of such nodes only
  const [, name = '', attributes = ''] = hiding.exec(opening.value) ?? []
  if (name === '' || !unseen.test(attributes)) return undefined
  const tags = new RegExp(`<(/?)${name}(?=[\\s>])[^<>]*>`, 'gi')
  let depth = 0
  for (let index = from; index < children.length; index++) {
    const node = children[index]
    if (node?.type !== 'html') continue
    for (const {0: tag, 1: closes, index: at} of node.value.matchAll(tags)) {
      depth += closes === '/' ? -1 : 1
      if (depth === 0) return node.value.slice(at + tag.length).trim() === '' ? index : undefined // what stands behind it in the block is seen
    }
  }
  return undefined
}
