/** Lines that begin with ideographic spaces: in Chinese typescripts two of them open a paragraph, others set a line in its place,
 * and many push a signature to the right, where a narrower page would break it.
 *
 * CommonMark takes them for words, and runs the lines on. The two of a paragraph go: a style sheet indents it. */
import type {Paragraph} from 'mdast'
import type {Line, Start} from './lines.ts'

const usual = 2
/** So far in, a line is meant to stand at the right. */
const far = 10
/** UTF-16 units of a line that is set by hand. */
const short = 32
const ended = /[。！？…：；!?:;”」』）)》]\s*$/u
/** A line of verse, whose second half stands deeper. */
const open = /[，、,]\s*$/u

/** @returns Where lines begin anew; the first only where its spaces go. */
export function indentedLines({children}: Paragraph, lines: Line[]): Start[] {
  const starts: Start[] = []
  const opening = spacesOf(lines[0])
  for (const [index, line] of lines.entries()) {
    const spaces = spacesOf(line)
    if (spaces === 0) continue
    if (index === 0) {
      if (spaces <= usual || spaces >= far) starts.push({...line, skip: spaces, right: spaces >= far})
      continue
    }
    if (spaces >= far) {
      starts.push({...line, skip: spaces, right: true, apart: !starts.at(-1)?.right})
      continue
    }
    const before = children[line.node - (line.from === 0 ? 1 : 0)]
    const end = before?.type === 'text' ? (line.from === 0 ? before.value.length : line.from) : 0
    const last = before?.type === 'text' ? before.value.slice(Math.max(0, end - 8), end) : '' // all of its words would be read for each line
    const apart = spaces === usual && (opening === usual || ended.test(last) || (!open.test(last) && ended.test(line.words)))
    starts.push({...line, apart, ...(apart ? {skip: spaces} : {})})
  }
  if (!starts.some(({apart, right}) => apart === false && !right) || lines.some(({words}) => words.length > short)) return starts
  const known = new Map(starts.map((start) => [`${start.node} ${start.from}`, start]))
  return lines.flatMap((line, index) => known.get(`${line.node} ${line.from}`) ?? (index === 0 ? [] : [line])) // all lines are set by hand
}

function spacesOf(line: Line | undefined): number {
  return /^\u3000*/.exec(line?.words ?? '')?.[0].length ?? 0
}
