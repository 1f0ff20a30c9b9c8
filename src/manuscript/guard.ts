/** Text → messages where it would cost more than any real book does. Runs before the parser, which is super-linear
 * (remarkjs/remark#1010): brackets, emphasis and nesting of one block, and the cells of tables, bound what it may cost. */
import {message} from '../diagnostics/index.ts'
import type {Limits} from '../model/config.ts'
import type {Message} from '../model/message.ts'

type Counted = 'blockLength' | 'blockBrackets' | 'blockEmphasis' | 'blockMarks' | 'nesting' | 'tableCells'

interface Block {line: number; length: number; lines: number; brackets: number; emphasis: number; marks: number; columns: number}

interface Fence {marker: string; quotes: number; indent: number}

/** Citation markers: a construct of ours takes them before the parser's label code can look ahead for each. */
const citation = /\[\[?\d{1,6}(?:\]?[,，、;；\s–-]{1,3}\[?\d{1,6}){0,50}\]\]?/g

/** @returns At most one message a limit, at the first place. */
export function guardText(text: string, path: string, limits: Limits): Message[] {
  const over = new Map<Counted, Message>()
  let cells = 0
  const check = (limit: Counted, found: number, line: number) => {
    if (found > limits[limit] && !over.has(limit)) over.set(limit, message('limit-exceeded', {path, line, column: 1}, {limit: `limits.${limit}`, found, allowed: limits[limit]}))
  }
  const close = (block: Block) => {
    if (block.lines === 0) return
    check('blockLength', block.length, block.line)
    check('blockBrackets', block.brackets, block.line)
    check('blockEmphasis', block.emphasis, block.line)
    check('blockMarks', block.marks, block.line)
    if (block.columns > 0) cells += block.columns * block.lines // GFM fills every row up to the delimiter row's columns
    check('tableCells', cells, block.line)
  }
  let block = openBlock(1)
  let fence: Fence | undefined
  let number = 0
  for (const line of linesOf(text)) {
    number += 1
    const head = headOf(line)
    check('nesting', head.depth, number)
    fence = fenceAfter(fence, head, line.slice(head.end))
    const blank = head.end === line.length
    if (blank) {
      close(block)
      block = openBlock(number + 1)
      continue
    }
    block.lines += 1
    block.length += line.length
    if (!fence) countMarks(line, block)
  }
  close(block)
  return [...over.values()]
}

function openBlock(line: number): Block {
  return {line, length: 0, lines: 0, brackets: 0, emphasis: 0, marks: 0, columns: 0}
}

function* linesOf(text: string): Generator<string> {
  let start = 0
  while (start <= text.length) {
    const end = text.indexOf('\n', start)
    if (end < 0) break
    yield text.charCodeAt(end - 1) === 13 ? text.slice(start, Math.max(start, end - 1)) : text.slice(start, end)
    start = end + 1
  }
  for (const rest of text.slice(start).split('\r')) yield rest
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
    while (line.charCodeAt(at) === 32 || line.charCodeAt(at) === 9) {
      spaces += line.charCodeAt(at) === 9 ? 4 : 1
      at += 1
    }
    if (depth === 0) indent = spaces
    const code = line.charCodeAt(at)
    if (code === 62) quotes += 1
    else {
      const marker = /[-+*0-9]/.test(line[at] ?? '') ? /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/.exec(line.slice(at, at + 12))?.[0] : undefined
      if (marker === undefined) return {end: at, depth, quotes, indent}
      at += marker.length - 1
    }
    depth += 1 + (depth === 0 ? Math.floor(spaces / 2) : 0)
    at += 1
  }
}

/** Code is not parsed for marks. A fence ends with its container, as the parser ends it. */
function fenceAfter(open: Fence | undefined, {quotes, indent}: Head, rest: string): Fence | undefined {
  const left = open && (quotes < open.quotes || (rest !== '' && open.indent >= 2 && indent === 0))
  const current = left ? undefined : open
  const marker = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(rest)?.[0]
  if (marker === undefined) return current
  if (!current) return {marker, quotes, indent}
  return marker.startsWith(current.marker) && /^[`~]+\s*$/.test(rest) ? undefined : current
}

function countMarks(line: string, block: Block): void {
  const text = line.includes('[') ? line.replace(citation, '') : line
  let before = 0
  let pipes = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 91 || code === 93) block.brackets += 1
    else if (code === 42 || code === 95 || code === 126) block.emphasis += code === before ? 0 : 1
    else if (code === 60 || code === 96 || code === 36 || code === 64) block.marks += code === before && code !== 60 ? 0 : 1
    else if (code === 124) pipes += 1
    before = code
  }
  if (pipes > 0 && /^[\s>|:-]+$/.test(text) && text.includes('-')) block.columns = Math.max(block.columns, pipes + 1)
}
