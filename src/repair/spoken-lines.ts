/** Lines that each open with a name and a colon (`甲：`, `**Q:**`, `作者：`), with a dash, or with the time
 * of a recording: a dialogue, or what is told of a thing.
 *
 * All lines of the paragraph do so, or a name comes twice among three: one line of prose may begin with 注意：. */
import type {Line} from './lines.ts'

const plain = /^(?=[^：:]*\p{L})[\p{L}\p{N}·・（）() \u3000]{1,12}(?:：|:(?=\s|$))|^[QA]\d{1,3}[.．、]/u
const bold = /^(?=[^：:]*\p{L})[^：:]{1,30}(?:：|:(?=\s|$))/u
/** Time in a recording: [00:14:32]. */
const time = /^(?:[[(（【]\d{1,2}(?::\d{2}){1,2}[\])）】]|\d{1,2}(?::\d{2}){1,2}(?=\s))/u
const dash = /^(?:—{1,2}|―{1,2}|–)\s?[^\s—―–]/u

/** @returns The lines that begin anew, all but one that opens the paragraph; none where it is no such row. */
export function spokenLines(lines: Line[]): Line[] {
  const [first, ...others] = lines
  if (!first || others.length === 0) return []
  if ([dash, time].some((opening) => lines.every(({words}) => opening.test(words)))) return others
  const names = lines.map((line) => (line.bold ? bold : plain).exec(line.words)?.[0])
  const known = names.filter((name) => name !== undefined)
  const repeated = new Set(known).size < known.length
  if (names[0] === undefined || (known.length < lines.length && !(known.length > 2 && repeated))) return []
  return lines.filter((_, index) => index > 0 && names[index] !== undefined)
}
