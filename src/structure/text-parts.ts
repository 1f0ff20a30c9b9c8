/** A text that is parted, each part with its place in the manuscript. */
import type {Nodes, Text} from 'mdast'
import type {Point} from 'unist'

/** @param source The whole manuscript. @param pattern With `g`; what is escaped is no match.
 * @param make Nothing where the match stays text.
 * @returns Nothing where no match was made into anything. */
export function partText(node: Text, source: string, pattern: RegExp, make: (found: RegExpExecArray) => Nodes | undefined): Nodes[] | undefined {
  const {start, end} = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return undefined
  const raw = source.slice(start.offset, end.offset)
  const inCell = raw.includes('\\|') // bars of tables are escaped
  const parts: Nodes[] = []
  let [at, rawAt, search, last]: [number, number, number, Point] = [0, 0, 0, start]
  const add = (part: Nodes, to: number): void => {
    const point = pointAt(raw, rawAt, to, last)
    part.position = {start: last, end: point}
    parts.push(part)
    rawAt = to
    last = point
  }
  for (const found of node.value.matchAll(pattern)) {
    const [whole] = found
    const written = inCell ? whole.replace('|', '\\|') : whole
    const from = raw.indexOf(written, search)
    if (from < 0) break // changed since
    search = from + written.length
    const made = raw[from - 1] === '\\' ? undefined : make(found)
    if (!made) continue
    if (found.index > at) add({type: 'text', value: node.value.slice(at, found.index)}, from)
    add(made, search)
    at = found.index + whole.length
  }
  if (parts.length === 0) return undefined
  if (at < node.value.length) add({type: 'text', value: node.value.slice(at)}, raw.length)
  return parts
}

function pointAt(raw: string, from: number, to: number, {line, column, offset = 0}: Point): Point {
  const lines = raw.slice(from, to).split('\n')
  const end = lines.at(-1)?.length ?? 0
  return {line: line + lines.length - 1, column: lines.length > 1 ? end + 1 : column + end, offset: offset + to - from}
}
