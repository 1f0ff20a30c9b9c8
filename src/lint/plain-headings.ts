/** Paragraphs that are a label and a title (第一章 归人, Chapter 2): headings that a word processor or a web page lost, so that the
 * book has no chapters and no contents. Told where they count, one after the other. */
import type {Paragraph, RootContent} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book} from '../model/book.ts'

/** UTF-16 units of a title. */
const longest = 40
const label = /^(?:第\s*([\d一二三四五六七八九十百零〇]{1,6})\s*([章回节節卷篇]|部分)(?:[\s\u3000:：、.．]|$)|(chapter|part)\s+(\d{1,3}|[ivxlc]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten)\b)/iu
const sentence = /[。！？；!?;，,…]$|[。；]/u

interface Labelled {words: string; kind: string; line: number; column: number}

/** One message a file, with all its places. */
export function lintPlainHeadings({chapters, messages}: Book): void {
  const found = new Map<string, Labelled[]>()
  for (const {tree, path} of chapters) {
    if (path === '') continue
    for (const [index, node] of tree.children.entries()) {
      const title = node.type === 'paragraph' ? titleOf(node) : undefined
      const after = tree.children[index + 1]
      if (title && after && !(after.type === 'paragraph' && titleOf(after))) found.set(path, [...(found.get(path) ?? []), title]) // in a row they are contents
    }
  }
  for (const [path, all] of found) {
    const kinds = all.map(({kind}) => kind)
    const titles = all.filter(({kind}) => kinds.indexOf(kind) < kinds.lastIndexOf(kind))
    const [first, ...others] = titles
    if (first) messages.push(message('heading-plain', {path, line: first.line, column: first.column}, {words: first.words}, {related: others.map(({line, column}) => ({path, line, column}))}))
  }
}

function titleOf(node: RootContent & Paragraph): Labelled | undefined {
  const [only, ...more] = node.children
  if (only?.type !== 'text' || more.length > 0 || !node.position) return undefined
  const words = only.value.trim()
  const [whole, , counter, english] = label.exec(words) ?? []
  if (whole === undefined || words.length > longest || words.includes('\n') || sentence.test(words)) return undefined
  return {words, kind: counter ?? english?.toLowerCase() ?? '', line: node.position.start.line, column: node.position.start.column}
}
