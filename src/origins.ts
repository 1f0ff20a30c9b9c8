/** Places in a text that holds included files → places in the files that the author has open. */
import type {Book, TextFile, TextOrigin} from './model/book.ts'
import type {Message, Place} from './model/message.ts'

export type PlaceOf = (place: Place) => Place

/** @param continued Files that go on a chapter of another, once the book has chapters.
 * @returns Undefined where no text includes or goes on another: then every place is what it says. */
export function originsOf(texts: TextFile[], continued: Book['continued'] = []): PlaceOf | undefined {
  const included = placesIn(new Map(texts.flatMap(({path, origins}) => (origins ? [[path, origins] as const] : []))))
  const openings = new Map<string, TextOrigin[]>()
  for (const {opening, origin} of continued) openings.set(opening, [...(openings.get(opening) ?? [{line: 1, path: opening, from: 1}]), origin])
  const gone = placesIn(openings)
  if (!included || !gone) return included ?? gone
  return (place) => included(gone(place))
}

function placesIn(byPath: Map<string, TextOrigin[]>): PlaceOf | undefined {
  if (byPath.size === 0) return undefined
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

/** A fix holds offsets into the text as it was assembled, so it is given up with the place. */
export function moveMessage({fix: _, ...entry}: Message, placeOf: PlaceOf): Message {
  const related = entry.related?.map(placeOf)
  const [first] = related ?? []
  const values = {...entry.values} // some rules say where the other place is
  if (typeof values.line === 'number' && first?.line !== undefined) values.line = first.line
  if (typeof values.path === 'string' && first) values.path = first.path
  return {...entry, values, place: placeOf(entry.place), ...(related ? {related} : {})}
}

/** Everything that a book recorded of places in its texts. @param from Index of the first message that this run added. */
export function moveBook(book: Book, placeOf: PlaceOf, from: number): void {
  for (const [index, entry] of book.messages.entries()) if (index >= from) book.messages[index] = moveMessage(entry, placeOf)
  for (const call of book.calls) call.place = placeOf(call.place)
  for (const mention of book.mentions) mention.place = placeOf(mention.place)
  for (const source of book.sources.values()) if (source.origin !== 'file') source.place = placeOf(source.place)
}
