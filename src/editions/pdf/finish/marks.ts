/** Marked content of a page, read by jumps: almost all of a page is glyphs inside marks, which need no look. */

/** @returns Index behind the `EMC` that ends the mark whose `BDC` or `BMC` ends before `from`; -1 where there is none. */
export function endOfMark(content: string, from: number): number {
  let depth = 1
  let at = from
  for (;;) {
    const end = findWord(content, 'EMC', at)
    if (end < 0) return -1
    depth += countMarks(content, at, end) - 1
    at = end + 3
    if (depth === 0) return at
  }
}

function countMarks(content: string, from: number, to: number): number {
  const part = content.slice(from, to)
  let count = 0
  for (const word of ['BDC', 'BMC']) for (let at = findWord(part, word, 0); at >= 0; at = findWord(part, word, at + 3)) count += 1
  return count
}

/** @returns Index of an operator that stands by itself; -1 where there is none. */
export function findWord(content: string, word: string, from: number): number {
  for (let at = content.indexOf(word, from); at >= 0; at = content.indexOf(word, at + 1)) {
    if (isEdge(content.charCodeAt(at - 1)) && isEdge(content.charCodeAt(at + word.length))) return at
  }
  return -1
}

/** White space, delimiters and the ends of the content (ISO 32000-1 §7.2.2). */
function isEdge(code: number): boolean {
  return Number.isNaN(code) || code <= 32 || code === 62 || code === 93 || code === 41
}
