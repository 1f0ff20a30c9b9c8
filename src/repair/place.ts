/** A node → its place in a file. */
import type {Nodes} from 'mdast'
import type {Place} from '../model/message.ts'

export function placeOf({position}: Nodes, path: string): Place {
  if (!position) return {path}
  const {start, end} = position
  return {path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column}
}
