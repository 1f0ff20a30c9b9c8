/** The sentences that citations stand in or behind: the claims that they support. */
import type {Nodes} from 'mdast'

const ends = /[。！？!?…]+["”’」』）)]*|\.(?=\s|$)["”’)]*/gu
/** Characters of a sentence that are kept on either side of its citation. */
const longest = 600

/** @param holder Paragraph, heading or table cell. Read once, however many citations it holds.
 * @returns Plain text without citations, by citation node; one behind a full stop belongs to the sentence before it. */
export function sentencesOf(holder: Nodes): Map<Nodes, string> {
  const parts: string[] = []
  const calls: {node: Nodes; at: number}[] = []
  let length = 0
  const read = (node: Nodes): void => {
    if (node.type === 'citation') calls.push({node, at: length})
    else if ('children' in node) node.children.forEach(read)
    else if (node.type === 'break' || ('value' in node && node.type !== 'html')) {
      const part = 'value' in node ? node.value.replace(/\s/g, ' ') : ' '
      parts.push(part)
      length += part.length
    }
  }
  read(holder)
  const text = parts.join('')
  const bounds = [0, ...[...text.matchAll(ends)].map((match) => match.index + match[0].length)]
  let index = 0
  return new Map(calls.map(({node, at}) => {
    while ((bounds[index + 1] ?? Number.POSITIVE_INFINITY) <= at) index++
    const closed = index > 0 && text.slice(bounds[index], at).trim() === ''
    const start = bounds[closed ? index - 1 : index] ?? 0
    const end = closed ? (bounds[index] ?? at) : (bounds[index + 1] ?? text.length)
    return [node, text.slice(Math.max(start, at - longest), Math.min(end, at + longest)).trim()] as const
  }))
}
