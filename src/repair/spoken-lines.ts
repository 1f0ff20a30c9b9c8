/** Lines that each open with a name and a colon (`甲：`, `**Q:**`, `作者：`), with a dash, or with the time
 * of a recording: a dialogue, or what is told of a thing.
 *
 * All lines of the paragraph do so, or a name comes twice among three: one line of prose may begin with 注意：. */
import type {Line} from './lines.ts'

const plain = /^(?=[^：:]*\p{L})[\p{L}\p{N}·・（）() \u3000/&-]{1,12}(?:：|:(?=\s|$))|^[QA]\d{1,3}[.．、]/u
const bold = /^(?=[^：:]*\p{L})[^：:]{1,30}(?:：|:(?=\s|$))/u
/** What an export tells of a page: `Last edited time: …`. */
const property = /^\p{Lu}[\p{Script=Latin}\d /&'’-]{0,30}:(?=\s)/u
/** 增持—…, in three lines at least. */
const defined = /^\p{Script=Han}{1,8}[ ]?(?:—{1,2}|–|―{1,2})/u
/** Time in a recording: [00:14:32]. */
const time = /^(?:[[(（【]\d{1,2}(?::\d{2}){1,2}[\])）】]|\d{1,2}(?::\d{2}){1,2}(?=\s))/u
/** A chronicle: 2021-07 — , 2026.01—2026.12：, 1985年， */
const dated = /^(?:19|20)\d\d(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2})?)?[年月日]?(?:\s?[—–~～至-]{1,2}\s?(?:(?:19|20)\d\d[\d\-/.年月日]{0,7}|至今|今))?(?=[\s：:，,—–])/u
/** 【重点】… */
const headed = /^【[^】\n]{1,16}】/u
const asks = /^(?:Q|问|問|Question)\d{0,3}[：:.．、]/iu
const answers = /^(?:A|答|Answer)\d{0,3}[：:.．、]/iu
const dash = /^(?:—{1,2}|―{1,2}|–)\s?[^\s—―–]/u

/** @returns The lines that begin anew, all but one that opens the paragraph; none where it is no such row. */
export function spokenLines(lines: Line[]): Line[] {
  const [first, ...others] = lines
  if (!first || others.length === 0) return []
  if ([dash, time, dated, headed].some((opening) => lines.every(({words}) => opening.test(words)))) return others
  if (others.length > 1 && [property, defined].some((opening) => lines.every(({words}) => opening.test(words)))) return others
  const names = lines.map((line) => (line.bold ? bold : plain).exec(line.words)?.[0])
  const known = names.filter((name) => name !== undefined)
  const repeated = new Set(known).size < known.length
  const answered = asks.test(first.words) && others.some(({words}) => answers.test(words))
  if (names[0] === undefined || (known.length < lines.length && !(known.length > 2 && repeated) && !answered)) return []
  return lines.filter((_, index) => index > 0 && names[index] !== undefined)
}
