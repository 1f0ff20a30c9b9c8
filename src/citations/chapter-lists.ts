/** `citations.numbering: by-chapter`: each chapter its own list, where the author's stood, else at its end. */
import type {RootContent} from 'mdast'
import type {Book, Chapter, CitationCall} from '../model/book.ts'
import type {Block, SourceEntry} from '../model/nodes.ts'
import {scopeOf} from './scopes.ts'
import {isAnnouncement} from './sources/announcements.ts'

/** @param uncited Numbers of the author's list that nothing in the book calls: they stand behind the rest. */
type ReadEntries = (calls: CitationCall[], uncited: number[], chapter: string) => SourceEntry[]

export function listOf(entries: SourceEntry[]): Block {
  return {type: 'block', data: {hName: 'ol', hProperties: {className: ['references']}}, children: entries}
}

export function fillChapters(book: Book, title: string, entriesOf: ReadEntries): void {
  const called = new Set(book.calls.map(({number}) => number))
  const callsOf = new Map<string, CitationCall[]>(book.chapters.map(({id}) => [id, []]))
  for (const call of book.calls) callsOf.get(call.chapter)?.push(call)
  for (const chapter of book.chapters) fillChapter(chapter, callsOf.get(chapter.id) ?? [], title, (calls, places) => entriesOf(calls, numbersAt(places, book).filter((number) => !called.has(number)), chapter.id))
  const filled = book.chapters.filter(({tree, path}) => tree.children.length > 0 || path === '')
  book.chapters.splice(0, book.chapters.length, ...filled) // in place: the pipeline holds this list
}

function fillChapter(chapter: Chapter, calls: CitationCall[], title: string, entriesOf: (calls: CitationCall[], places: Block[]) => SourceEntry[]): void {
  const places = chapter.tree.children.filter(isPlace)
  const scopes = new Set([...calls.map(({number}) => scopeOf(number)), ...places.map(({data}) => data?.sources ?? 0)])
  for (const scope of scopes) {
    const own = places.filter(({data}) => data?.sources === scope)
    const entries = entriesOf(calls.filter(({number}) => scopeOf(number) === scope), own)
    const place = entries.length > 0 ? own.at(-1) : undefined
    for (const empty of own) if (empty !== place) clear(empty, chapter)
    if (entries.length === 0) continue
    const heading: Block = {type: 'block', data: {hName: 'p', hProperties: {className: ['references-title']}}, children: [{type: 'text', value: title}]}
    if (!place) chapter.tree.children.push(heading, listOf(entries))
    else {
      place.children = entries
      if (place.data?.listed?.titled === false) chapter.tree.children.splice(chapter.tree.children.indexOf(place), 0, heading)
    }
  }
}

function isPlace(node: RootContent): node is Block {
  return node.type === 'block' && node.data?.sources !== undefined
}

function numbersAt(places: Block[], {sources}: Book): number[] {
  const isListed = (number: number) => places.some(({data}) => (data?.listed ? data.listed.numbers.includes(Math.floor(number)) : data?.sources === scopeOf(number)))
  return [...sources.keys()].filter(isListed)
}

/** The heading goes too, where nothing else stands below it. */
function clear(place: Block, {tree}: Chapter): void {
  const at = tree.children.indexOf(place)
  const [before, after] = [tree.children[at - 1], tree.children[at + 1]]
  const bare = before !== undefined && isAnnouncement(before) && (after === undefined || (after.type === 'heading' && before.type === 'heading' && after.depth <= before.depth))
  tree.children.splice(bare ? at - 1 : at, bare ? 2 : 1)
}
