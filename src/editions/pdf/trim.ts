/** Trim sizes (开本) and the type area (版心) of each: a whole number of characters wide, of lines high. */
import type {PdfOptions, TrimName} from '../../model/config.ts'

/** Millimetres, but `body` (type size) and `leading` in points. */
export interface PageShape {
  width: number
  height: number
  top: number
  bottom: number
  inner: number
  outer: number
  body: number
  leading: number
  /** Added on every side for bleed and crop marks; 0 without. */
  slug: number
  bleed: number
  /** Width of the column for margin notes, on the right of every page; 0 without, and where the page is too narrow for them. */
  notes: number
}

/** GB/T 788—1999 for 16开 and 大32开 as they are sold after trimming; ISO 216 for A and B. */
const sizes: Record<TrimName, [number, number]> = {A4: [210, 297], A5: [148, 210], B5: [176, 250], '16开': [185, 260], 大32开: [140, 203], '6x9': [152.4, 228.6]}

const point = 25.4 / 72

/** The browser sets baselines on whole pixels: of any other leading, lines would stand now closer, now wider. */
const pixel = 0.75

/** Millimetres below which a column of notes is a word wide: six characters of 7.5 points. */
const narrowestNotes = 16

export function shapePage({trim, bindingMargin, bleed, footnotes}: PdfOptions): PageShape {
  const [width, height] = typeof trim === 'string' ? sizes[trim] : trim
  const body = width >= 170 ? 10.5 : width >= 120 ? 10 : 9
  const leading = Math.floor(body * 1.75 / pixel) * pixel
  const side = width >= 200 ? 0.145 : 0.125
  const column = Math.round(width * 0.17)
  const notes = footnotes === 'margin' && column >= narrowestNotes ? column : 0
  const characters = Math.max(8, Math.floor((width * (1 - 2 * side) - bindingMargin - (notes > 0 ? width * 0.17 - width * 0.06 : 0)) / (body * point)))
  const free = width - notes - characters * body * point - bindingMargin
  const top = Math.round(height * 0.105)
  const lines = Math.max(6, Math.floor((height - top - height * 0.095) / (leading * point)))
  return {
    width, height, body, leading, top,
    bottom: round(height - top - lines * leading * point),
    inner: round(free * (bindingMargin > 0 ? 0.47 : 0.5) + bindingMargin),
    outer: round(free * (bindingMargin > 0 ? 0.53 : 0.5)),
    notes,
    bleed: bleed ? 3 : 0,
    slug: bleed ? 10 : 0,
  }
}

/** @returns The type area beside the notes, in ems of the text. */
export function measureOf({width, height, inner, outer, top, bottom, notes, body}: PageShape): {width: number; height: number} {
  return {width: (width - inner - outer - (notes > 0 ? notes + 5 : 0)) / (body * point), height: (height - top - bottom) / (body * point)}
}

function round(value: number): number {
  return Math.floor(value * 1000) / 1000
}
