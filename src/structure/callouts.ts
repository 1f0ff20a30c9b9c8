/** `> [!NOTE]` (GitHub's alerts), `> [!bug]- Own title` (Obsidian's) and what `containers.ts` joined → `aside` with a title; `> **提示**：…`, as generated texts write
 * them, → `aside`, its label as it stands. */
import type {Blockquote, Paragraph, PhrasingContent} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import type {Services} from '../model/setting.ts'
import {blockOf} from './blocks.ts'
import {type CalloutKind, kindOf, kindOfLabel} from './callout-kinds.ts'
import {isOrnament, withoutOrnaments} from './ornaments.ts'
import {plainText} from './plain-text.ts'
import {replaceChildren} from './walk.ts'

const marker = /^\[!([a-z]{2,20})\][+-]?[^\S\n]*/i

interface Marker {
  kind: CalloutKind
  /** As written, lower case. */
  name: string
  title: PhrasingContent[]
  untitled?: true
}

export function setCallouts({tree}: ParsedText, services: Services): void {
  replaceChildren(tree, (quote) => {
    if (quote.type !== 'blockquote') return undefined
    const found = quote.data?.callout ? takeTitle(quote, quote.data.callout) : takeMarker(quote)
    if (found === undefined) {
      const kind = labelOf(quote)
      return kind && [asideOf(kind, quote.children, quote)]
    }
    const title = found.untitled ? [] : [blockOf('p', {className: ['callout-title']}, titleOf(found, services) as never)] // words go where words may
    const children = quote.children.filter((child) => child.type !== 'paragraph' || child.children.length > 0)
    return [asideOf(found.kind, [...title, ...children], quote)]
  })
}

function asideOf(kind: CalloutKind, children: Blockquote['children'], {position}: Blockquote) {
  const aside = blockOf('aside', {className: ['callout', `callout-${kind}`], role: 'note'}, children)
  if (position) aside.position = position
  return aside
}

/** @returns The kind of a quote that opens with such a label in bold, or with any behind a picture (`> 📌 **核心观点**：…`), and names nobody
 * whose words it are. */
function labelOf({children}: Blockquote): CalloutKind | undefined {
  const [first, last] = [children[0], children.at(-1)]
  if (first?.type !== 'paragraph' || (last?.type === 'paragraph' && /^\s*[—–]/u.test(plainText(last)))) return undefined
  const [opening, ...rest] = first.children
  const pictured = opening?.type === 'text' && isOrnament(opening.value)
  const [label, next] = pictured ? rest : first.children
  if (label?.type !== 'strong') return undefined
  const written = plainText(label)
  const alone = next === undefined ? children.length > 1 : next.type === 'break' || (next.type === 'text' && next.value.startsWith('\n')) // on a line of its own
  if (!alone && !/[:：]\s*$/u.test(written) && !(next?.type === 'text' && /^\s*[:：]/u.test(next.value))) return undefined
  const words = withoutOrnaments(written.trimEnd().replace(/[:：]$/u, ''))
  if (alone) return kindOfLabel(words)
  return kindOfLabel(words) ?? (pictured ? 'note' : undefined)
}

/** Kinds of other programs that have a name of ours. */
const named = new Set(['info', 'danger', 'example', 'question'])

/** The author's own, or the name of the kind; of a kind that only other programs have, the word that was written. */
function titleOf({kind, name, title}: Marker, {locale}: Services): PhrasingContent[] {
  if (title.length > 0) return title
  return [{type: 'text', value: name === kind || named.has(name) ? locale.text(`callout.${name}`) : `${name[0]?.toUpperCase()}${name.slice(1)}`}]
}

/** The title is gone from the container, unless it is all that it holds. */
function takeTitle(quote: Blockquote, {name, untitled}: {name: string; untitled?: true}): Marker {
  const [first, ...others] = quote.children
  const kind = kindOf(name) ?? kindOfLabel(name) ?? 'note'
  if (first?.type !== 'paragraph' || !first.data?.calloutTitle || others.length === 0) return {kind, name, title: [], ...(untitled ? {untitled} : {})}
  quote.children = others
  return {kind, name, title: first.children}
}

/** The marker and its title are gone from the quote. */
function takeMarker({children: [first, ...others]}: Blockquote): Marker | undefined {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (text?.type !== 'text') return undefined
  const found = marker.exec(text.value)
  const name = found?.[1]?.toLowerCase() ?? ''
  const kind = kindOf(name)
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
