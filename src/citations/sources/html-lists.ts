/** Reference lists that the author wrote as HTML: `<ol><li>…</li></ol>`, `<table>`, `<p>[1] …</p>` → entries.
 *
 * What stands in an entry becomes Markdown again: addresses, emphasis, words. Everything else of HTML is dropped, so that such
 * a list is no way around the sanitiser. */
import {decodeString} from 'micromark-util-decode-string'
import type {Entry} from './entry.ts'
import {readHtmlItems, type HtmlItem} from './html-items.ts'
import {readLabel} from './labels.ts'

const opening = /^\s*<(ol|ul|table|p|div|section)\b/i
/** A longer list is left as it is. */
const longest = 500_000

/** @param offset Where the HTML starts in the text.
 * @returns No entries where one of its items has no number, or where the list goes on in a further block. */
export function readHtmlList(html: string, offset: number): Entry[] {
  const name = opening.exec(html)?.[1]?.toLowerCase()
  if (html.length > longest || name === undefined || !html.toLowerCase().includes(`</${name}>`)) return []
  const items = readHtmlItems(html, wordsOf)
  const entries = items.flatMap((item): Entry[] => {
    const entry = entryOf(item)
    return entry ? [{...entry, offset}] : []
  })
  return entries.length === items.length ? entries : []
}

function entryOf({counted, cells: [first = '', ...rest]}: HtmlItem): Omit<Entry, 'offset'> | undefined {
  const digits = rest.length > 0 ? /^\D{0,3}(\d{1,3})\D{0,3}$/.exec(first)?.[1] : undefined
  if (digits !== undefined) return {number: Number(digits), raw: rest.filter(Boolean).join('. '), label: 'ordered'}
  const words = [first, ...rest].filter(Boolean).join('. ')
  const label = readLabel(words)
  if (label?.label === 'bracket' || (label && counted === undefined)) return {number: label.number, raw: label.lead + words.slice(label.length).trim(), label: label.label}
  return counted === undefined ? undefined : {number: counted, raw: words, label: 'ordered'}
}

/** Text of HTML, so that nothing in it is Markdown but brackets, which are labels and type marks, and addresses. */
function wordsOf(text: string): string {
  return decodeString(text.replaceAll('\\', '\\\\')).replace(/https?:\/\/[^\s<>]+|[\\`*_<>~|]/gi, (found) => (found.length > 1 ? found : `\\${found}`))
}
