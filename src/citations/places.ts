/** Where a node stands, for messages. */
import type {Point, Position} from 'unist'
import type {Place} from '../model/message.ts'

export function placeOf(path: string, position: Position | undefined): Place {
  if (!position) return {path}
  const {start, end} = position
  return {path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column}
}

/** The text that was read last: entries and markers of one are asked for one by one. */
let last: {text: string; starts: number[]} = {text: '', starts: [0]}

/** @returns Line and column of an offset; lines end as CommonMark's do. */
export function pointReader(text: string): (offset: number) => Point {
  last = {text, starts: last.text === text ? last.starts : startsOf(text)} // the very string: one of the same words is compared word by word
  const {starts} = last
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset}
  }
}

function startsOf(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  return starts
}
