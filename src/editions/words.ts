/** Where words end in titles, headings and cells, as ICU divides them.
 *
 * The first segmenter of a process takes 15 ms, since V8 then looks at all of ICU's locales, and its words take one more: so the
 * words of a book are kept by its headings, and the next build of it makes none. */
import {keep, readKept} from './keep.ts'

/** Lengths of the words in UTF-16 units, by text: of the book that is being made. */
const known = new Map<string, number[]>()

let segmenter: Intl.Segmenter | undefined

export function wordsOf(text: string): string[] {
  const lengths = known.get(text) ?? divide(text)
  let end = 0
  return lengths.map((length) => {
    end += length
    return text.slice(end - length, end)
  })
}

function divide(text: string): number[] {
  segmenter ??= new Intl.Segmenter('zh', {granularity: 'word'})
  const lengths = [...segmenter.segment(text)].map(({segment}) => segment.length)
  known.set(text, lengths)
  return lengths
}

/** Begins a book, with the words that are kept of it.
 * @param titles Of the book and its headings.
 * @returns Keeps what has come to them since. */
export function recallWords(cache: string | undefined, titles: string[]): () => void {
  const key = [process.versions.icu ?? '', ...titles]
  const kept = readKept(cache, 'words', key)
  known.clear()
  for (const [text, lengths] of kept ? (JSON.parse(Buffer.from(kept).toString()) as [string, number[]][]) : []) known.set(text, lengths)
  const before = known.size
  return () => {
    if (known.size > before) keep(cache, 'words', key, Buffer.from(JSON.stringify([...known])))
  }
}
