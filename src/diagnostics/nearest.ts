/** A mistyped word → the known word that was probably meant. */

/** UTF-16 units of an abbreviation that says which word it is of. */
const shortest = 3

/** @returns The candidate with the fewest edits (at most a third of the word), else the only one that begins with it (`abbr`);
 * undefined where none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    if (candidate === word) continue // it has been tried
    const edits = distance(word.toLowerCase(), candidate.toLowerCase(), least)
    if (edits < least && edits < Math.max(word.length, candidate.length)) {
      least = edits
      best = candidate
    }
  }
  if (best !== undefined || word.length < shortest) return best
  const longer = candidates.filter((candidate) => candidate !== word && candidate.toLowerCase().startsWith(word.toLowerCase()))
  return longer.length === 1 ? longer[0] : undefined
}

/** Levenshtein's edits with transposition of neighbours as one; `bound` where it is not below it. */
function distance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) >= bound) return bound
  let before: number[] = []
  let last = Array.from({length: b.length + 1}, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      let edits = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) edits = Math.min(edits, (before[column - 2] ?? 0) + 1)
      line.push(edits)
    }
    before = last
    last = line
  }
  return last[b.length] ?? bound
}
