/** Citations: the only door of the room. */
import type {Book, Chapter, TextFile} from '../model/book.ts'
import type {GalleyNote} from '../model/nodes.ts'
import type {Services} from '../model/setting.ts'
import {composeAudit} from './audit.ts'
import {splitHtml} from './html-markers.ts'
import {composeNotes} from './notes.ts'
import {promoteMarkers} from './promote.ts'
import {composeList} from './references.ts'
import {resolveCalls} from './resolve.ts'
import {gatherSources} from './sources/index.ts'
import {printByCsl} from './styles/csl/index.ts'

export {auditBook, auditCsv, fillAudit, findingsOf} from './audit.ts'
export {remarkCitations, remarkEscapedMarkers} from './syntax/index.ts'
export {promoteWords} from './promote.ts'
export {citationRenderers} from './to-hast.ts'

/** Step 3: fill `book.sources` from files, lists in the text and definitions; promote candidates or give them back.
 * Works on `book.texts`. Asynchronous only because BibTeX, RIS and CSL styles are read by libraries that load when used. */
export async function liftSources(book: Book, files: TextFile[], styleFiles: TextFile[]): Promise<void> {
  await gatherSources(book, files)
  for (const text of book.texts) splitHtml(text) // after lists, which may be HTML themselves
  promoteMarkers(book)
  await printByCsl(book, styleFiles) // after all sources are known
}

/** Step 5: number, anchor and check every call; fill `book.calls`. Works on `book.chapters`. */
export function resolveCitations(book: Book, services: Services): void {
  resolveCalls(book, services)
}

/** Step 7: the reference list, and the audit where the book asks for it. */
export function composeReferences(book: Book, services: Services): Chapter[] {
  return [...composeList(book, services), ...composeAudit(book, services)]
}

/** Step 9: previews, by source. */
export function citationNotes(book: Book, services: Services): GalleyNote[] {
  return composeNotes(book, services)
}
