/** `repair.labelledLines`: lines of a paragraph that count (①②, （1）（2）, 1、2、, A. B.) begin below each other; CommonMark runs them on.
 *
 * Only a row that starts at its first label and goes on at the beginning of lines: a wrapped line that happens to begin with
 * (b) is none. */
import type {Break, Paragraph, PhrasingContent, RootContent, Text} from 'mdast'
import {message} from '../diagnostics/index.ts'
import {alignWords, partOfText} from '../diagnostics/word-places.ts'
import type {Book, ParsedText} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import {placeOf} from './place.ts'

/** Places that one message lists. */
const most = 20

const han = '一二三四五六七八九十'
/** Labels that Markdown reads as no list, each with how its number is told. */
const families: readonly {label: RegExp; number: (name: string) => number}[] = [
  {label: /^([①-⑳])/u, number: (name) => (name.codePointAt(0) ?? 0) - 0x245f},
  {label: /^[（(](\d{1,2})[）)]/u, number: Number},
  {label: /^(\d{1,2})[、．]/u, number: Number},
  {label: /^[（(]([一二三四五六七八九十]{1,3})[）)]/u, number: hanNumber},
  {label: /^([一二三四五六七八九十]{1,3})、/u, number: hanNumber},
  {label: /^([A-H])[.．、)）]/u, number: (name) => (name.codePointAt(0) ?? 0) - 64},
  {label: /^[（(]([A-Ha-h])[）)]/u, number: (name) => (name.toUpperCase().codePointAt(0) ?? 0) - 64},
  {label: /^([a-h])[)）]/u, number: (name) => (name.codePointAt(0) ?? 0) - 96},
]

/** Up to 99. */
function hanNumber(name: string): number {
  const [tens = '', ones = ''] = name.includes('十') ? name.split('十') : ['零', name]
  return (tens === '零' ? 0 : (han.indexOf(tens || '一') + 1) * 10) + (ones === '' ? 0 : han.indexOf(ones) + 1)
}

export function partLabelledLines({tree, path, text}: ParsedText, book: Book): void {
  const places: Place[] = []
  const look = (node: RootContent): void => {
    if (node.type === 'paragraph') {
      if (partLines(node, text)) places.push(placeOf(node, path))
    } else if ('children' in node) (node.children as RootContent[]).forEach(look)
  }
  tree.children.forEach(look)
  const [first, ...related] = places
  if (first) book.messages.push(message('lines-parted', first, {count: places.length}, {related: related.slice(0, most)}))
}

/** A line's first node, and where in it the line begins. */
interface Line {node: number; from: number; label: string}

/** @returns Whether there was such a row. */
function partLines(paragraph: Paragraph, source: string): boolean {
  if (!paragraph.children.some((child) => child.type === 'text' && child.value.includes('\n'))) return false
  const parted = rowOf(linesOf(paragraph.children))
  if (parted.length === 0) return false
  const children: PhrasingContent[] = []
  for (const [index, child] of paragraph.children.entries()) {
    const starts = parted.filter(({node}) => node === index).map(({from}) => from)
    if (child.type === 'text' && starts.length > 0) children.push(...cut(child, starts, source))
    else {
      if (starts.length > 0) children.push(endLine(children))
      children.push(child)
    }
  }
  paragraph.children = children
  return true
}

/** Where lines begin; a label may stand in bold. */
function linesOf(nodes: PhrasingContent[]): Line[] {
  const lines: Line[] = []
  let begins = true
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') {
      if (begins) lines.push({node: index, from: 0, label: node.type === 'strong' ? firstWords(node) : ''})
      begins = node.type === 'break'
      continue
    }
    if (begins) lines.push({node: index, from: 0, label: node.value})
    for (const {index: at} of node.value.matchAll(/\n/g)) if (at + 1 < node.value.length) lines.push({node: index, from: at + 1, label: node.value.slice(at + 1, at + 9)})
    begins = node.value.endsWith('\n')
  }
  return lines
}

function firstWords({children: [first]}: {children: PhrasingContent[]}): string {
  return first?.type === 'text' ? first.value : ''
}

/** @returns The lines that begin with 1, 2, … of one family, all but one that opens the paragraph; none where it is no row. */
function rowOf(lines: Line[]): Line[] {
  for (const {label, number} of families) {
    const row: Line[] = []
    for (const line of lines) {
      const name = label.exec(line.label)?.[1]
      if (name === undefined) continue
      if (number(name) !== row.length + 1) return []
      row.push(line)
    }
    if (row.length > 1) return row.filter((line) => line !== lines[0])
  }
  return []
}

function cut(node: Text, starts: number[], source: string): PhrasingContent[] {
  const words = alignWords(node, source)
  const parts: PhrasingContent[] = []
  let from = 0
  for (const start of starts) {
    const end = start > 0 && node.value[start - 1] === '\n' ? start - 1 : start
    if (end > from) parts.push(partOfText(node, from, end, words))
    parts.push({type: 'break'})
    from = start
  }
  parts.push(partOfText(node, from, node.value.length, words))
  return parts
}

/** The end of the line before goes: the break is one. */
function endLine(children: PhrasingContent[]): Break {
  const last = children.at(-1)
  if (last?.type === 'text') last.value = last.value.replace(/\n$/, '')
  return {type: 'break'}
}
