/** Copyfitting: the last page of a chapter, and of the contents, holds no line or two alone.
 *
 * A chapter opens less deep, then is set a hair closer, so that the lines go back; where that does not do, it opens
 * deeper, so that more lines follow them. The style sheet says what each step is; long books are left alone, since every
 * try is a print. */
import type {Destinations} from './destinations.ts'
import type {Part} from './parts.ts'
import type {PageShape} from './trim.ts'

export interface Fit {id: string; step: number}

/** Class names by step; 0 is as the theme has it. */
export const fitClasses = ['', 'tight', 'tight tighter', 'loose'] as const

/** Fewer lines than these are too few for a page; contents are drawn together more easily. */
const least = 5
const leastOfContents = 9

/** Lines that an opening gives, about; a chapter for which it is too little is not printed in vain. */
const opening = 2

export const longBook = 200

/** @returns What to try next, for each chapter that needs it; equal to `tried` where nothing is left to do. */
export function planFits(parts: Part[], landed: Destinations, shape: PageShape, tried: Fit[]): Fit[] {
  return parts.flatMap((part): Fit[] => {
    const was = tried.find(({id}) => id === part.id)
    if (was?.step === 0) return [was] // nothing helped: as the theme has it
    const short = part.page !== 'flow' && (part.chapter || part.kind === 'contents') ? shortEnd(part, landed, shape) : undefined
    if (!short) return was ? [was] : []
    return [{id: part.id, step: was ? (was.step + 1) % fitClasses.length : part.kind === 'contents' ? 1 : firstStep(short, shape)}]
  })
}

interface ShortEnd {lines: number; pages: number}

function shortEnd({id, kind}: Part, {pages, ends}: Destinations, {height, top, slug, leading}: PageShape): ShortEnd | undefined {
  const start = pages.get(id)
  const end = ends.get(id)
  if (start === undefined || end === undefined || end.page === start) return undefined
  const ceiling = (height + slug - top) / 25.4 * 72
  const lines = (ceiling - end.bottom) / leading
  return lines < (kind === 'contents' ? leastOfContents : least) - 0.5 ? {lines, pages: end.page - start} : undefined
}

function firstStep({lines, pages}: ShortEnd, {height, top, bottom, leading}: PageShape): number {
  if (lines <= opening) return 1
  const closer = pages * 0.04 * (height - top - bottom) / 25.4 * 72 / leading
  return lines <= opening + closer ? 2 : 3
}
