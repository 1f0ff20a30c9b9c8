/** Step 1 for long texts: parsed in pieces that the grammar itself keeps apart, since the parser is slower than linear.
 *
 * A piece begins at an ATX heading in column 1 after a blank line, which closes every block above it (CommonMark §4.2).
 * That is certain only where nothing reaches over blank lines, so a text with definitions, footnotes or such HTML is
 * parsed whole, and fences are followed only where all of them stand in column 1. The result is the same tree. */
import type {Nodes, Root} from 'mdast'

/** UTF-16 units. Below, one parse is as fast. */
const piece = 16_384

const heading = /^#{1,6}(?:[ \t]|$)/
const definition = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\[[^\]\n]+\]:/m
/** HTML that ends at a mark of its own, and not at a blank line. */
const lastingHtml = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*<(?:script|pre|style|textarea|[!?])/im
const fence = /^(?:`{3,}|~{3,}|\${2,})/
const innerFence = /^(?!`{3,}|~{3,}|\${2,}).+?(?:`{3,}|~{3,}|\${2,})/m
const anyFence = /^(?:`{3,}|~{3,}|\${2,})/m
const anyHtml = /^[ \t]*</m

export function parseText(text: string, parse: (text: string) => Root): Root {
  const starts = startsOf(text)
  if (starts.length < 2) return parse(text)
  const root: Root = {type: 'root', children: []}
  let line = 0
  for (const [index, start] of starts.entries()) {
    const part = text.slice(start, starts[index + 1])
    const tree = parse(part)
    if (start > 0) for (const child of tree.children) shift(child, line, start)
    for (const child of tree.children) root.children.push(child)
    line += (tree.position?.end.line ?? 1) - 1
    if (index === starts.length - 1 && tree.position) root.position = {start: {line: 1, column: 1, offset: 0}, end: {line: line + 1, column: tree.position.end.column, offset: text.length}}
  }
  return root
}

/** @returns Offsets of the pieces. */
function startsOf(text: string): number[] {
  const starts = [0]
  if (text.length < 2 * piece || text.includes('\r') || definition.test(text) || lastingHtml.test(text) || innerFence.test(text)) return starts
  if (anyFence.test(text) && anyHtml.test(text)) return starts
  let open = ''
  let blank = true
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at)
    const end = next < 0 ? text.length : next
    const line = text.slice(at, end)
    const mark = fence.exec(line)?.[0]
    if (mark) open = fenceAfter(open, mark, line.slice(mark.length))
    else if (open === '' && blank && at - (starts.at(-1) ?? 0) >= piece && heading.test(line)) starts.push(at)
    blank = line.trim() === ''
    at = end + 1
  }
  return starts
}

/** @returns The fence that is open after this line; '' for none. */
function fenceAfter(open: string, mark: string, rest: string): string {
  if (open !== '') return mark[0] === open[0] && mark.length >= open.length && (rest.trim() === '' || (open[0] === '$' && /^ *\{#.*\}$/.test(rest.trimEnd()))) ? '' : open
  return mark[0] !== '~' && rest.includes(mark[0] ?? '') ? '' : mark
}

function shift(node: Nodes, lines: number, offset: number): void {
  const {position} = node
  if (position) {
    for (const point of [position.start, position.end]) {
      point.line += lines
      if (point.offset !== undefined) point.offset += offset
    }
  }
  if ('children' in node) for (const child of node.children) shift(child, lines, offset)
}
