/** Citations: the only door of the room. */
import type {Plugin} from 'unified'
import type {Book, Chapter, TextFile} from '../model/book.ts'
import type {GalleyNote} from '../model/nodes.ts'
import type {Renderers, Services} from '../model/setting.ts'

/** Step 1: syntax → `citation` and `citationCandidate`. */
export const remarkCitations: Plugin<[]> = function () {}

/** Step 3: fill `book.sources` from files, lists in the text and definitions; promote candidates or give them back.
 * Works on `book.texts`. */
export function liftSources(_book: Book, _files: TextFile[], _services: Services): void {}

/** Step 5: number, anchor and check every call; fill `book.calls`. Works on `book.chapters`. */
export function resolveCitations(_book: Book, _services: Services): void {}

/** Step 7: the reference list. */
export function composeReferences(_book: Book, _services: Services): Chapter[] {
  return []
}

/** Step 9: `citation`, `sourceEntry`. */
export const citationRenderers: Renderers = {}

/** Step 9: previews, by source. */
export function citationNotes(_book: Book, _services: Services): GalleyNote[] {
  return []
}
