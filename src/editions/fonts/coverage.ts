/** Which characters a TrueType font has, read from its `cmap` table (OpenType 1.9 §cmap, formats 4 and 12). */

export interface Coverage {
  /** @returns Glyph of a code point; 0 where the font has none. */
  glyphOf(codePoint: number): number
}

export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const table = tableOf(view, 'cmap')
  if (table === undefined) return {glyphOf: () => 0}
  const best = subtableOf(view, table)
  if (!best) return {glyphOf: () => 0}
  return best.format === 12 ? readGroups(view, best.offset) : readSegments(view, best.offset)
}

/** @returns Offset of a table; undefined where the font has none. */
export function tableOf(view: DataView, tag: string): number | undefined {
  const count = view.getUint16(4)
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + 16 * index
    const name = String.fromCharCode(view.getUint8(entry), view.getUint8(entry + 1), view.getUint8(entry + 2), view.getUint8(entry + 3))
    if (name === tag) return view.getUint32(entry + 8)
  }
  return undefined
}

function subtableOf(view: DataView, table: number): {format: number; offset: number} | undefined {
  let best: {format: number; offset: number} | undefined
  const count = view.getUint16(table + 2)
  for (let index = 0; index < count; index += 1) {
    const offset = table + view.getUint32(table + 4 + 8 * index + 4)
    const format = view.getUint16(offset)
    if (format === 12 || (format === 4 && !best)) best = {format, offset}
  }
  return best
}

function readGroups(view: DataView, offset: number): Coverage {
  const count = view.getUint32(offset + 12)
  return {
    glyphOf(codePoint) {
      let low = 0
      let high = count - 1
      while (low <= high) {
        const middle = (low + high) >> 1
        const group = offset + 16 + 12 * middle
        const first = view.getUint32(group)
        if (codePoint < first) high = middle - 1
        else if (codePoint > view.getUint32(group + 4)) low = middle + 1
        else return view.getUint32(group + 8) + codePoint - first
      }
      return 0
    },
  }
}

function readSegments(view: DataView, offset: number): Coverage {
  const size = view.getUint16(offset + 6)
  return {
    glyphOf(codePoint) {
      let low = 0
      let high = size / 2
      while (low < high) { // the first segment that ends at or behind the character
        const middle = (low + high) >> 1
        if (view.getUint16(offset + 14 + 2 * middle) < codePoint) low = middle + 1
        else high = middle
      }
      const at = 2 * low
      if (at === size) return 0
      const first = view.getUint16(offset + 16 + size + at)
      if (codePoint < first) return 0
      const delta = view.getInt16(offset + 16 + 2 * size + at)
      const rangeAt = offset + 16 + 3 * size + at
      const range = view.getUint16(rangeAt)
      if (range === 0) return (codePoint + delta) & 0xffff
      const glyph = view.getUint16(rangeAt + range + 2 * (codePoint - first))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    },
  }
}
