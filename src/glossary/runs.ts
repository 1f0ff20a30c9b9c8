/** The running text of a book as flat strings: one run for each heading, paragraph, cell or caption.
 *
 * Chapters in, runs out. What a term must never stand in (code, links, citations, mathematics, images, author's
 * HTML) is one U+FFFC in the run, so nothing matches across it; marks in comments take no room. */
import type {Nodes, Parents, Text} from 'mdast'
import {alignWords, placeOfWords, sourceOf, type Words} from '../diagnostics/word-places.ts'
import type {Book, Chapter} from '../model/book.ts'
import type {Place} from '../model/message.ts'

/** `quotation`: words of others, which are never added to. */
export type RunKind = 'prose' | 'quotation' | 'heading' | 'caption' | 'cell'

export interface Segment {
  node: Text
  parent: Parents
  start: number
  end: number
  /** Read when a place is first asked for; `false` where it cannot be told. */
  words?: Words | false
}

/** `推理<!-- no-gloss -->`: what a comment right after a mention asks for. */
export interface Mark {at: number; wish: 'gloss' | 'no-gloss' | 'no-term' | 'sense'; sense: string; node: Nodes}

export interface Run {
  chapter: Chapter
  /** The file it stands in, as it was parsed. */
  source: string | undefined
  /** Id of the section it stands in. */
  section: string
  kind: RunKind
  text: string
  segments: Segment[]
  marks: Mark[]
  /** Offsets where bold or emphasis begins or ends. */
  edges: Set<number>
}

const skipped = new Set(['code', 'html', 'math', 'yaml', 'toml', 'definition', 'sourceEntry'])
const phrasing = new Set(['text', 'strong', 'emphasis', 'delete', 'mark', 'lowered', 'inlineCode', 'link', 'citation', 'inlineMath', 'foreign', 'term'])
const transparent = new Set(['strong', 'emphasis', 'delete', 'mark', 'foreign'])
const opaqueTag = /^<(\/?)(a|code|kbd|samp|pre|ruby|abbr|dfn|script|style|cite)\b/i
/** As `setting/` joins them. */
const wideBreak = /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60])/gu
const mark = /^<!--\s*(?:(gloss|no-gloss|no-term)|term:\s*(.+?))\s*-->$/

/** Line ends between Chinese characters go from the chapters by this: none is printed, and a word may be broken there. */
export function readRuns(book: Pick<Book, 'chapters' | 'written' | 'continued'>): Run[] {
  return book.chapters.filter(({role}) => role !== 'references' && role !== 'glossary' && role !== 'audit').flatMap((chapter) => readChapter(chapter, book))
}

function readChapter(chapter: Chapter, book: Pick<Book, 'written' | 'continued'>): Run[] {
  const runs: Run[] = []
  let section = chapter.id
  const walk = (node: Nodes, kind: RunKind) => {
    if (!('children' in node) || skipped.has(node.type)) return
    if (node.type === 'heading') section = node.data?.id ?? chapter.id
    const own = node.type === 'heading' ? 'heading' : node.type === 'tableCell' ? 'cell' : node.data?.hName === 'figcaption' || node.data?.hName === 'caption' ? 'caption' : node.type === 'blockquote' && node.data?.hName === undefined ? 'quotation' : kind
    if (node.children.some(({type}) => phrasing.has(type))) runs.push(flatten(node, {chapter, source: sourceOf(book, chapter.path, node.position?.start.line), section, kind: own}))
    else for (const child of node.children) walk(child, own)
  }
  walk(chapter.tree, 'prose')
  return runs
}

function flatten(block: Parents, at: Pick<Run, 'chapter' | 'source' | 'section' | 'kind'>): Run {
  const run: Run = {...at, text: '', segments: [], marks: [], edges: new Set()}
  let hidden = 0
  const add = (parent: Parents) => {
    for (const node of parent.children as Nodes[]) {
      if (node.type === 'html') {
        const tag = opaqueTag.exec(node.value)
        if (tag) hidden = Math.max(0, hidden + (tag[1] ? -1 : 1))
        addMark(run, node.value, node)
      } else if (node.type === 'text' && hidden === 0) {
        if (node.value.includes('\n')) node.value = node.value.replace(wideBreak, '')
        run.segments.push({node, parent, start: run.text.length, end: run.text.length + node.value.length})
        run.text += node.value
      } else if (transparent.has(node.type) && 'children' in node) {
        run.edges.add(run.text.length)
        add(node)
        run.edges.add(run.text.length)
      } else if (node.type === 'break') run.text += '\n'
      else run.text += '\uFFFC'
    }
  }
  add(block)
  return run
}

function addMark(run: Run, value: string, node: Nodes): void {
  const [, wish, sense] = mark.exec(value) ?? []
  if (wish || sense) run.marks.push({at: run.text.length, wish: (wish ?? 'sense') as Mark['wish'], sense: sense ?? '', node}) // the pattern has no other
}

/** The text node that holds `start` to `end` as a whole; none where markup cuts it. */
export function segmentOf({segments}: Run, start: number, end: number): Segment | undefined {
  let low = 0
  let high = segments.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const segment = segments[middle]
    if (!segment) return undefined
    if (segment.end <= start) low = middle + 1
    else if (segment.start > start) high = middle - 1
    else return end <= segment.end ? segment : undefined
  }
  return undefined
}

/** The segment beside its source: before its node is changed. */
export function wordsOf({source}: Run, segment: Segment): Words | undefined {
  segment.words ??= alignWords(segment.node, source) ?? false
  return segment.words || undefined
}

/** Where `start` to `end` of a run stands in its file. A range is given only where the source has the very words. */
export function placeIn(run: Run, start: number, end: number): Place & {range?: {start: number; end: number}} {
  const segment = segmentOf(run, start, Math.min(end, start + 1)) ?? run.segments[0]
  const path = run.chapter.path
  const position = segment?.node.position
  if (!segment || !position) return {path}
  const words = wordsOf(run, segment)
  const from = Math.max(0, start - segment.start)
  if (!words) return {path, line: position.start.line, column: position.start.column}
  const within = end <= segment.end
  const place = placeOfWords(words, from, within ? Math.max(from + 1, end - segment.start) : from + 1)
  const last = within ? place.end : place.start
  const {start: {offset: open}, end: {offset: close}} = place
  const exact = within && place.exact && open !== undefined && close !== undefined
  return {path, line: place.start.line, column: place.start.column, endLine: last.line, endColumn: last.column, ...(exact ? {range: {start: open, end: close}} : {})}
}
