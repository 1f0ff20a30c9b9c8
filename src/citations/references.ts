/** Step 7: the reference list: an entry for every source and for every number that has none. */
import type {PhrasingContent, RootContent} from 'mdast'
import {message} from '../diagnostics/index.ts'
import {nearest} from '../diagnostics/nearest.ts'
import type {Book, Chapter, CitationCall, Source} from '../model/book.ts'
import type {SourceEntry} from '../model/nodes.ts'
import type {Services} from '../model/setting.ts'
import {fillChapters, listOf} from './chapter-lists.ts'
import {linkIdentifiers} from './identifiers.ts'
import {collatorOf} from './named.ts'
import {entryId} from './resolve.ts'
import {scopeOf, writtenNumber} from './scopes.ts'
import {normaliseUrl} from './sources/gather.ts'
import {addressOf} from './sources/understand.ts'
import {styleOf, unknownStyle} from './styles/index.ts'
import {type Style, toPhrasing} from './styles/part.ts'
import {remnantOf} from './styles/remnant.ts'

/** What all lists of a book share. */
interface Frame {
  book: Book
  services: Services
  /** Ids of sections → their order in the book. */
  sections: Map<string, number>
}

export function composeList(book: Book, services: Services): Chapter[] {
  reportStyle(book)
  if (book.sources.size === 0 && book.calls.length === 0) return []
  const frame: Frame = {book, services, sections: orderOfSections(book)}
  if (book.config.citations.numbering === 'by-chapter') {
    fillChapters(book, services.locale.text('references.title'), (calls, uncited, chapter) => entriesOf(calls, uncited, frame, chapter))
    return []
  }
  fillParts(frame)
  const entries = entriesOfScope(0, frame)
  if (entries.length === 0) return []
  const title = book.notesTitle ?? services.locale.text('references.title')
  const depth = book.chapters.map(({tree}) => tree.children[0]).find((node) => node?.type === 'heading')?.depth ?? 2
  const {above, below} = takeRest(book)
  return [{id: 'references', matter: 'back', role: 'references', title, path: '', tree: {type: 'root', children: [{type: 'heading', depth, children: [{type: 'text', value: title}]}, ...above, listOf(entries), ...below]}}]
}

/** Also of a book that cites nothing: its author will. */
function reportStyle({config, settings, messages}: Book): void {
  const style = String(config.citations.style)
  const known = unknownStyle(config.citations.style)
  const meant = known && nearest(style, known)
  if (known) messages.push(message('citation-style-unknown', settings?.['citations.style'] ?? {path: 'book.yml'}, {style, known: known.join(', '), ...(meant === undefined ? {} : {meant})}))
}

/** Lists of parts, where they stood. */
function fillParts(frame: Frame): void {
  for (const {tree} of frame.book.chapters) {
    for (const node of tree.children) {
      const scope = node.type === 'block' ? node.data?.sources : undefined
      if (scope !== undefined && node.type === 'block') node.children = entriesOfScope(scope, frame)
    }
  }
}

function entriesOfScope(scope: number, frame: Frame): SourceEntry[] {
  const {calls, sources} = frame.book
  const own = calls.filter(({number}) => scopeOf(number) === scope)
  const called = new Set(own.map(({number}) => number))
  return entriesOf(own, [...sources.keys()].filter((number) => scopeOf(number) === scope && !called.has(number)), frame)
}

/** What is left of the author's own chapter of sources is printed above the list or below it, as it stood, and the chapter goes. */
function takeRest(book: Book): {above: RootContent[]; below: RootContent[]} {
  const isOwn = ({tree}: Chapter) => tree.children[0]?.type === 'heading' && tree.children[0].data?.sources === 0
  const rest = {above: [] as RootContent[], below: [] as RootContent[]}
  for (const {tree: {children: [heading, ...nodes]}} of book.chapters.filter(isOwn)) {
    const end = heading?.data?.listEnd ?? Number.POSITIVE_INFINITY
    const first = nodes.findIndex(({position}) => position && position.start.line > end)
    rest.above.push(...nodes.slice(0, first < 0 ? nodes.length : first))
    rest.below.push(...(first < 0 ? [] : nodes.slice(first)))
  }
  book.chapters.splice(0, book.chapters.length, ...book.chapters.filter((chapter) => !isOwn(chapter))) // in place: the pipeline holds this list
  return rest
}

