/** Structure: ids, matter, numbering, captions, cross-references, contents. The only door of the room. */
import type {Book, Captioned, ContentsEntry} from '../model/book.ts'
import type {Services} from '../model/setting.ts'

/** Step 4: `book.texts` → `book.chapters`, with ids on every heading and block (`data.id`). */
export function composeChapters(_book: Book, _services: Services): void {}

/** Step 7, last: the contents from all chapters, apparatus included. */
export function composeContents(_book: Book): ContentsEntry[] {
  return []
}

/** Step 7: figures and tables with captions, in order. */
export function listCaptioned(_book: Book): Captioned[] {
  return []
}
