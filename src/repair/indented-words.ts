/** `repair.indentedWords`: paragraphs that spaces indent, which the parser read as words and not as code, are told; their lines begin
 * anew, and those far in stand at the right, as with ideographic spaces. */
import type {Paragraph, RootContent} from 'mdast'
import type {Book, ParsedText} from '../model/book.ts'
import {type Line, linesOf, partAt, type Start} from './lines.ts'
import {tellAll} from './tell-all.ts'

/** Columns that make code, and of a line that is pushed to the right. */
const [indent, far] = [4, 16]
const ended = /[。！？…：；!?:;”」』）)》]\s*$/u

export function setIndentedWords(text: ParsedText, book: Book): void {
  const found: Paragraph[] = []
  const children: RootContent[] = []
  let lines: string[] | undefined
  for (const node of text.tree.children) {
    if (node.type !== 'paragraph' || !node.data?.indented) children.push(node)
    else {
      found.push(node)
      lines ??= text.text.split(/\r\n|\r|\n/)
      for (const part of parted(node, lines, text.text)) children.push(part)
    }
  }
  if (found.length === 0) return
  text.tree.children = children
  tellAll('words-indented', found, text, book)
}

function parted(paragraph: Paragraph, written: string[], source: string): Paragraph[] {
  let right = false
  const starts = linesOf(paragraph.children).flatMap((line, index): Start[] => {
    const number = lineOf(line, paragraph)
    const before = right
    right = columnsOf(written[number - 1]) >= far
    if (index === 0) return right ? [{...line, right}] : []
    if (right) return [{...line, right, apart: !before}]
    return before || (columnsOf(written[number - 1]) >= indent && ended.test(written[number - 2] ?? '')) ? [{...line, apart: true}] : []
  })
  return partAt(paragraph, starts, source)
}

/** In the file, 1-based. */
function lineOf({node, from}: Line, {children, position}: Paragraph): number {
  const child = children[node]
  const start = child?.position?.start.line ?? position?.start.line ?? 1
  return child?.type === 'text' ? start + (child.value.slice(0, from).match(/\n/g)?.length ?? 0) : start
}

/** @returns Columns of the spaces that open the line; 0 where anything else does. */
function columnsOf(line: string | undefined): number {
  let columns = 0
  for (const character of /^[ \t]*/.exec(line ?? '')?.[0] ?? '') columns += character === '\t' ? indent - (columns % indent) : 1
  return columns
}
