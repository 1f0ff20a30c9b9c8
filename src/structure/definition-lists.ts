/** Lists of definitions, as PHP Markdown Extra and pandoc read them: a term on a line of its own, `: its definition` on the next one, or
 * behind a blank line → `dl`.
 *
 * A line that a colon opens may as well be a reply or a caption: a list is certain where its colons stand two spaces or more before the
 * words, where a term has several definitions, or where the text has several terms, each of them once. All else stays, and is told. */
import type {Nodes, Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {Book} from '../model/book.ts'
import type {Block} from '../model/nodes.ts'
import {blockOf} from './blocks.ts'
import {plainText} from './plain-text.ts'
import {replaceChildren, walk} from './walk.ts'

/** Of Latin letters; Han are twice as wide. */
const longest = 60
const marker = /^:[ \t]+(?=\S)/u
const wideMarker = /^[ \t>]*:(?:[ \t]{2,}|\t)\S/mu
const anyMarker = /^[ \t>]*:[ \t]+\S/mu
/** A sentence, or what leads to the next line. */
const noTerm = /[。！？；，、：!?;,:…]$|\.$|^[\p{P}\p{S}\s]*$|^(?:图|表|圖|Table|Figure)\s?\d/u
const spoken = /^[“「『"'‘—]/u

interface Line {
  words: PhrasingContent[]
  /** Of the manuscript, 1-based. */
  number: number
}

interface Entry {term: Line; definitions: Line[][]}

/** Entries that stand one behind the other, and the paragraphs that they are written in. */
interface List {entries: Entry[]; taken: Paragraph[]}

/** Before lines are looked at that begin anew. */
export function joinDefinitions({texts}: Pick<Book, 'texts'>): void {
  for (const {tree, text} of texts) {
    if (!anyMarker.test(text)) continue
    const lists: List[] = []
    walk(tree, (node) => {
      if ('children' in node) for (const list of listsIn(node.children, text)) lists.push(list)
    })
    if (!isCertain(lists.flatMap(({entries}) => entries), text)) continue
    const taken = new Map<Nodes, Block | undefined>()
    for (const list of lists) for (const [index, paragraph] of list.taken.entries()) taken.set(paragraph, index === 0 ? listOf(list) : undefined)
    replaceChildren(tree, (node) => {
      if (!taken.has(node)) return undefined
      const list = taken.get(node)
      return list ? [list] : []
    })
  }
}

function isCertain(entries: Entry[], text: string): boolean {
  const terms = new Set(entries.map(({term}) => wordsOf(term)))
  if (terms.size < entries.length) return false // speakers take turns
  if (2 * entries.filter(isSpoken).length > entries.length) return false
  return entries.length > 1 || entries.some(({definitions}) => definitions.length > 1) || wideMarker.test(text)
}

function isSpoken({definitions: [first]}: Entry): boolean {
  return first?.[0] !== undefined && spoken.test(wordsOf(first[0]))
}

function listsIn(children: Nodes[], text: string): List[] {
  const lists: List[] = []
  for (const [index, node] of children.entries()) {
    const next = children[index + 1]
    if (node.type !== 'paragraph' || isIndentedCode(next, text)) continue // below a definition: its blocks, which are not read
    const lines = linesOf(node)
    if (!lines.some(isMarked)) continue
    const [before, term] = [lists.at(-1), children[index - 1]]
    const loose = lines[0] !== undefined && isMarked(lines[0])
    if (loose && before?.taken.at(-1) === term) {
      if (before && readLines(lines, before.entries)) before.taken.push(node)
    } else if (!loose) append(readLines(lines, []), [node], before, term, lists)
    else if (term?.type === 'paragraph' && next?.type !== 'table') {
      const [only, ...more] = linesOf(term)
      if (only && more.length === 0 && isTerm(only)) append(readLines(lines, [{term: only, definitions: []}]), [term, node], before, children[index - 2], lists)
    }
  }
  return lists
}

function append(entries: Entry[] | undefined, taken: Paragraph[], before: List | undefined, above: Nodes | undefined, lists: List[]): void {
  if (!entries) return
  if (before && before.taken.at(-1) === above) {
    for (const entry of entries) before.entries.push(entry)
    before.taken.push(...taken)
  } else lists.push({entries, taken})
}

/** @param entries To which the lines add; the last one is being defined.
 * @returns Nothing where the lines are another thing. */
function readLines(lines: Line[], entries: Entry[]): Entry[] | undefined {
  for (const [index, line] of lines.entries()) {
    const entry = entries.at(-1)
    const next = lines[index + 1]
    if (isMarked(line)) {
      if (!entry) return undefined
      entry.definitions.push([withoutMarker(line)])
    } else if (next && isMarked(next) && isTerm(line)) entries.push({term: line, definitions: []})
    else if (entry?.definitions.length) entry.definitions.at(-1)?.push(line)
    else return undefined
  }
  return entries
}

function isIndentedCode(node: Nodes | undefined, text: string): boolean {
  return node?.type === 'code' && !/^[ \t]*(?:```|~~~)/.test(text.slice(node.position?.start.offset, (node.position?.start.offset ?? 0) + 20))
}

function isMarked({words: [first]}: Line): boolean {
  return first?.type === 'text' && marker.test(first.value)
}

function isTerm(line: Line): boolean {
  const words = wordsOf(line)
  return !noTerm.test(words) && words.length + (words.match(/\p{Script=Han}/gu)?.length ?? 0) <= longest && line.words.every(({type}) => type !== 'image' && type !== 'html' && type !== 'citation')
}

function withoutMarker({words, number}: Line): Line {
  const [first, ...others] = words
  return {number, words: first?.type === 'text' ? [{...first, value: first.value.replace(marker, '')}, ...others] : words}
}

function wordsOf({words}: Line): string {
  return words.map((word) => plainText(word)).join('').trim()
}

function linesOf({children, position}: Paragraph): Line[] {
  let number = position?.start.line ?? 1
  let line: Line = {words: [], number}
  const lines = [line]
  const begin = () => {
    number += 1
    line = {words: [], number}
    lines.push(line)
  }
  for (const child of children) {
    if (child.type === 'break') begin()
    else if (child.type !== 'text') {
      line.words.push(child)
      number += (child.position?.end.line ?? 0) - (child.position?.start.line ?? 0)
    } else
      for (const [index, value] of child.value.split('\n').entries()) {
        if (index > 0) begin()
        if (value !== '') line.words.push({type: 'text', value})
      }
  }
  return lines.filter(({words}) => words.length > 0)
}

function listOf({entries}: List): Block {
  return blockOf('dl', {className: ['definitions']}, entries.flatMap(({term, definitions}) => [partOf('dt', [term]), ...definitions.map((lines) => partOf('dd', lines))]))
}

/** Words go where words may. */
function partOf(name: 'dt' | 'dd', lines: Line[]): Block {
  const words = lines.flatMap(({words: own}, index): PhrasingContent[] => (index > 0 ? [{type: 'text', value: '\n'}, ...own] : own))
  const part = blockOf(name, {}, words as RootContent[])
  const [first, last] = [lines[0]?.number, lines.at(-1)?.number]
  if (first !== undefined && last !== undefined) part.position = {start: {line: first, column: 1}, end: {line: last, column: 1}}
  return part
}
