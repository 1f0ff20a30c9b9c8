/** A short paragraph that is all bold and stands right above text: a heading that was not marked as one, and so is in no contents. */
import type {Nodes, Paragraph, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {message} from '../diagnostics/index.ts'
import type {Book} from '../model/book.ts'
import type {Message} from '../model/message.ts'

/** Of Latin letters; Han are twice as wide. */
const longest = 60
/** What it would be a heading of. */
const text = new Set(['paragraph', 'list', 'table', 'code', 'math', 'blockquote', 'block', 'htmlParts'])
/** Above these it may be their name: of a file, of a language, of a table. A number makes it a heading all the same. */
const named = new Set(['table', 'code', 'math', 'block', 'htmlParts'])
/** A sentence, a lead-in, a caption, a by-line: none is a heading. */
const other = /[｜|]|^[[〔]|[。！？；!?;:：，,….]$|^(?:图|表|圖|附图|附表|Figure|Fig\.|Table)\s?[\dA-Z一二三四五六七八九十]|[:：]|^[\p{P}\s]*$/u
const labelled = /^(?:第[一二三四五六七八九十百零\d]+[章节節]|[（(]?[一二三四五六七八九十]+[、．.)）]|\d+(?:\.\d+)*[.、．\s])/u

/** One message a file, with all its places. */
export function lintBoldHeadings({chapters, messages}: Book): void {
  const found = new Map<string, Message>()
  for (const {tree, path} of chapters) {
    if (path === '') continue
    for (const [index, node] of tree.children.entries()) {
      const words = node.type === 'paragraph' ? headingOf(node, tree.children[index - 1], tree.children[index + 1]) : undefined
      if (words === undefined || !node.position) continue
      const place = {path, line: node.position.start.line, column: node.position.start.column}
      const known = found.get(path)
      if (known) known.related?.push(place)
      else found.set(path, message('heading-bold', place, {words}, {related: []}))
    }
  }
  messages.push(...found.values())
}

/** Two in a row are emphasised lines; one above a reference list is known as its heading. */
function headingOf(paragraph: Paragraph, before: RootContent | undefined, after: RootContent | undefined): string | undefined {
  const words = boldWords(paragraph)
  if (words === undefined || widthOf(words) > longest || !after || !text.has(after.type) || after.data?.sources !== undefined || boldWords(after) !== undefined || (before && boldWords(before) !== undefined)) return undefined
  const remark = /^[（(][^（()）]*[）)]$/u.test(words)
  const numbered = labelled.test(words) && !remark && !/[。！？；!?;:：，,…]$/u.test(words)
  return (other.test(words) || remark || named.has(after.type)) && !numbered ? undefined : words
}

function widthOf(words: string): number {
  return words.length + (words.match(/\p{Script=Han}/gu)?.length ?? 0)
}

function boldWords(node: Nodes): string | undefined {
  if (node.type !== 'paragraph') return undefined
  const [only, ...more] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const words = only?.type === 'strong' && more.length === 0 ? toString(only).trim() : ''
  return words === '' || words.includes('\n') ? undefined : words
}
