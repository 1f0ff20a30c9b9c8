/** Offsets → places, for many offsets of one text in one go. */
import type {Place} from '../model/message.ts'

/** Places that one message lists: more would drown it. */
const most = 20

/** @param offsets UTF-16 units, ascending. @returns At most 20 places. */
export function placesOf(text: string, path: string, offsets: number[]): Place[] {
  let line = 1
  let start = 0
  const ends = /\r\n|\r|\n/g
  let end = ends.exec(text)
  return offsets.slice(0, most).map((offset) => {
    while (end && end.index < offset) {
      line += 1
      start = end.index + end[0].length
      end = ends.exec(text)
    }
    return {path, line, column: offset - start + 1}
  })
}
