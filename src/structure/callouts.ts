/** `> [!NOTE]` (GitHub's alerts) → `aside` with a title. */
import type {Blockquote, Paragraph, Parents, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {ParsedText} from '../model/book.ts'
import type {Services} from '../model/setting.ts'
import {blockOf} from './blocks.ts'

const marker = /^\[!(note|tip|important|warning|caution)\][^\S\n]*(?:\n|$)/i

export function setCallouts({tree}: ParsedText, {locale}: Services): void {
  visit(tree, 'blockquote', (quote, index, parent) => {
    const kind = takeMarker(quote)
    if (kind === undefined || !parent || index === undefined) return
    const title = blockOf('p', {className: ['callout-title']}, [{type: 'text', value: locale.text(`callout.${kind}`)}])
    const children = quote.children.filter((child) => child.type !== 'paragraph' || child.children.length > 0)
    const aside = blockOf('aside', {className: ['callout', `callout-${kind}`]}, [title, ...children])
    if (quote.position) aside.position = quote.position
    ;(parent as Parents & {children: RootContent[]}).children[index] = aside // a quote and a block stand in the same places
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
