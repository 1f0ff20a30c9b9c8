/** Editions: galley → bytes. The only door of the room. */
import type {Format} from '../model/book.ts'
import type {MakeEdition} from './context.ts'

export type {EditionContext, MakeEdition} from './context.ts'

/** Loaded when asked for: puppeteer and zip cost start-up time. */
export const editions: Record<Format, () => Promise<MakeEdition>> = {
  html: async () => (await import('./html/index.ts')).makeHtml,
  pdf: async () => (await import('./pdf/index.ts')).makePdf,
  epub: async () => (await import('./epub/index.ts')).makeEpub,
}
