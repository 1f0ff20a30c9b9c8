/** Sources of a file that lack what a reader needs to find them: author, date, and for web pages the date of access.
 *
 * Entries of a list in the text are printed as they were written, and are not judged. */
import {message} from '../diagnostics/index.ts'
import type {Book, Source} from '../model/book.ts'

const online = new Set(['webpage', 'post', 'post-weblog'])

export function lintIncomplete({sources, messages}: Book): void {
  const given = [...sources.values()].filter(({origin, csl}) => origin === 'file' && csl)
  const lacking: [string, Source[]][] = [
    ['author', given.filter(({csl}) => !csl?.author?.length && !csl?.editor?.length)],
    ['issued', given.filter(({csl}) => !csl?.issued && !(online.has(csl?.type ?? '') && csl?.accessed))],
    ['accessed', given.filter(({csl}) => online.has(csl?.type ?? '') && csl?.URL && !csl.accessed)],
  ]
  for (const [field, [first, ...others]] of lacking) {
    if (first) messages.push(message('source-incomplete', first.place, {field, numbers: [first, ...others].map(({number}) => number).join(', ')}, {related: others.map(({place}) => place)}))
  }
}
