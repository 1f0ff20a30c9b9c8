/** What the author's HTML hides (`<span style="display:none">…</span>`, `hidden`) is not printed: search assistants keep sources that
 * nothing calls so. A style is dropped with all styles, and what it hid would be seen. */
import type {Nodes} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import {placeOf} from './place.ts'

/** A tag that hides what it holds. */
const hiding = /^\s*<([a-z][a-z\d]*)((?:\s[^<>]*)?)>/i
const unseen = /\sstyle\s*=\s*(?:"[^"]*|'[^']*|)(?:display\s*:\s*none|visibility\s*:\s*hidden)|\shidden(?=[\s=]|$)/i
const some = /display\s*:\s*none|visibility\s*:\s*hidden|\shidden[\s=>]/i
const tags = /<(\/?)([a-z][a-z\d]*)(?=[\s>])[^<>]*>/gi

/** In place; one message a file. */
export function dropUnseen({tree, text, path}: ParsedText, book: Book): void {
  if (!some.test(text)) return
  const places: Place[] = []
  let first = ''
  const look = (node: Nodes): void => {
    if (!('children' in node)) return
    const children: Nodes[] = node.children
    const ends = endsOf(children)
    const kept: Nodes[] = []
    for (let index = 0; index < children.length; index++) {
      const child = children[index]
      const end = ends.get(index)
      if (child?.type === 'html' && end !== undefined) {
        first ||= hiding.exec(child.value)?.[0].trim() ?? ''
        places.push(placeOf(child, path))
        index = end
      } else if (child) {
        look(child)
        if (child.type !== 'paragraph' || child.children.some(({type, ...words}) => type !== 'text' || !('value' in words) || words.value.trim() !== '')) kept.push(child)
      }
    }
    if (kept.length < children.length) node.children = kept as typeof node.children // fewer of the same
  }
  look(tree)
  const [place, ...related] = places
  if (place) book.messages.push(message('html-hidden', place, {tag: first}, {related}))
}

/** @returns By the index of a node that hides what follows, that of the one that closes it; not where more stands behind the end in its block, which
 * is seen. */
function endsOf(children: Nodes[]): Map<number, number> {
  const ends = new Map<number, number>()
  const open = new Map<string, (number | undefined)[]>() // by name, the index of each that hides
  for (const [index, node] of children.entries()) {
    if (node.type !== 'html') continue
    const [opening = '', , attributes = ''] = hiding.exec(node.value) ?? []
    const hides = unseen.test(attributes)
    for (const {0: tag, 1: closes, 2: name = '', index: at} of node.value.matchAll(tags)) {
      const stack = open.get(name.toLowerCase()) ?? []
      open.set(name.toLowerCase(), stack)
      if (closes === '') {
        stack.push(hides && at + tag.length === opening.length ? index : undefined)
        continue
      }
      const hidden = stack.pop()
      if (hidden !== undefined && node.value.slice(at + tag.length).trim() === '') ends.set(hidden, index)
    }
  }
  return ends
}
