/** Blocks of a reference list → entries, each with its number and its raw text.
 *
 * Entries are read from the raw text, not from the tree: what CommonMark makes of `[1] Title` lines (one paragraph, or
 * links where a definition is near) is not what they are. Only the blocks themselves come from the tree. */
import type {List, RootContent, Table} from 'mdast'
import type {Entry} from './entry.ts'
import {readHtmlList} from './html-lists.ts'
import {readLabel} from './labels.ts'

export type {Entry}

export interface ReadBlock {
  entries: Entry[]
  /** Offset where the first entry starts; what stands before it in the block stays in the text. */
  from: number
}

/** @param text The whole file. */
export function readBlock(node: RootContent, text: string): ReadBlock | undefined {
  if (!node.position) return undefined // made by the program: its words stand elsewhere in the text, or nowhere
  if (node.type === 'list') return readList(node, text)
  if (node.type === 'table') return readTable(node, text)
  if (node.type === 'html') return readHtml(node.value, node.position?.start.offset ?? 0)
  if (node.type === 'paragraph' || isUnderlined(node, text)) return readLines(node, text)
  if (node.type === 'blockquote') {
    const blocks = node.children.map((child) => readBlock(child, text))
    const entries = blocks.flatMap((block) => block?.entries ?? [])
    const [first] = entries
    return first && blocks.every(Boolean) ? {entries, from: first.offset} : undefined
  }
  return undefined
}

function readHtml(html: string, offset: number): ReadBlock | undefined {
  const entries = readHtmlList(html, offset)
  return entries.length > 0 ? {entries, from: offset} : undefined
}

/** A list of lines above `---` is a heading to Markdown. */
export function isUnderlined(node: RootContent, text: string): boolean {
  return node.type === 'heading' && /[\r\n][ \t]{0,3}\S[^\r\n]*[\r\n]/.test(text.slice(node.position?.start.offset, node.position?.end.offset))
}

function readLines(node: RootContent, text: string): ReadBlock | undefined {
  const start = node.position?.start.offset ?? 0
  const whole = text.slice(start, node.position?.end.offset)
  const slice = node.type === 'heading' ? whole.replace(/[\r\n][ \t]*(?:-+|=+)[ \t]*$/, '') : whole
  const entries: Entry[] = []
  let offset = start
  let more: string[] = []
  const endEntry = () => {
    const last = entries.at(-1)
    if (last && more.length > 0) last.raw = joinLines([last.raw, ...more])
    more = []
  }
  for (const line of slice.split(/(?<=\n)|(?<=\r)(?!\n)|(?<=<br[ ]?\/?>)(?![ \t]*[\r\n])/i)) {
    const clean = line.replace(/^(?:[ \t]*>)+[ \t]?/, '').replace(/<br ?\/?>(?=\s*$)/i, '')
    const label = readLabel(clean)
    const last = entries.at(-1)
    if (label && (!last || label.label === last.label)) {
      endEntry()
      if (last) last.raw = last.raw.replace(/\\$/, '') // a hard break between entries
      entries.push({number: label.number, raw: label.lead + clean.slice(label.length).trim(), offset: offset + line.indexOf(clean), label: label.label})
      splitLine(entries)
    } else if (last) more.push(clean.trim())
    offset += line.length
  }
  endEntry()
  const [first] = entries
  return first ? {entries, from: first.offset} : undefined
}

/** `[1] url [2] url` on one line: the next number in order opens the next entry. */
function splitLine(entries: Entry[]): void {
  for (;;) {
    const last = entries.at(-1)
    if (last?.label !== 'bracket') return
    const next = new RegExp(`(?:^|[\\s;；。])\\[${last.number + 1}\\](?=[\\s\\p{L}:：])[:：]?\\s*`, 'u').exec(last.raw)
    if (!next || next.index < 8) return
    const rest = last.raw.slice(next.index + next[0].length)
    const {offset, number, label} = last
    last.raw = last.raw.slice(0, next.index).trim()
    entries.push({number: number + 1, raw: rest.trim(), offset: offset + next.index, label})
  }
}

