/** Numbers that neither a source nor a citation has, below the highest: one message. */
import {message} from '../diagnostics/index.ts'
import type {Book} from '../model/book.ts'

export function lintGaps({sources, calls, config, messages}: Book): void {
  if (config.citations.numbering !== 'as-written') return
  const used = new Set([...sources.keys(), ...calls.map(({number}) => number)].filter((number) => number < 100_000))
  const highest = Math.max(0, ...[...used].filter((number) => number <= 999))
  const gaps = Array.from({length: highest}, (_, index) => index + 1).filter((number) => !used.has(number))
  const place = calls[0]?.place ?? [...sources.values()][0]?.place
  if (gaps.length > 0 && place) messages.push(message('citation-gap', {path: place.path}, {numbers: gaps.slice(0, 40).join(', ') + (gaps.length > 40 ? ' …' : ''), highest}))
}
