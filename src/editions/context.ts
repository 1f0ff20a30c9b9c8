/** What every edition is handed. Types only. */
import type {Edition, Galley} from '../model/book.ts'
import type {Locale} from '../model/locale.ts'
import type {Press} from './pdf/press.ts'

/** What an edition needs of the machine and of the run. */
export interface EditionContext {
  locale: Locale
  /** Folder for results by content hash (subset fonts, covers); undefined with --no-cache. */
  cache: string | undefined
  /** Folder of `templates/`. */
  templates: string
  /** The PDF of the same run, for the page-list of an EPUB. */
  pdf?: Edition
  /** A press that was started ahead, for the PDF. */
  press?: Promise<Press>
  /** Progress of one named step: for people only. */
  progress?: (step: string) => void
  /** Stops browsers and long work. */
  signal: AbortSignal
}

export type MakeEdition = (galley: Galley, context: EditionContext) => Promise<Edition>
