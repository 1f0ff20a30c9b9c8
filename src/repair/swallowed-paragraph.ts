/** `repair.swallowedParagraph`: a line right below a list, meant as a paragraph, is freed from its last item.
 *
 * CommonMark reads such a line as a lazy continuation (0.31.2 §5.2), and hard-wrapped items are legal; so it is freed only
 * where the line above ends a sentence or a citation, every other item is one line, and the line starts in column 1 where a
 * wrapped line would be indented. Where the line above ends no sentence, a lone such line is told and left. */
import type {List, Paragraph, PhrasingContent, Root} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'

/** Sentence end or citation, then closing quotes, brackets and emphasis. */
const ending = /(?:[。！？；…!?;]|(?<!\d)\.|(?<=\d)\.(?!\d)|\]|】)[”’』」》）)"'*_~\]\s]*$/u

export function freeParagraphs({tree, text, path}: ParsedText, book: Book): void {
  let lines: string[] | undefined
  for (let index = 0; index < tree.children.length; index++) {
    const list = tree.children[index]
    if (list?.type !== 'list' || !list.position) continue
    for (const [place, item] of list.children.entries()) {
      const paragraph = lastParagraph(item)
      if (!paragraph?.position || paragraph.position.start.line === paragraph.position.end.line) continue
      lines ??= text.split(/\r\n|\r|\n/)
      const lazy = lazyLine(paragraph, lines)
      if (!lazy) continue
      const {line, ended} = lazy
      const lone = place === list.children.length - 1 && othersAreLines(list)
      if (!ended && !lone) continue // a list that is wrapped so throughout
      const rest = ended && lone ? splitAt(paragraph, line) : undefined
      const where = {path, line, column: 1}
      if (rest) {
        tree.children.splice(index + 1, 0, rest)
        book.messages.push(message('paragraph-freed', where, {}, fixAt(rest)))
      } else book.messages.push(message('paragraph-swallowed', where))
    }
  }
}

type Container = List['children'][number]

/** Through nested lists, whose last line the next one continues just as well. */
function lastParagraph(item: Container): Paragraph | undefined {
  const last = item.children.at(-1)
  if (last?.type === 'paragraph') return last
  const inner = last?.type === 'list' ? last.children.at(-1) : undefined
  return inner && lastParagraph(inner)
}

/** First line of the paragraph, below its first, that starts in column 1; and whether it follows the end of a sentence. */
function lazyLine({position}: Paragraph, lines: string[]): {line: number; ended: boolean} | undefined {
  if (!position || position.start.column === 1) return undefined
  for (let line = position.start.line + 1; line <= position.end.line; line++) {
    const written = lines[line - 1] ?? ''
    if (/^\S/.test(written)) return {line, ended: ending.test(lines[line - 2] ?? '')}
  }
  return undefined
}

/** One line each, and at least one: without a sibling nothing tells how items are wrapped. */
function othersAreLines({children}: List): boolean {
  const others = children.slice(0, -1)
  return others.length > 0 && others.every((item) => item.children.every((child) => child.type === 'list' || !child.position || child.position.start.line === child.position.end.line))
}

/** @returns The new paragraph; undefined where the line starts inside other markup. */
function splitAt(paragraph: Paragraph, line: number): Paragraph | undefined {
  const index = paragraph.children.findIndex(({position}) => position !== undefined && position.end.line >= line)
  const child = paragraph.children[index]
  const {position} = child ?? {}
  if (!child || !position) return undefined
  let tail: PhrasingContent[]
  if (child.type === 'text' && position.start.line < line) {
    const parts = child.value.split('\n')
    const count = line - position.start.line
    const after = parts.slice(count).join('\n')
    const offset = position.end.offset === undefined ? undefined : position.end.offset - after.length
    const start = {line, column: 1, ...(offset === undefined ? {} : {offset})}
    tail = [{type: 'text', value: after, position: {start, end: position.end}}, ...paragraph.children.slice(index + 1)]
    child.value = parts.slice(0, count).join('\n')
    position.end = {line: line - 1, column: (parts[count - 1] ?? '').length + 1, ...(offset === undefined ? {} : {offset: offset - 1})}
    paragraph.children.splice(index + 1)
  } else if (child.type === 'break' && position.start.line < line) {
    tail = paragraph.children.slice(index + 1)
    paragraph.children.splice(index)
  } else return undefined
  const [first] = tail
  const end = paragraph.position?.end
  if (!first || !end) return undefined
  if (paragraph.position) paragraph.position.end = position.start.line < line ? position.end : end
  return {type: 'paragraph', children: tail, position: {start: first.position?.start ?? {line, column: 1}, end}}
}

/** A blank line above frees it in the manuscript, too. */
function fixAt({position}: Root['children'][number]): {fix: {start: number; end: number; text: string}} | Record<string, never> {
  const start = position?.start.offset
  return start === undefined ? {} : {fix: {start, end: start, text: '\n'}}
}
