/** Notes below a heading whose numbers nothing but a space parts from their words (`1 参见…`), as Word and journals have them.
 *
 * A line of any text may begin with a number: read only where each line that does has the next one, from 1 on. */
import type {RootContent} from 'mdast'
import {type Entry, foldLines} from './entries.ts'

const numbered = /^(\d{1,3})[ \t\u3000]+(?=\S)/u

/** @returns Nothing held where the section is otherwise. */
export function readSpaced(blocks: RootContent[], text: string): {held: Map<RootContent, number>; entries: Entry[]} {
  const held = new Map<RootContent, number>()
  const entries: Entry[] = []
  for (const node of blocks) {
    const start = node.position?.start.offset ?? 0
    if (node.type !== 'paragraph' || !node.position || !numbered.test(text.slice(start, start + 8))) continue
    let offset = start
    for (const line of text.slice(start, node.position?.end.offset).split(/(?<=\n)/)) {
      const [label, digits] = numbered.exec(line) ?? []
      const last = entries.at(-1)
      if (label !== undefined && Number(digits) === entries.length + 1) entries.push({number: entries.length + 1, raw: line.slice(label.length).trim(), offset, label: 'ordered'})
      else if (label !== undefined || !last || offset === start) return {held: new Map(), entries: []}
      else last.raw = foldLines(`${last.raw}\n${line}`)
      offset += line.length
    }
    held.set(node, start)
  }
  return entries.length > 1 ? {held, entries} : {held: new Map(), entries: []}
}
