/** Places in a text that holds included files → places in the files that the author has open. */
import type {Book, TextFile, TextOrigin} from './model/book.ts'
import type {Fix, Message, Place} from './model/message.ts'

type PlaceOf = (place: Place) => Place

export interface Origins {
  placeOf: PlaceOf
  /** An edit of a text that includes others → the same edit of the file that holds the words; none where they lie in two. */
  fixOf(fix: Fix, place: Place): Fix | undefined
}

/** @param continued Files that go on a chapter of another, once the book has chapters.
 * @returns Undefined where no text includes or goes on another: then every place is what it says. */
export function originsOf(texts: TextFile[], continued: Book['continued'] = []): Origins | undefined {
  const including = new Map(texts.flatMap(({path, origins}) => (origins ? [[path, origins] as const] : [])))
  const openings = new Map<string, TextOrigin[]>()
  for (const {opening, origin} of continued) openings.set(opening, [...(openings.get(opening) ?? [{line: 1, path: opening, from: 1}]), origin])
  if (including.size === 0 && openings.size === 0) return undefined
  const [included, gone] = [placesIn(including), placesIn(openings)]
  return {placeOf: (place) => included(gone(place)), fixOf: (fix, place) => fixIn(fix, including.get(gone(place).path))}
}

function placesIn(byPath: Map<string, TextOrigin[]>): PlaceOf {
  return (place) => {
    const origins = byPath.get(place.path)
    if (!origins || place.line === undefined) return place
    const start = originAt(origins, place.line)
    const line = place.line - start.line + start.from
    const moved: Place = {...place, path: start.path, line}
    if (place.endLine === undefined) return moved
    if (originAt(origins, place.endLine) === start) return {...moved, endLine: place.endLine - place.line + line}
    const {endLine: _, endColumn: __, ...open} = moved // it ends in another file
    return open
  }
}

function fixIn({start, end, text}: Fix, origins: TextOrigin[] | undefined): Fix | undefined {
  if (!origins) return {start, end, text}
  const behind = origins.findIndex(({offsets}) => offsets !== undefined && offsets.text > start)
  const {offsets} = origins[(behind < 0 ? origins.length : behind) - 1] ?? {}
  const next = origins[behind]?.offsets?.text ?? Number.POSITIVE_INFINITY
  if (!offsets || end > next) return undefined
  const by = offsets.file - offsets.text
  return {start: start + by, end: end + by, text}
}

/** Lines ascend: the last that does not lie behind. */
function originAt(origins: TextOrigin[], line: number): TextOrigin {
  let [low, high] = [0, origins.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((origins[middle]?.line ?? 0) <= line) low = middle
    else high = middle - 1
  }
  return origins[low] ?? {line: 1, path: '', from: 1}
}

/** A fix holds offsets into the text as it was composed. */
export function moveMessage({fix, ...entry}: Message, {placeOf, fixOf}: Origins): Message {
  const related = entry.related?.map(placeOf)
  const [first] = related ?? []
  const values = {...entry.values} // some rules say where the other place is
  if (typeof values.line === 'number' && first?.line !== undefined) values.line = first.line
  if (typeof values.path === 'string' && first) values.path = first.path
  const moved = fix && fixOf(fix, entry.place)
  return {...entry, values, place: placeOf(entry.place), ...(related ? {related} : {}), ...(moved ? {fix: moved} : {})}
}

/** Everything that a book recorded of places in its texts. @param from Index of the first message that this run added. */
export function moveBook(book: Book, origins: Origins, from: number): void {
  const {placeOf} = origins
  for (const [index, entry] of book.messages.entries()) if (index >= from) book.messages[index] = moveMessage(entry, origins)
  for (const call of book.calls) call.place = placeOf(call.place)
  for (const mention of book.mentions) mention.place = placeOf(mention.place)
  for (const source of book.sources.values()) if (source.origin !== 'file') source.place = placeOf(source.place)
}
