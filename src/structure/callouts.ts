/** `> [!NOTE]` (GitHub's alerts) → `aside` with a title. */
import type {Blockquote, Paragraph} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import type {Services} from '../model/setting.ts'
import {blockOf} from './blocks.ts'
import {replaceChildren} from './walk.ts'

const marker = /^\[!(note|tip|important|warning|caution)\][^\S\n]*(?:\n|$)/i

export function setCallouts({tree}: ParsedText, {locale}: Services): void {
  replaceChildren(tree, (quote) => {
    const kind = quote.type === 'blockquote' ? takeMarker(quote) : undefined
    if (kind === undefined || quote.type !== 'blockquote') return undefined
    const title = blockOf('p', {className: ['callout-title']}, [{type: 'text', value: locale.text(`callout.${kind}`)}])
    const children = quote.children.filter((child) => child.type !== 'paragraph' || child.children.length > 0)
    const aside = blockOf('aside', {className: ['callout', `callout-${kind}`]}, [title, ...children])
    if (quote.position) aside.position = quote.position
    return [aside]
  })
}

/** @returns The kind in lower case; its marker is gone from the quote. */
function takeMarker({children: [first]}: Blockquote): string | undefined {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (text?.type !== 'text') return undefined
  const found = marker.exec(text.value)
  if (!found) return undefined
  const paragraph = first as Paragraph // by the line that took its child
  text.value = text.value.slice(found[0].length)
  if (text.value === '') paragraph.children.shift()
  if (paragraph.children[0]?.type === 'break') paragraph.children.shift()
  return found[1]?.toLowerCase()
}
