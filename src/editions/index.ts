/** Editions: galley → bytes. The only door of the room. */
import type {Format} from '../model/book.ts'
import type {MakeEdition} from './context.ts'
import {openPress} from './pdf/open-press.ts'
import type {Press} from './pdf/press.ts'

export {checkThemes} from './themes.ts'
export {openAssets, type ReadyImages} from './assets.ts'
export type {EditionContext, MakeEdition} from './context.ts'
export {settleKept} from './keep.ts'
export {recallWords} from './words.ts'

/** Loaded when asked for: puppeteer and zip cost start-up time. */
export const editions: Record<Format, () => Promise<MakeEdition>> = {
  html: async () => (await import('./html/index.ts')).makeHtml,
  pdf: async () => (await import('./pdf/index.ts')).makePdf,
  epub: async () => (await import('./epub/index.ts')).makeEpub,
}

/** Loaded by `check` alone. */
export const appraiser = async () => (await import('./appraise.ts')).appraise

export interface Warm {
  press?: Promise<Press>
  stop(): void
}

/** What takes long to start is started before the manuscript is read. Whoever calls this must call `stop`. */
export function warmUp(formats: Format[], machine: {templates: string; signal: AbortSignal}): Warm {
  if (!formats.includes('pdf')) return {stop: () => undefined}
  const press = openPress(machine)
  return {press, stop: () => void press.then((running) => running.stop(), () => undefined)}
}
