/** Lines of a paragraph as they stand in the source, and a paragraph parted where some of them begin. */
import type {Paragraph, PhrasingContent, Text} from 'mdast'
import {alignWords, partOfText} from '../diagnostics/word-places.ts'

/** Where a line begins: its first node, and the offset in it. */
export interface Line {
  node: number
  from: number
  /** Its first words, across bold ones; empty where it opens with anything else. */
  words: string
  bold: boolean
}

/** A line that begins anew. */
export interface Start extends Line {
  /** As a paragraph of its own, else below the line before. */
  apart?: boolean
  /** Units at its beginning that are not printed. */
  skip?: number
  /** Its paragraph is set to the right. */
  right?: boolean
}

/** UTF-16 units of a line's first words. */
const longest = 48

export function linesOf(nodes: PhrasingContent[]): Line[] {
  const lines: Line[] = []
  let begins = true
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') {
      if (begins) lines.push({node: index, from: 0, words: openingOf(node, nodes[index + 1]), bold: node.type === 'strong'})
      begins = node.type === 'break'
      continue
    }
    if (begins) lines.push(lineAt(node, index, 0))
    for (const {index: at} of node.value.matchAll(/\n/g)) if (at + 1 < node.value.length) lines.push(lineAt(node, index, at + 1))
    begins = node.value.endsWith('\n')
  }
  return lines
}

function lineAt({value}: Text, node: number, from: number): Line {
  return {node, from, words: value.slice(from, from + longest).replace(/\n[\s\S]*$/, ''), bold: false}
}

/** `[1]` is text to all who call no source. */
function openingOf(node: PhrasingContent, next: PhrasingContent | undefined): string {
  if (node.type === 'citationCandidate') return node.value + textOf(next)
  return node.type === 'strong' ? textOf(node.children[0]) + textOf(next) : ''
}

function textOf(node: PhrasingContent | undefined): string {
  return node?.type === 'text' ? node.value.slice(0, longest).replace(/\n[\s\S]*$/, '') : ''
}

/** @param starts In their order. @returns The paragraph, and what is set apart behind it. */
export function partAt(paragraph: Paragraph, starts: Start[], source: string): Paragraph[] {
  const parts: PhrasingContent[][] = [[]]
  const right = new Set<PhrasingContent[]>()
  const begin = (start: Start): void => {
    place(start)
    const last = parts.at(-1)
    if (start.right && last) right.add(last)
  }
  const place = ({apart}: Start): void => {
    const before = parts.at(-1) ?? []
    if (before.length === 0) return
    endLine(before)
    if (apart) parts.push([])
    else before.push({type: 'break'})
  }
  let next = 0
  for (const [index, child] of paragraph.children.entries()) {
    const own: Start[] = []
    for (let start = starts[next]; start?.node === index; start = starts[++next]) own.push(start)
    if (child.type !== 'text') {
      for (const start of own) begin(start)
      parts.at(-1)?.push(child)
      continue
    }
    const words = alignWords(child, source)
    let from = 0
    const take = (end: number) => {
      if (end > from) parts.at(-1)?.push(partOfText(child, from, end, words))
    }
    for (const start of own) {
      take(start.from)
      begin(start)
      from = start.from + (start.skip ?? 0)
    }
    take(child.value.length)
  }
  return parts.filter((children) => children.length > 0).map((children) => aligned(paragraphOf(children, paragraph, parts.length), right.has(children)))
}

/** The end of the line before goes: what follows says that it is one. */
function endLine(children: PhrasingContent[]): void {
  const last = children.at(-1)
  if (last?.type === 'text') last.value = last.value.replace(/\n$/, '')
  if (last?.type === 'break' || (last?.type === 'text' && last.value === '')) children.pop()
}

function paragraphOf(children: PhrasingContent[], whole: Paragraph, count: number): Paragraph {
  if (count === 1) return {...whole, children}
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end]
  return {type: 'paragraph', children, ...(start && end ? {position: {start, end}} : {})}
}

function aligned(paragraph: Paragraph, right: boolean): Paragraph {
  return right ? {...paragraph, data: {...paragraph.data, hProperties: {align: 'right'}}} : paragraph
}
