/** One work under two numbers: the same DOI, or the same address but for scheme, `www.`, final slash and fragment. Two titles at two
 * places of a page are two works: a page of search results names each by a fragment. */
import {message} from '../diagnostics/index.ts'
import type {Book, Source} from '../model/book.ts'

export function lintDuplicates({sources, messages}: Book): void {
  const known = new Map<string, Source>()
  for (const source of [...sources.values()].sort((a, b) => a.number - b.number)) {
    const keys = keysOf(source)
    const first = keys.map((key) => known.get(key)).find(Boolean)
    if (first && !areParts(first, source)) messages.push(message('source-duplicate', source.place, {number: Math.floor(source.number % 100_000), first: Math.floor(first.number % 100_000)}, {related: [first.place]}))
    for (const key of keys) if (!known.has(key)) known.set(key, source)
  }
}

function areParts({csl: one}: Source, {csl: other}: Source): boolean {
  const [first, second] = [one, other].map((csl) => /#(.+)$/.exec(csl?.URL ?? '')?.[1])
  return first !== undefined && second !== undefined && first !== second && Boolean(one?.title && other?.title) && one?.title !== other?.title && !(one?.DOI && one.DOI === other?.DOI)
}

function keysOf({csl, number}: Source): string[] {
  const part = Math.floor(number / 100_000)
  const doi = csl?.DOI?.toLowerCase().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, '')
  const url = csl?.URL?.trim().replace(/^https?:\/\/(?:www\.)?/i, '').replace(/#.*$/, '').replace(/\/+$/, '').replace(/^[^/]+/, (host) => host.toLowerCase())
  return [...(doi ? [`doi ${part} ${doi}`] : []), ...(url ? [`url ${part} ${url}`] : [])]
}