/** @param apart Lines that go on no sentence. */
function joinLines(lines: string[], apart?: ReadonlySet<number>): string {
  const pieces: string[] = []
  for (const [index, line] of lines.entries()) {
    const before = pieces.pop()?.replace(/\\$/, '')
    if (before !== undefined) pieces.push(before)
    if (line === '') continue
    const touches = before === undefined || (!apart?.has(index) && /\p{Script=Han}$/u.test(before.slice(-2)) && /^\p{Script=Han}/u.test(line))
    pieces.push(touches ? line : ` ${line}`)
  }
  return pieces.join('').trim() // at once: to ask a growing string for its end copies it each time
}

/** Items that all carry a label of their own go by it. An ordered list goes by the numbers that were written, where they
 * ascend (`48. 59. 60.` are no 48, 49, 50 to the text that cites them); `1.` on each line is counted as CommonMark does. */
function readList(node: List, text: string): ReadBlock | undefined {
  const items = node.children.map((item) => {
    const start = item.position?.start.offset ?? 0
    const end = item.position?.end.offset ?? start
    const whole = text.slice(start, end)
    const marker = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)/.exec(whole)?.[0] ?? ''
    return {start, written: Number.parseInt(marker, 10), content: whole.slice(marker.length)}
  })
  const ascending = items.every(({written}, index) => index === 0 || written > (items[index - 1]?.written ?? 0))
  const labels = items.map(({content}) => readLabel(content))
  const own = labels.every((label) => label !== undefined && label.label === 'bracket') || (!node.ordered && labels.every(Boolean))
  if (!own && !node.ordered) return undefined
  const entries = items.map(({start, written, content}, index): Entry => {
    const label = labels[index]
    const number = own && label ? label.number : ascending ? written : (node.start ?? 1) + index
    return {number, raw: own && label ? label.lead + foldLines(content.slice(label.length)) : foldLines(content), offset: start, label: own && label ? label.label : 'ordered'}
  })
  const [first] = entries
  return first ? {entries, from: first.offset} : undefined
}

/** Sub-bullets and continuation lines of an entry belong to it: one line. */
export function foldLines(content: string): string {
  const lines = content.split(/\r\n|\r|\n/).map((line) => line.replace(/^(?:[ \t]*>)+/, '').trim()).filter(Boolean)
  const words = lines.map((line) => line.replace(/^[-*+]\s+/, ''))
  return joinLines(words, new Set(words.flatMap((line, index) => (line === lines[index] ? [] : [index])))) // the next bullet is another part
}

/** A table with a column of numbers, as a rule the first. */
function readTable(node: Table, text: string): ReadBlock | undefined {
  const rows = node.children.slice(1).map((row) => ({row, cells: row.children.map((cell) => rawOf(cell, text))}))
  const column = node.children[0]?.children.findIndex((_cell, index) => rows.every(({cells}) => numberOf(cells[index] ?? '') !== undefined)) ?? -1
  if (column < 0 || rows.length === 0) return undefined
  const entries = rows.map(({row, cells}): Entry => {
    const raw = cells.filter((cell, index) => index !== column && cell !== '').join('. ')
    return {number: numberOf(cells[column] ?? '') ?? 0, raw, offset: row.position?.start.offset ?? 0, label: 'ordered'}
  })
  if (new Set(entries.map(({number}) => number)).size < entries.length) return undefined // scores, counts
  return {entries, from: node.position?.start.offset ?? 0}
}

function numberOf(cell: string): number | undefined {
  return Number(/^\D{0,3}(\d{1,3})\D{0,3}$/.exec(cell)?.[1]) || undefined
}

function rawOf(cell: Table['children'][number]['children'][number], text: string): string {
  return text.slice(cell.position?.start.offset, cell.position?.end.offset).replace(/^\s*\|?\s*|\s*\|?\s*$/g, '').replace(/\\\|/g, '|')
}
