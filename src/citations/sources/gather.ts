/** Everything that gives sources → one map by number; conflicts are reported with both places. */
import {message} from '../../diagnostics/index.ts'
import type {Book, CslItem, ParsedText, Source} from '../../model/book.ts'
import {pointReader} from '../places.ts'
import {repeatedNumber, scopedNumber} from '../scopes.ts'
import {plainOf} from '../styles/rich-text.ts'
import {eachNode} from '../walk.ts'
import {languageOf, spoken} from './csl.ts'
import type {Entry} from './entries.ts'
import {addressOf, understandEntry} from './understand.ts'

/** Files stand before lists, lists before definitions, definitions before markers: what is fuller comes first. */
export function addSource(book: Book, source: Source): void {
  const known = book.sources.get(source.number)
  if (!known) {
    book.sources.set(source.number, source)
    return
  }
  if (agrees(known, source)) {
    complete(known, source)
    return
  }
  book.messages.push(message('source-conflict', source.place, {number: source.number, path: known.place.path, line: known.place.line ?? 1}, {related: [known.place]}))
}

/** A list that gives two entries one number keeps both, in their order. */
export function addEntries(book: Book, {entries, text}: {entries: Entry[]; text: ParsedText}, scope: number): void {
  const given = new Map<number, string[]>()
  for (const entry of entries) {
    const before = given.get(entry.number) ?? []
    const number = scopedNumber(entry.number, scope)
    const source = {...sourceOfEntry(entry, text), number}
    if (before.length > 0 && !before.includes(entry.raw)) {
      const first = book.sources.get(number)
      book.sources.set(repeatedNumber(number, before.length), {...source, number: repeatedNumber(number, before.length)})
      if (first) book.messages.push(message('source-repeated', source.place, {number: entry.number, line: first.place.line ?? 1}, {related: [first.place]}))
    } else addSource(book, source)
    given.set(entry.number, [...before, entry.raw])
  }
}

/** Two accounts of one source agree where they share an address or an identifier, or where the later adds only its address. */
function agrees(known: Source, other: Source): boolean {
  const [a, b] = [addressesOf(known), addressesOf(other)]
  if (a.some((address) => b.includes(address))) return true
  if (known.verbatim !== undefined && known.verbatim === other.verbatim) return true
  if (namesTitle(known, other) || namesTitle(other, known)) return true
  return a.length === 0 && (other.origin === 'definition' || other.origin === 'marker')
}

function namesTitle({csl}: Source, {verbatim, csl: other}: Source): boolean {
  const title = csl?.title && plainOf(csl.title).toLowerCase()
  return title !== undefined && widthOf(title) > 3 && `${verbatim ?? ''} ${other?.title ?? ''}`.toLowerCase().includes(title)
}

/** A Chinese title of two characters says as much as a Latin one of four letters. */
function widthOf(title: string): number {
  return title.length + (title.match(/\p{Script=Han}/gu)?.length ?? 0)
}

function complete(known: Source, {csl}: Source): void {
  if (csl?.URL && !addressesOf(known).length) known.csl = {...(known.csl ?? {type: 'webpage'}), URL: csl.URL}
}

function addressesOf({csl, verbatim}: Source): string[] {
  return [csl?.URL, csl?.DOI && `doi.org/${csl.DOI}`, verbatim && addressOf(verbatim)].flatMap((address) => (address ? [normaliseUrl(address)] : []))
}

/** For comparing only: scheme, `www.`, a final slash and the fragment do not tell pages apart. */
export function normaliseUrl(url: string): string {
  return url.trim().replace(/^https?:\/\/(?:dx\.)?(?:www\.)?/i, '').replace(/#.*$/, '').replace(/\/+$/, '').replace(/^[^/]+/, (host) => host.toLowerCase())
}

export function sourceOfEntry(entry: Entry, {path, text}: Pick<ParsedText, 'path' | 'text'>): Source {
  const {line, column} = pointReader(text)(entry.offset)
  const csl = understandEntry(entry.raw)
  return {
    number: entry.number,
    ...(csl ? {csl: withLanguage(csl)} : {}),
    verbatim: entry.raw,
    ...spoken(languageOf(undefined, entry.raw.replace(/https?:\S+/g, ''))),
    origin: 'list',
    place: {path, line, column},
  }
}

function withLanguage(csl: CslItem): CslItem {
  const language = languageOf(csl)
  return language === undefined ? csl : {...csl, language}
}

/** `[1]: url "title"`. The first definition of a label wins, as in CommonMark. */
export function definitionsOf({tree, path}: ParsedText): Source[] {
  const sources = new Map<number, Source>()
  eachNode(tree, (node) => {
    if (node.type !== 'definition') return
    const digits = /^\[?(\d{1,5})\]?$/.exec(node.identifier)?.[1]
    const number = Number(digits)
    if (digits === undefined || number === 0 || sources.has(number)) return
    const csl: CslItem = {type: 'webpage', URL: node.url, ...(node.title ? {title: node.title} : {})}
    const {start} = node.position ?? {}
    sources.set(number, {number, csl, ...spoken(languageOf(csl)), origin: 'definition', place: {path, ...(start ? {line: start.line, column: start.column} : {})}})
  })
  return [...sources.values()]
}
