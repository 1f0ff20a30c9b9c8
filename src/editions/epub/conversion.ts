/** What the conversion of one chapter reads and fills. Types only. */
import type {Galley, GalleyChapter} from '../../model/book.ts'
import type {Locale} from '../../model/locale.ts'
import type {Message} from '../../model/message.ts'
import type {LinkMap} from './links.ts'
import type {PageState} from './pages.ts'

/** By note id: ids of the calls in this file. */
export type NoteCalls = Map<string, string[]>

export interface Conversion {
  galley: Galley
  chapter: GalleyChapter
  fileName: string
  links: LinkMap
  /** Anchors that something leads to. */
  wanted: Set<string>
  /** File name of each asset, by hash. */
  images: Map<string, string>
  pages: PageState
  locale: Locale
  /** Notes called in this chapter. */
  notes: NoteCalls
  /** Ids given out in this file. */
  ids: Set<string>
  /** Depth of the last heading. */
  depth: number
  messages: Message[]
}
