/** Merging: parts of one TrueType font, cut from it for the pieces of a book, as one font with the glyphs of all.
 *
 * Their glyphs have kept their numbers, so that what names them stays as it is. */
import {tableOf} from './coverage.ts'
import {assemble, sumTables} from './tables.ts'

interface Part {
  font: Uint8Array
  view: DataView
  count: number
  /** Bytes of an outline; 0 where the part has none of that number. */
  sizeOf(glyph: number): number
  outline(glyph: number): Uint8Array
  /** Advance and left side bearing, in units of the font. */
  metrics(glyph: number): [number, number]
}

/** @returns undefined where they are not of one font, or lack a table. */
export function mergeFonts(fonts: Uint8Array[]): Uint8Array | undefined {
  const parts = fonts.map(readPart)
  const [first] = parts
  if (!first || !parts.every((part): part is Part => part !== undefined && isAkin(part, first))) return undefined
  const count = Math.max(...parts.map((part) => part.count))
  const pieces: Uint8Array[] = []
  const loca = new DataView(new ArrayBuffer(4 * (count + 1)))
  const hmtx = new DataView(new ArrayBuffer(4 * count))
  let length = 0
  for (let glyph = 0; glyph < count; glyph += 1) {
    const holders = parts.filter((part) => part.sizeOf(glyph) > 0)
    const [holder, ...others] = holders
    const [advance, bearing] = measure(holder ? holders : parts, glyph)
    loca.setUint32(4 * glyph, length)
    hmtx.setUint16(4 * glyph, advance)
    hmtx.setInt16(4 * glyph + 2, bearing)
    if (!holder) continue
    const outline = holder.outline(glyph)
    if (holder.metrics(glyph)[0] !== advance || others.some((part) => !isEqual(part.outline(glyph), outline) || part.metrics(glyph)[0] !== advance)) return undefined
    pieces.push(outline)
    length += outline.length
  }
  loca.setUint32(4 * count, length)
  const [head, hhea, maxp] = (['head', 'hhea', 'maxp'] as const).map((tag) => sliceOf(first, tag))
  if (!head || !hhea || !maxp) return undefined
  new DataView(head.buffer).setInt16(50, 1) // long offsets
  new DataView(hhea.buffer).setUint16(34, count)
  new DataView(maxp.buffer).setUint16(4, count)
  const merged = assemble(first.font, new Map([['head', head], ['hhea', hhea], ['maxp', maxp], ['loca', new Uint8Array(loca.buffer)], ['hmtx', new Uint8Array(hmtx.buffer)], ['glyf', Buffer.concat(pieces, length)]]), [])
  sumTables(merged)
  return merged
}

/** A glyph without an outline has its width in the parts that use it, and none in the others. */
function measure(parts: Part[], glyph: number): [number, number] {
  let most: [number, number] = [0, 0]
  for (const part of parts) {
    const own = part.metrics(glyph)
    if (own[0] >= most[0]) most = own
  }
  return most
}

function readPart(font: Uint8Array): Part | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const [head, maxp, hhea, loca, glyf, hmtx] = ['head', 'maxp', 'hhea', 'loca', 'glyf', 'hmtx'].map((tag) => (font.length > 12 ? tableOf(view, tag) : undefined))
  if (head === undefined || maxp === undefined || hhea === undefined || loca === undefined || glyf === undefined || hmtx === undefined) return undefined
  const count = view.getUint16(maxp + 4)
  const measured = view.getUint16(hhea + 34)
  const long = view.getInt16(head + 50) === 1
  const offsetOf = (glyph: number) => glyf + (long ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph))
  return {
    font, view, count,
    sizeOf: (glyph) => (glyph < count ? offsetOf(glyph + 1) - offsetOf(glyph) : 0),
    outline: (glyph) => font.subarray(offsetOf(glyph), offsetOf(glyph + 1)),
    metrics(glyph) {
      if (glyph >= count) return [0, 0]
      const bearing = glyph < measured ? hmtx + 4 * glyph + 2 : hmtx + 4 * measured + 2 * (glyph - measured)
      return [view.getUint16(hmtx + 4 * Math.min(glyph, measured - 1)), view.getInt16(bearing)]
    },
  }
}

/** One design: the same units, and the same programs that fit outlines to a grid. */
function isAkin(part: Part, first: Part): boolean {
  const unit = ({view}: Part) => view.getUint16((tableOf(view, 'head') ?? 0) + 18)
  return unit(part) === unit(first) && ['cvt ', 'fpgm', 'prep', 'name'].every((tag) => isEqual(sliceOf(part, tag) ?? new Uint8Array(), sliceOf(first, tag) ?? new Uint8Array()))
}

/** A copy. */
function sliceOf({font, view}: Part, tag: string): Uint8Array | undefined {
  const start = tableOf(view, tag)
  return start === undefined ? undefined : Uint8Array.from(font.subarray(start, start + lengthOf(view, start)))
}

function lengthOf(view: DataView, start: number): number {
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) if (view.getUint32(entry + 8) === start) return view.getUint32(entry + 12)
  return 0
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
