/** `> [!NOTE]` (GitHub's alerts), `> [!bug]- Own title` (Obsidian's) → `aside` with a title. */
import type {Blockquote, Paragraph, PhrasingContent} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import type {Services} from '../model/setting.ts'
import {blockOf} from './blocks.ts'
import {replaceChildren} from './walk.ts'

const marker = /^\[!([a-z]{2,20})\][+-]?[^\S\n]*/i

/** Obsidian's kinds → GitHub's, which the themes dress. */
const kinds = {
  note: ['note', 'info', 'todo', 'abstract', 'summary', 'tldr', 'example', 'question', 'help', 'faq', 'quote', 'cite'],
  tip: ['tip', 'hint', 'success', 'check', 'done'],
  important: ['important'],
  warning: ['warning', 'attention', 'failure', 'fail', 'missing', 'bug'],
  caution: ['caution', 'danger', 'error'],
} as const
const known = new Map(Object.entries(kinds).flatMap(([kind, names]) => names.map((name) => [name as string, kind as keyof typeof kinds] as const)))

interface Marker {
  kind: keyof typeof kinds
  /** As written, lower case. */
  name: string
  title: PhrasingContent[]
}

export function setCallouts({tree}: ParsedText, services: Services): void {
  replaceChildren(tree, (quote) => {
    const found = quote.type === 'blockquote' ? takeMarker(quote) : undefined
    if (found === undefined || quote.type !== 'blockquote') return undefined
    const title = blockOf('p', {className: ['callout-title']}, titleOf(found, services) as never) // words go where words may
    const children = quote.children.filter((child) => child.type !== 'paragraph' || child.children.length > 0)
    const aside = blockOf('aside', {className: ['callout', `callout-${found.kind}`]}, [title, ...children])
    if (quote.position) aside.position = quote.position
    return [aside]
  })
}

/** The author's own, or the name of the kind; of a kind that only Obsidian has, the word that was written. */
function titleOf({kind, name, title}: Marker, {locale}: Services): PhrasingContent[] {
  if (title.length > 0) return title
  return [{type: 'text', value: name === kind ? locale.text(`callout.${kind}`) : `${name[0]?.toUpperCase()}${name.slice(1)}`}]
}

/** The marker and its title are gone from the quote. */
function takeMarker({children: [first, ...others]}: Blockquote): Marker | undefined {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (text?.type !== 'text') return undefined
  const found = marker.exec(text.value)
  const name = found?.[1]?.toLowerCase() ?? ''
  const kind = known.get(name)
  if (!found || kind === undefined) return undefined
  const paragraph = first as Paragraph // by the line that took its child
  text.value = text.value.slice(found[0].length)
  const line = takeLine(paragraph)
  if (paragraph.children.length > 0 || others.length > 0) return {kind, name, title: line}
  paragraph.children = line // words that stand alone are what is to be said
  return {kind, name, title: []}
}

/** @returns The first line of a paragraph, now without it. */
function takeLine(paragraph: Paragraph): PhrasingContent[] {
  const line: PhrasingContent[] = []
  while (paragraph.children.length > 0) {
    const [child] = paragraph.children
    if (!child) break
    if (child.type === 'break') {
      paragraph.children.shift()
      break
    }
    const end = child.type === 'text' ? child.value.indexOf('\n') : -1
    if (child.type === 'text' && end >= 0) {
      const head = child.value.slice(0, end).trimEnd()
      if (head) line.push({type: 'text', value: head})
      child.value = child.value.slice(end + 1)
      if (child.value === '') paragraph.children.shift()
      break
    }
    paragraph.children.shift()
    if (child.type !== 'text' || child.value !== '') line.push(child)
  }
  return line
}
