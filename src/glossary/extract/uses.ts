/** How often words stand in a text without a gloss behind them. Runs in, a count by words out. */
import type {Run} from '../runs.ts'

/** In longer texts nothing is counted: each question reads the whole text. */
const largest = 200_000

export function counterOf(runs: Run[]): (words: string) => number {
  const text = runs.map((run) => run.text).join('\n')
  const counts = new Map<string, number>()
  return (words) => {
    if (text.length > largest || words.length < 2) return 0
    let count = counts.get(words)
    if (count === undefined) {
      count = 0
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) if (!/^[”"』」’*\s]{0,2}[（(]/u.test(text.slice(at + words.length, at + words.length + 3))) count++
      counts.set(words, count)
    }
    return count
  }
}