/** @param chapter Whose own list it is; none where the book has one list. */
function entriesOf(calls: CitationCall[], uncited: number[], {book, services, sections}: Frame, chapter?: string): SourceEntry[] {
  const callsOf = new Map<number, CitationCall[]>()
  for (const call of calls) {
    const known = callsOf.get(call.number)
    if (known) known.push(call)
    else callsOf.set(call.number, [call])
  }
  const style = styleOf(book.config.citations.style, book.config.language)
  const {numbering} = book.config.citations
  const behind = uncited.toSorted((a, b) => a - b)
  const order = numbering === 'as-written' ? [...callsOf.keys(), ...behind].sort((a, b) => a - b) : [...callsOf.keys(), ...behind]
  const entries = order.map((number, index): SourceEntry => {
    const source = book.sources.get(number)
    const label = numbering === 'as-written' ? String(writtenNumber(number)) : String(index + 1)
    return {
      type: 'sourceEntry',
      number,
      label,
      ...foreignTo(book.config.language, source),
      status: source ? 'given' : 'missing',
      anchor: entryId(number, chapter),
      ...(source?.call ? {named: true} : {}),
      calls: inReadingOrder(callsOf.get(number) ?? [], sections).map(({anchor, section, sectionTitle}) => ({anchor, section, ...(sectionTitle === undefined ? {} : {sectionTitle})})),
      children: formatSource(source, style, services),
    }
  })
  return sortEntries(entries, book, style)
}

/** Sections in the order of the book. */
function orderOfSections({chapters}: Book): Map<string, number> {
  return new Map(chapters.flatMap(({id, tree}) => [id, ...tree.children.flatMap((node) => (node.type === 'heading' ? (node.data?.id ?? []) : []))]).map((id, index) => [id, index]))
}

/** A note stands at the end of its chapter: what it cites is named with the section that calls it. */
function inReadingOrder(calls: CitationCall[], order: Map<string, number>): CitationCall[] {
  const placeOf = ({section}: CitationCall) => order.get(section) ?? 0
  return calls.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** @returns The language of an entry that the book's readers must be told of. */
export function foreignTo(language: string, source: Source | undefined): {lang?: string} {
  const lang = source?.lang
  return lang && lang.split('-')[0] !== language.split('-')[0] ? {lang} : {}
}

/** What a list gave is printed as it was written, unless all of it was understood. */
export function formatSource(source: Source | undefined, style: Style, services: Services): PhrasingContent[] {
  if (!source) return [{type: 'text', value: services.locale.text('references.missing')}]
  const {csl, verbatim: written, lang, printed, call} = source
  if (printed) return structuredClone(printed) // a list and a preview: two trees
  const parts = csl && style.format(csl, lang ?? services.locale.tag, call?.year)
  if (parts) return toPhrasing(parts)
  const verbatim = call?.yearEnd === undefined || written === undefined ? written : `${written.slice(0, call.yearEnd)}${call.letter ?? ''}${written.slice(call.yearEnd)}`
  if (verbatim !== undefined) {
    const read = services.parseInline(verbatim)
    return [...linkIdentifiers(read.length > 0 ? read : [{type: 'text', value: verbatim}]), ...addressesBehind(source)]
  }
  const remnant = csl && remnantOf(csl)
  return remnant ? toPhrasing(remnant) : [{type: 'text', value: services.locale.text('references.missing')}]
}

/** Addresses that the text gave where it calls the source, and the entry does not print. */
function addressesBehind({csl, verbatim = '', addresses = []}: Source): PhrasingContent[] {
  if (addressOf(verbatim) !== undefined) return []
  const given = new Map<string, string>()
  for (const url of [csl?.URL, ...addresses]) if (url !== undefined && !given.has(normaliseUrl(url))) given.set(normaliseUrl(url), url)
  return [...given].flatMap(([bare, url]): PhrasingContent[] => (verbatim.includes(bare.replace(/^doi\.org\//, '')) ? [] : [{type: 'text', value: ' '}, {type: 'link', url, children: [{type: 'text', value: url}]}]))
}

/** What the style did not sort stands last. */
function rankOf({number}: SourceEntry, book: Book): number {
  return book.sources.get(number)?.rank ?? Number.MAX_SAFE_INTEGER
}

/** By author; what is cited by its number stands behind, by number. */
function sortEntries(entries: SourceEntry[], book: Book, style: Style): SourceEntry[] {
  if (entries.some(({number}) => book.sources.get(number)?.rank !== undefined)) return entries.toSorted((a, b) => rankOf(a, book) - rankOf(b, book))
  if (!style.inText) return entries
  const {compare} = collatorOf(style)
  const keyOf = ({number}: SourceEntry) => book.sources.get(number)?.call?.key ?? ''
  return [...entries.filter(({named}) => named).sort((a, b) => compare(keyOf(a), keyOf(b))), ...entries.filter(({named}) => !named)]
}
