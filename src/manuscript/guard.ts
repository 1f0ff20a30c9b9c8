/** Text → the same text, with every block made plain that would cost more than any real one does. Runs before the parser,
 * which is super-linear (remarkjs/remark#1010) in the brackets, emphasis and nesting of one block. */
import {message} from '../diagnostics/index.ts'
import type {Limits} from '../model/config.ts'
import type {Message} from '../model/message.ts'
import {makePlain} from './plain.ts'

type Counted = 'blockLength' | 'blockBrackets' | 'blockEmphasis' | 'blockMarks' | 'nesting' | 'tableCells'

interface Block {line: number; start: number; length: number; lines: number; brackets: number; emphasis: number; marks: number; columns: number; depth: number}

interface Fence {marker: string; quotes: number; indent: number}

/** Citation markers: a construct of ours takes them before the parser's label code can look ahead for each. */
const citation = /\[\[?\d{1,5}(?!\d)(?:\]?[,，、;；\s–-]{1,3}\[?\d{1,5}(?!\d)){0,50}\]\]?/g

/** Further places that one message lists. */
const most = 20

/** @returns One message a limit, with the blocks that are over it. */
export function guardText(text: string, path: string, limits: Limits): {text: string; messages: Message[]} {
  const found = new Map<Counted, Message>()
  const plain: [number, number][] = []
  let cells = 0
  const isOver = (limit: Counted, count: number, line: number): boolean => {
    if (count <= limits[limit]) return false
    const known = found.get(limit)
    if (!known) found.set(limit, message('block-plain', {path, line, column: 1}, {limit: `limits.${limit}`, found: count, allowed: limits[limit]}, {related: []}))
    else if (known.related && known.related.length < most) known.related.push({path, line, column: 1})
    return true
  }
  const close = (block: Block, end: number) => {
    if (block.lines === 0) return
    const size = block.columns * block.lines // GFM fills every row up to the delimiter row's columns
    const counts: [Counted, number][] = [['blockLength', block.length], ['blockBrackets', block.brackets], ['blockEmphasis', block.emphasis], ['blockMarks', block.marks], ['nesting', block.depth], ['tableCells', cells + size]]
    const over = counts.filter(([limit, count]) => isOver(limit, count, block.line))
    if (over.length > 0) plain.push([block.start, end])
    else cells += size
  }
  let block = openBlock(1, 0)
  let fence: Fence | undefined
  let number = 0
  let at = 0
  for (const line of linesOf(text)) {
    number += 1
    const head = headOf(line)
    fence = fenceAfter(fence, head, line.slice(head.end))
    const blank = head.end === line.length
    block.depth = Math.max(block.depth, head.depth)
    if (blank && head.depth === 0) {
      close(block, at)
      block = openBlock(number + 1, at + line.length)
    } else {
      block.lines += 1
      block.length += line.length
      if (!fence) countMarks(line, block)
    }
    at += line.length
  }
  close(block, text.length)
  return {text: exchange(text, plain), messages: [...found.values()]}
}

function exchange(text: string, ranges: [number, number][]): string {
  if (ranges.length === 0) return text
  const parts: string[] = []
  let last = 0
  for (const [start, end] of ranges) {
    parts.push(text.slice(last, start), makePlain(text.slice(start, end)))
    last = end
  }
  return [...parts, text.slice(last)].join('')
}

function openBlock(line: number, start: number): Block {
  return {line, start, length: 0, lines: 0, brackets: 0, emphasis: 0, marks: 0, columns: 0, depth: 0}
}

/** Lines with their ends. */
function* linesOf(text: string): Generator<string> {
  const ends = /\r\n|\n|\r/g
  let start = 0
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    yield text.slice(start, ends.lastIndex)
    start = ends.lastIndex
  }
  yield text.slice(start)
}

interface Head {end: number; depth: number; quotes: number; indent: number}

/** The containers that a line opens or continues: `>`, list markers, and indentation before one. */
function headOf(line: string): Head {
  let at = 0
  let depth = 0
  let quotes = 0
  let indent = 0
  for (;;) {
    let spaces = 0
    while (isSpace(line.charCodeAt(at))) {
      spaces += line.charCodeAt(at) === 9 ? 4 : 1
      at += 1
    }
    if (depth === 0) indent = spaces
    const code = line.charCodeAt(at)
    if (code === 62) quotes += 1
    else {
      const marker = /[-+*0-9]/.test(line[at] ?? '') ? /^(?:[-+*]|\d{1,9}[.)])(?=\s|$)/.exec(line.slice(at, at + 12))?.[0] : undefined
      if (marker === undefined) return {end: at, depth, quotes, indent}
      at += marker.length - 1
    }
    depth += 1 + (depth === 0 ? Math.floor(spaces / 2) : 0)
    at += 1
  }
}

const isSpace = (code: number) => code === 32 || code === 9 || code === 10 || code === 13

/** Code is not parsed for marks. A fence ends with its container, as the parser ends it. */
function fenceAfter(open: Fence | undefined, {quotes, indent}: Head, rest: string): Fence | undefined {
  const left = open && (quotes < open.quotes || (rest !== '' && open.indent >= 2 && indent === 0))
  const current = left ? undefined : open
  const marker = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(rest)?.[0]
  if (marker === undefined) return current
  if (!current) return {marker, quotes, indent}
  return marker.startsWith(current.marker) && /^[`~]+\s*$/.test(rest) ? undefined : current
}

/** Signs that the parser looks ahead for, alone or in runs of one kind. */
const signs = /([*_~`$@])\1*|[[\]<|]/g

function countMarks(line: string, block: Block): void {
  const text = line.includes('[') ? line.replace(citation, '') : line
  let pipes = 0
  for (const [run] of text.matchAll(signs)) {
    const [sign = ''] = run
    if (sign === '[' || sign === ']') block.brackets += 1
    else if (sign === '*' || sign === '_' || sign === '~') block.emphasis += Math.ceil(run.length / 2) // a long run opens as many nested elements as it has pairs
    else if (sign === '|') pipes += 1
    else block.marks += 1
  }
  if (pipes > 0 && /^[\s>|:-]+$/.test(text) && text.includes('-')) block.columns = Math.max(block.columns, pipes + 1)
}
