/** `repair.labelledLines`: lines of a paragraph that the author began anew begin below each other; CommonMark runs them on. */
import type {Nodes, Paragraph, RootContent} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import {indentedLines} from './indented-lines.ts'
import {countedLines, signedLines} from './labelled-lines.ts'
import {type Line, linesOf, partAt, type Start} from './lines.ts'
import {placeOf} from './place.ts'
import {spokenLines} from './spoken-lines.ts'

/** Places that one message lists. */
const most = 20

const names = /^(?:—{1,2}|―{1,2}|–|--)\s?[^\s—―–-]/u

export function partLines({tree, path, text}: ParsedText, book: Book): void {
  const places: Place[] = []
  const look = (parent: Nodes): void => {
    if (!('children' in parent)) return
    const children = parent.children as RootContent[]
    const result: RootContent[] = []
    for (const [index, node] of children.entries()) {
      const quoted = parent.type === 'blockquote' && index === children.length - 1
      if (node.type === 'paragraph') result.push(...parted(node, quoted, text, () => places.push(placeOf(node, path))))
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
function parted(paragraph: Paragraph, quoted: boolean, source: string, tell: () => void): Paragraph[] {
  const [first] = paragraph.children
  const spaced = first?.type === 'text' && first.value.startsWith('\u3000')
  if (!spaced && !paragraph.children.some((child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')))) return [paragraph]
  const lines = linesOf(paragraph.children)
  const starts = startsOf(paragraph, lines, quoted)
  if (starts.length === 0) return [paragraph]
  if (starts.some(({node, from}) => from > 0 || (node > 0 && paragraph.children[node - 1]?.type !== 'break'))) tell() // what the author broke hard is no mend
  return partAt(paragraph, starts, source)
}

function startsOf(paragraph: Paragraph, lines: Line[], quoted: boolean): Start[] {
  const counted = countedLines(lines)
  if (counted.length > 0) return counted
  const signed = signedLines(lines)
  if (signed.length > 0) return signed
  const indented = indentedLines(paragraph, lines)
  if (indented.length > 0) return indented
  const last = lines.at(-1)
  if (quoted && last && lines.length > 1 && lines.filter(({words}) => names.test(words)).length === 1 && names.test(last.words)) return [{...last, apart: true}]
  return spokenLines(lines)
}
