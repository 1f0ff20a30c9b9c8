/** Thinning: a TrueType font without the outlines that a book does not need. Glyphs keep their numbers, so that tables which
 * name them stay as they are; what a printed page has no use for goes.
 *
 * For the PDF alone, whose browser cuts its fonts itself: it takes 2 ms where HarfBuzz takes 3 to 10, and 100 to start. */
import {readCoverage, tableOf} from './coverage.ts'
import {keepSubstitutes} from './substitutes.ts'
import {assemble} from './tables.ts'

/** @param text What is set, in order: the new font has no other characters.
 * @param drop Characters whose outlines may go, unless one that stays is substituted by them; undefined: all others, and with them
 * all substitution and positioning.
 * @returns undefined where it has no outlines of TrueType.
 * Not for text that runs from top to bottom. */
export function thinFont(font: Uint8Array, text: string, drop?: string): Uint8Array | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const [head, maxp, loca, glyf] = ['head', 'maxp', 'loca', 'glyf'].map((tag) => tableOf(view, tag))
  if (head === undefined || maxp === undefined || loca === undefined || glyf === undefined) return undefined
  const {glyphOf} = readCoverage(font)
  const mapping = [...text].map((character): [number, number] => [character.codePointAt(0) ?? 0, glyphOf(character.codePointAt(0) ?? 0)])
  const all = view.getUint16(maxp + 4)
  const long = view.getInt16(head + 50) === 1
  const offsetOf = (glyph: number) => glyf + (long ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph))
  const kept = new Uint8Array(all).fill(drop === undefined ? 0 : 1)
  for (const character of drop ?? '') kept[glyphOf(character.codePointAt(0) ?? 0)] = 0
  kept[0] = 1
  for (const [, glyph] of mapping) kept[glyph] = 1
  if (drop !== undefined) keepSubstitutes(view, kept)
  for (let glyph = 0; glyph < all; glyph += 1) if (kept[glyph]) keepComponents(view, glyph, offsetOf, kept)
  const count = drop === undefined && tableOf(view, 'MATH') === undefined ? kept.lastIndexOf(1) + 1 : all // layout names glyphs up to the last
  const pieces: Uint8Array[] = []
  const places = new DataView(new ArrayBuffer(4 * (count + 1)))
  let length = 0
  for (let glyph = 0; glyph < count; glyph += 1) {
    places.setUint32(4 * glyph, length)
    const start = offsetOf(glyph)
    const size = kept[glyph] ? offsetOf(glyph + 1) - start : 0
    if (size > 0) pieces.push(font.subarray(start, start + size))
    length += size
  }
  places.setUint32(4 * count, length)
  const newHead = Uint8Array.from(font.subarray(head, head + 54))
  new DataView(newHead.buffer).setInt16(50, 1) // long offsets
  return assemble(font, new Map([
    ['head', newHead], ['loca', new Uint8Array(places.buffer)], ['glyf', Buffer.concat(pieces, length)], ['cmap', cmapOf(mapping)],
    ...(count < all ? fewer(font, view, count) : []), ...withoutNames(font, view),
  ]), drop === undefined ? [...vertical, ...layout] : vertical)
}

/** The tables that say how many glyphs there are (§maxp, §hhea, §hmtx). */
function fewer(font: Uint8Array, view: DataView, count: number): [string, Uint8Array][] {
  const [maxp, hhea, hmtx] = ['maxp', 'hhea', 'hmtx'].map((tag) => tableOf(view, tag))
  if (maxp === undefined || hhea === undefined || hmtx === undefined) return []
  const measured = Math.min(count, view.getUint16(hhea + 34))
  const [newMaxp, newHhea] = [Uint8Array.from(font.subarray(maxp, maxp + 32)), Uint8Array.from(font.subarray(hhea, hhea + 36))]
  new DataView(newMaxp.buffer).setUint16(4, count)
  new DataView(newHhea.buffer).setUint16(34, measured)
  return [['maxp', newMaxp], ['hhea', newHhea], ['hmtx', font.subarray(hmtx, hmtx + 4 * measured + 2 * (count - measured))]]
}

/** The names of glyphs take longer to read than all else of a font of symbols (§post, version 3). */
function withoutNames(font: Uint8Array, view: DataView): [string, Uint8Array][] {
  const post = tableOf(view, 'post')
  if (post === undefined) return []
  const table = Uint8Array.from(font.subarray(post, post + 32))
  new DataView(table.buffer).setUint32(0, 0x00030000)
  return [['post', table]]
}

/** Glyphs that others are made of (OpenType 1.9 §glyf, composite glyphs). */
function keepComponents(view: DataView, glyph: number, offsetOf: (glyph: number) => number, kept: Uint8Array): void {
  let at = offsetOf(glyph)
  if (offsetOf(glyph + 1) === at || view.getInt16(at) >= 0) return
  at += 10
  for (let more = true; more;) {
    const flags = view.getUint16(at)
    const component = view.getUint16(at + 2)
    if (!kept[component]) {
      kept[component] = 1
      keepComponents(view, component, offsetOf, kept)
    }
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 64 ? 4 : flags & 128 ? 8 : 0)
    more = (flags & 32) !== 0
  }
}

/** One subtable of format 12. @param mapping Code points and glyphs, in order. */
export function cmapOf(mapping: [number, number][]): Uint8Array {
  const groups: [number, number, number][] = []
  for (const [code, glyph] of mapping) {
    const last = groups.at(-1)
    if (last && last[1] + 1 === code && last[2] + code - last[0] === glyph) last[1] = code
    else groups.push([code, code, glyph])
  }
  const view = new DataView(new ArrayBuffer(20 + 16 + 12 * groups.length))
  view.setUint16(2, 2)
  for (const [index, [platform, encoding]] of ([[0, 4], [3, 10]] as const).entries()) {
    view.setUint16(4 + 8 * index, platform)
    view.setUint16(6 + 8 * index, encoding)
    view.setUint32(8 + 8 * index, 20)
  }
  view.setUint16(20, 12)
  view.setUint32(24, 16 + 12 * groups.length)
  view.setUint32(32, groups.length)
  for (const [index, group] of groups.entries()) for (const [field, value] of group.entries()) view.setUint32(36 + 12 * index + 4 * field, value)
  return new Uint8Array(view.buffer)
}

const layout = ['GSUB', 'GPOS', 'GDEF', 'BASE']

/** No print is set in columns; and no page asks for the styles of a family. */
const vertical = ['vhea', 'vmtx', 'VORG', 'STAT']
