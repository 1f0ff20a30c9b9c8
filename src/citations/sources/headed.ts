/** Entries that stand otherwise than in a list: each under a heading of its own, `### [1] Title`, or all in a block of code. */
import type {Code, RootContent} from 'mdast'
import {type Entry, foldLines, type ReadBlock} from './entries.ts'
import {readLabel} from './labels.ts'

/** Below a heading of sources every heading is labelled, each with a number of its own: it opens an entry, and what stands
 * below it belongs to that.
 * @returns Nothing held where the section is otherwise. */
export function readHeaded(blocks: RootContent[], text: string): {held: Map<RootContent, number>; entries: Entry[]} {
  const none = {held: new Map<RootContent, number>(), entries: []}
  const held = new Map<RootContent, number>()
  const entries: Entry[] = []
  const numbers = new Set<number>()
  for (const node of blocks) {
    const offset = node.position?.start.offset ?? 0
    const raw = foldLines(text.slice(offset, node.position?.end.offset))
    if (node.type === 'heading') {
      const words = raw.replace(/^#+[ \t]*|[ \t]+#+$/g, '')
      const label = readLabel(words)
      if (label?.label !== 'bracket' || numbers.has(label.number)) return none
      numbers.add(label.number)
      entries.push({number: label.number, raw: label.lead + words.slice(label.length).trim(), offset, label: 'bracket'})
    } else if (node.type === 'thematicBreak') continue
    else {
      const last = entries.at(-1)
      if (!last) return none
      last.raw = `${last.raw} ${raw}`
    }
    held.set(node, offset)
  }
  return entries.length > 0 ? {held, entries} : none
}

/** A list between fences, under a heading that means nothing else. Nothing in code is Markdown. */
export function readCode({value, lang, position}: Code): ReadBlock | undefined {
  if (lang && !/^(?:te?xt|plain(?:text)?)$/i.test(lang)) return undefined
  const from = position?.start.offset ?? 0
  const entries: Entry[] = []
  for (const line of value.split(/\r?\n/)) {
    const label = readLabel(line)
    const last = entries.at(-1)
    if (label) entries.push({number: label.number, raw: asWords(line.slice(label.length)), offset: from, label: label.label})
    else if (last) last.raw = `${last.raw} ${asWords(line)}`.trim()
    else if (line.trim() !== '') return undefined
  }
  return entries.length > 0 ? {entries, from} : undefined
}

function asWords(line: string): string {
  return line.trim().replace(/https?:\/\/[^\s<>]+|[\\`*_<>~|]/gi, (found) => (found.length > 1 ? found : `\\${found}`))
}
