/** Sources that nothing cites: one message, at the first of them; of those that no list of a chapter prints another. */
import {message} from '../diagnostics/index.ts'
import type {Book, Source} from '../model/book.ts'
import type {Both} from '../model/message.ts'

export function lintUncited(book: Book): void {
  const cited = new Set(book.calls.map(({number}) => number))
  const uncited = [...book.sources.values()].filter(({number}) => Number.isInteger(number) && !cited.has(number)).sort((a, b) => a.number - b.number)
  const printed = book.config.citations.numbering === 'by-chapter' ? numbersPrinted(book) : undefined
  report(uncited.filter(({number}) => !printed || printed.has(number)), book)
  if (printed) report(uncited.filter(({number}) => !printed.has(number)), book, unprinted)
}

const unprinted: Both = {en: 'Cite them, or take them out. They are not printed: with `citations.numbering: by-chapter` a chapter lists what it cites.', zh: '请在正文引用或删去；目前不印出：`citations.numbering: by-chapter` 时，各章只列所引的文献。'}

function report([first, ...others]: Source[], {messages}: Book, mend?: Both): void {
  if (!first) return
  const all = [first, ...others]
  messages.push(message('source-uncited', first.place, {numbers: all.map(({number}) => number % 100_000).join(', '), count: all.length, ...(mend ? {mend} : {})}, {related: others.map(({place}) => place)}))
}

function numbersPrinted({chapters}: Book): Set<number> {
  return new Set(chapters.flatMap(({tree}) => tree.children.flatMap((node) => (node.type === 'block' ? node.children.flatMap((entry) => (entry.type === 'sourceEntry' ? [entry.number] : [])) : []))))
}
