/** Sources that nothing cites: one message, at the first of them. */
import {message} from '../diagnostics/index.ts'
import type {Book} from '../model/book.ts'

export function lintUncited({sources, calls, messages}: Book): void {
  const cited = new Set(calls.map(({number}) => number))
  const uncited = [...sources.values()].filter(({number}) => Number.isInteger(number) && !cited.has(number)).sort((a, b) => a.number - b.number)
  const [first, ...others] = uncited
  if (first) messages.push(message('source-uncited', first.place, {numbers: uncited.map(({number}) => number % 100_000).join(', '), count: uncited.length}, {related: others.map(({place}) => place)}))
}
