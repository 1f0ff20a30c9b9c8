/** The sentences that citations stand in or behind: the claims that they support. */
import type {Nodes} from 'mdast'

/** Stands for a citation while sentences are told apart. */
const mark = '\ufffc'
const ends = /[。！？!?…]+["”’」』）)]*|\.(?=[\s\ufffc]|$)["”’)]*/gu
/** What parts the citations of one series: `[1], [2]；[3]`. */
const separators = /^[\s，,、；;]*$/
/** Characters of a sentence that are kept on either side of its citation. */
const longest = 600

/** @param holder Paragraph, heading or table cell. Read once, however many citations it holds.
 * @returns Plain text without citations, by citation node; one behind a full stop belongs to the sentence before it. */
export function sentencesOf(holder: Nodes): Map<Nodes, string> {
  const {text, calls} = readWords(holder)
  const bounds = [0, ...[...text.matchAll(ends)].map((match) => match.index + match[0].length)]
  const sentences = new Map<number, string>() // citations of a series share theirs
  let index = 0
  return new Map(calls.map(({node, at}) => {
    while ((bounds[index + 1] ?? Number.POSITIVE_INFINITY) <= at) index++
    const known = sentences.get(at)
    if (known !== undefined) return [node, known] as const
    const closed = index > 0 && text.slice(bounds[index], at).trim() === ''
    const start = bounds[closed ? index - 1 : index] ?? 0
    const end = closed ? (bounds[index] ?? at) : (bounds[index + 1] ?? text.length)
    const sentence = withoutMarks(text.slice(Math.max(start, at - longest), Math.min(end, at + longest)))
    sentences.set(at, sentence)
    return [node, sentence] as const
  }))
}

/** Plain text with one mark for each series of citations; what only parts them goes. */
function readWords(holder: Nodes): {text: string; calls: {node: Nodes; at: number}[]} {
  const calls: {node: Nodes; at: number}[] = []
  let text = ''
  let since: string | undefined // words behind the last mark
  const read = (node: Nodes): void => {
    if (node.type === 'citation') {
      if (since === undefined || !separators.test(since)) text += `${since ?? ''}${mark}`
      calls.push({node, at: text.length - 1})
      since = ''
    } else if ('children' in node) node.children.forEach(read)
    else if (node.type === 'break' || ('value' in node && node.type !== 'html')) {
      const part = 'value' in node ? node.value.replace(/[\s\ufffc]/g, ' ') : ' '
      if (since === undefined) text += part
      else since += part
    }
  }
  read(holder)
  return {text: text + (since ?? ''), calls}
}

/** Brackets that held nothing but citations go too. */
function withoutMarks(sentence: string): string {
  return sentence.replace(/\s*[（(]\ufffc[)）]|\ufffc/gu, '').trim()
}
