/** Markers and list entries of a text, found without our parser: by lines and patterns on the raw text alone.
 *
 * It shares nothing with `src/citations`; what both agree on has been told twice. */

export interface Scanned {
  /** Outside code and the reference list: what looks like a marker, by offset. */
  markers: {offset: number; raw: string; numbers: number[]}[]
  /** Entries of the reference list: number and the addresses in them. */
  entries: {number: number; line: number; urls: string[]}[]
}

const listTitle = /^(?:#{1,6}\s*|\*\*)?(?:[\d.一二三四五六七八九十]+[、.．\s]*)?(?:主要)?(?:参考文献|参考资料|参考来源|参考链接|资料来源|来源|引用的著作|references|sources|works cited|bibliography)[^。\n]{0,12}$/iu
const entryLine = /^\s*(?:[-*]\s+)?(?:\[(\d{1,3})\]|(\d{1,3})\.)\s*(.*)$/u
const address = /https?:\/\/[^\s<>()[\]（）【】，。；"]+(?:\([^\s()]*\)[^\s<>()[\]（）【】，。；"]*)*/giu

export function scan(text: string): Scanned {
  const lines = text.split('\n')
  let title = -1
  for (const [index, line] of lines.entries()) if (listTitle.test(line.trim()) && lines.slice(index + 1, index + 8).some((next) => entryLine.test(next))) title = index
  const entries: Scanned['entries'] = []
  const listLines = new Set<number>()
  if (title >= 0) {
    listLines.add(title)
    for (let index = title + 1; index < lines.length; index++) {
      const line = lines[index] ?? ''
      const match = entryLine.exec(line)
      if (/^#{1,2}\s/.test(line)) break
      if (!match) continue
      listLines.add(index)
      entries.push({number: Number(match[1] ?? match[2]), line: index + 1, urls: line.match(address) ?? []})
    }
  }
  return {markers: scanMarkers(blank(lines, listLines)), entries}
}

/** Code and the list's own lines are blanked, so that offsets stay. */
function blank(lines: string[], listLines: Set<number>): string {
  let fenced = false
  return lines
    .map((line, index) => {
      const fence = /^\s*(?:```|~~~)/.test(line)
      if (fence) fenced = !fenced
      if (fence || fenced || listLines.has(index)) return ' '.repeat(line.length)
      return line.replace(/(`+)[^`]+\1/g, (code) => ' '.repeat(code.length))
    })
    .join('\n')
}

function scanMarkers(text: string): Scanned['markers'] {
  const found: Scanned['markers'] = []
  for (const match of text.matchAll(/(?<!\\)[[【]\s*(\d[\d\s,，、;；–—~-]*)(?:†[^】\]]*)?\s*[\]】](?!\()/gu)) {
    const numbers = match[1]?.split(/[\s,，、;；]+/).filter(Boolean).flatMap(expand) ?? []
    const before = found.at(-1)
    const gap = before ? text.slice(before.offset + before.raw.length, match.index) : ''
    // `[1]-[3]`: what lies between belongs to the second
    if (before && numbers.length === 1 && /^(?:[—至]|[ ]*[–~～-][ ]*)$/u.test(gap)) numbers.unshift(...expand(`${before.numbers.at(-1)}-${numbers[0]}`).slice(1, -1))
    if (numbers.length > 0 && numbers.every((number) => number > 0)) found.push({offset: match.index, raw: match[0], numbers})
  }
  return found
}

function expand(part: string): number[] {
  const [first = 0, last = first] = part.split(/[–—~-]+/).filter(Boolean).map(Number)
  return last > first && last - first < 200 ? Array.from({length: last - first + 1}, (_, index) => first + index) : [first]
}
