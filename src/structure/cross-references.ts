/** 见图 2, Table 3, 由式（1）: words that name a figure, a table or a formula of the book become links to it.
 *
 * Only where the book has exactly that label; the words stay as they are. */
import type {Nodes, Parents, PhrasingContent, Text} from 'mdast'
import {alignWords, partOfText, sourceOf} from '../diagnostics/word-places.ts'
import type {Book} from '../model/book.ts'
import {listCaptioned} from './captions.ts'
import {formulaMention, keyOfFormula, keyOfNumber} from './formula-mentions.ts'
import type {NumberedFormula} from './formula-numbers.ts'

/** After Han only where that character can't form a word with it: 见图 2, but not 地图 2, 代表 2. */
const captionMention = /(?:(?<![\p{L}\p{N}])|(?<=[见見如由从從按据據在和与與及或看]|符合|[依参參按]照))(?:图表|圖表|图|表|圖)(?:\s?(?:[A-Z][-–.]?)?\d+(?:[-–.]\d+)*|[一二三四五六七八九十百]+(?:之[一二三四五六七八九十]+)?(?![个個种種样樣般致律定切些起直同旦]))|(?<![\p{L}\p{N}])(?:Figure|Fig\.|Table|Exhibit)\s\d+(?:[-–.]\d+)*/u
/** Looked for first: most texts name none. */
const names = /[图表圖式程]|Fig|Table|Exhibit|[Ee]q|ormula/
const mention = new RegExp(`${captionMention.source}|${formulaMention}`, 'gu')

/** Nodes whose words are not the author's sentences, or are links already. */
export const closed = new Set<string>(['link', 'linkReference', 'heading', 'citation', 'code', 'inlineCode', 'math', 'inlineMath'])

interface Linking {
  anchors: Map<string, string>
  /** The file that holds a line of the chapter. */
  sourceAt(line: number | undefined): string | undefined
}

export function linkMentions(book: Book, formulas: NumberedFormula[]): void {
  const anchors = anchorsOf(book, formulas)
  if (anchors.size === 0) return
  for (const chapter of book.chapters) linkInside(chapter.tree, {anchors: new Map([...anchors, ...anchorsOf({chapters: [chapter]}, formulas.filter((formula) => formula.chapter === chapter.id))]), sourceAt: (line) => sourceOf(book, chapter.path, line)}) // where a label stands twice, the chapter's own is meant
}

/** By label; of one that stands twice, the first. */
function anchorsOf(book: Pick<Book, 'chapters'>, formulas: NumberedFormula[]): Map<string, string> {
  const captioned = listCaptioned(book).filter(({label}) => label !== '').map(({label, id}) => [keyOf(label), id] as const)
  const numbered = formulas.flatMap(({id, numbers}) => (id === undefined ? [] : numbers.map((number) => [keyOfNumber(number), id] as const)))
  return new Map([...captioned, ...numbered].reverse())
}

function linkInside(node: Nodes, linking: Linking): void {
  if (!('children' in node) || closed.has(node.type) || (node.type === 'block' && node.data?.hName === 'figcaption')) return
  const parent = node as Parents & {children: Nodes[]}
  for (let index = 0; index < parent.children.length; index += 1) {
    const child = parent.children[index]
    if (child?.type !== 'text') {
      if (child) linkInside(child, linking)
      continue
    }
    const parts = splitText(child, linking)
    if (parts.length === 1) continue
    parent.children.splice(index, 1, ...parts)
    index += parts.length - 1
  }
}

function splitText(text: Text, {anchors, sourceAt}: Linking): PhrasingContent[] {
  if (!names.test(text.value)) return [text]
  const parts: PhrasingContent[] = []
  let end = 0
  let words: ReturnType<typeof alignWords> | false
  const slice = (from: number, to: number) => partOfText(text, from, to, words || undefined)
  for (const found of text.value.matchAll(mention)) {
    const id = anchors.get(keyOf(found[0]))
    if (id === undefined) continue
    words ??= alignWords(text, sourceAt(text.position?.start.line)) ?? false
    if (found.index > end) parts.push(slice(end, found.index))
    end = found.index + found[0].length
    parts.push({type: 'link', url: `#${id}`, children: [slice(found.index, end)]})
  }
  if (end === 0) return [text]
  if (end < text.value.length) parts.push(slice(end, text.value.length))
  return parts
}

/** `图 2`, `图2`, `Fig. 2` and `Figure 2` name the same: a Chinese book may hold an English abstract. */
export function keyOf(label: string): string {
  return keyOfFormula(label) ?? label.replace(/\s+/g, '').replace(/^(?:Figure|Fig\.|圖)/, '图').replace(/^Table/, '表').replace('–', '-')
}
