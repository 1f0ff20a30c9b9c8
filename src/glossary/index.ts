/** Glossary: the only door of the room. */
import type {Book, Chapter, TextFile} from '../model/book.ts'
import type {GalleyNote} from '../model/nodes.ts'
import type {Renderers, Services} from '../model/setting.ts'

/** Step 3: fill `book.terms`. */
export function readTermbase(_book: Book, _files: TextFile[], _services: Services): void {}

/** Step 6: recognise written glosses, inject missing ones, link later mentions; fill `book.mentions`. */
export function glossTerms(_book: Book, _services: Services): void {}

/** Step 7: glossary and list of abbreviations. */
export function composeGlossary(_book: Book, _services: Services): Chapter[] {
  return []
}

/** Step 9: `term`, `foreign`, `glossaryEntry`. */
export const glossaryRenderers: Renderers = {}

/** Step 9: previews, by term. */
export function glossaryNotes(_book: Book, _services: Services): GalleyNote[] {
  return []
}
