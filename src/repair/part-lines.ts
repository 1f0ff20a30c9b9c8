/** `repair.labelledLines`: lines of a paragraph that the author began anew begin below each other; CommonMark runs them on. */
import type {Nodes, Paragraph, RootContent} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import {indentedLines} from './indented-lines.ts'
import {countedLines, signedLines} from './labelled-lines.ts'
import {type Line, linesOf, partAt, type Start} from './lines.ts'
import {openedLines} from './opened-lines.ts'
import {placeOf} from './place.ts'
import {columnsOf, shortLines, wordsOfLines} from './short-lines.ts'
import {spokenLines} from './spoken-lines.ts'
import {theoremLines} from './theorem-lines.ts'

/** Places that one message lists. */
const most = 20
/** Columns that a page may have for a line, a Han takes two: longer lines are paragraphs, as all around them are. */
const column = 60

const names = /^(?:—{1,2}|―{1,2}|–|--)\s?[^\s—―–-]/u

/** What goes on a sentence. */
const goesOn = /^[\p{Ll}\p{P}是指为為的和与與及或在]/u

interface Surroundings {
  /** It ends a quotation. */
  quoted: boolean
  /** It stands in an item of a list, or deeper. */
  item: boolean
}

export function partLines({tree, path, text}: ParsedText, book: Book): void {
  const places: Place[] = []
  const look = (parent: Nodes): void => {
    if (!('children' in parent)) return
    const children = parent.children as RootContent[]
    const result: RootContent[] = []
    for (const [index, node] of children.entries()) {
      const quoted = parent.type === 'blockquote' && index === children.length - 1
      if (node.type === 'paragraph') result.push(...parted(node, {quoted, item: parent.type !== 'root' && parent.type !== 'blockquote'}, text, () => places.push(placeOf(node, path))))
      else {
        look(node)
        result.push(node)
      }
    }
    if (result.length !== children.length || result.some((node, index) => node !== children[index])) parent.children = result as never // blocks for blocks
  }
  look(tree)
  const [first, ...related] = places
  if (first) book.messages.push(message('lines-parted', first, {count: places.length}, {related: related.slice(0, most)}))
}

/** @param tell Of lines that begin anew; that spaces are not printed is no change. */
function parted(paragraph: Paragraph, around: Surroundings, source: string, tell: () => void): Paragraph[] {
  const [first] = paragraph.children
  const spaced = first?.type === 'text' && first.value.startsWith('\u3000')
  if (!spaced && !paragraph.children.some((child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')))) return [paragraph]
  const lines = linesOf(paragraph.children)
  const words = wordsOfLines(paragraph.children)
  const starts = startsOf(paragraph, lines, words, around)
  if (starts.length === 0) return [paragraph]
  const anew = ({node, from}: Start) => from > 0 || (node > 0 && paragraph.children[node - 1]?.type !== 'break') // what the author broke hard is no mend
  if (starts.some(anew)) tell()
  const long = !around.item && starts.every(anew) && words.some((line) => columnsOf(line) > column)
  return partAt(paragraph, long ? starts.map((start) => ({apart: true, ...start})) : starts, source)
}

function startsOf(paragraph: Paragraph, lines: Line[], words: string[], {quoted, item}: Surroundings): Start[] {
  const theorems = new Set(theoremLines(paragraph.children, lines, words))
  const labelled = new Set([...countedLines(lines, words), ...signedLines(lines)])
  if (labelled.size + theorems.size > 0) {
    const spoken = new Set(spokenLines(lines))
    const apart = (line: Line) => !item && theorems.size > 0 && !labelled.has(line) && paragraph.children[line.node - 1]?.type !== 'break'
    return lines.filter((line) => labelled.has(line) || theorems.has(line) || spoken.has(line)).map((line) => (apart(line) ? {...line, apart: true} : line))
  }
  const indented = indentedLines(paragraph, lines)
  if (indented.length > 0) return indented
  const last = lines.at(-1)
  if (quoted && last && lines.length > 1 && lines.filter(({words}) => names.test(words)).length === 1 && names.test(last.words)) return [{...last, apart: true}]
  const spoken = spokenLines(lines)
  if (spoken.length > 0) return spoken
  const opened = openedLines(lines, words)
  if (opened.length > 0) return opened
  const headed = headedLines(paragraph.children, lines, words)
  return headed.length > 0 ? headed : shortLines(paragraph.children, lines, words)
}

/** A short first line, all of it bold, heads the others: a line that is wrapped is filled, and one sentence a line is a sentence.
 *
 * @returns What begins anew below it. */
function headedLines([first]: Paragraph['children'], lines: Line[], words: string[]): Line[] {
  const [head, second, ...others] = lines
  const [title = ''] = words
  if (first?.type !== 'strong' || head?.node !== 0 || second?.node !== 1 || lines.length !== words.length) return []
  if (columnsOf(title) > column / 2 || !/[\p{L}\p{N}”’」』》）)：:]$/u.test(title) || words.slice(1).every((line) => columnsOf(line) < 2 * columnsOf(title))) return []
  if (goesOn.test(words[1] ?? '')) return []
  return [second, ...spokenLines([second, ...others])]
}
