/** The tables that a TrueType font is made of (OpenType 1.9 §Organization of an OpenType font). */

/** The tables of a font, some of them new (§Organization of an OpenType font). Without checksums, which browsers make anew. */
export function assemble(font: Uint8Array, fresh: Map<string, Uint8Array>, dropped: string[]): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables: [string, Uint8Array][] = []
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) {
    const tag = Buffer.from(font.buffer, font.byteOffset + entry, 4).toString('latin1')
    const start = view.getUint32(entry + 8)
    if (!dropped.includes(tag)) tables.push([tag, fresh.get(tag) ?? font.subarray(start, start + view.getUint32(entry + 12))])
  }
  return joinTables(view.getUint32(0), tables)
}

/** @param tables By tag, in alphabetical order. Without checksums. */
export function joinTables(version: number, tables: [string, Uint8Array][]): Uint8Array {
  const padded = (length: number) => Math.ceil(length / 4) * 4
  const out = Buffer.alloc(tables.reduce((sum, [, data]) => sum + padded(data.length), 12 + 16 * tables.length))
  const power = Math.floor(Math.log2(tables.length))
  out.writeUInt32BE(version, 0)
  for (const [index, field] of [tables.length, 16 * 2 ** power, power, 16 * tables.length - 16 * 2 ** power].entries()) out.writeUInt16BE(field, 4 + 2 * index)
  let at = 12 + 16 * tables.length
  for (const [index, [tag, data]] of tables.entries()) {
    const entry = 12 + 16 * index
    out.write(tag, entry, 'latin1')
    out.writeUInt32BE(at, entry + 8)
    out.writeUInt32BE(data.length, entry + 12)
    out.set(data, at)
    at += padded(data.length)
  }
  return out
}

/** Checksums of the tables and of the whole, in place. */
export function sumTables(font: Uint8Array): void {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  let head: number | undefined
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) {
    const start = view.getUint32(entry + 8)
    if (view.getUint32(entry) === 0x68656164) {
      head = start
      view.setUint32(start + 8, 0)
    }
    view.setUint32(entry + 4, sumOf(view, start, view.getUint32(entry + 12)))
  }
  if (head !== undefined) view.setUint32(head + 8, (0xB1B0AFBA - sumOf(view, 0, font.byteLength)) >>> 0)
}

/** Of words of four bytes, the last filled with zeros; tables are padded so. */
function sumOf(view: DataView, start: number, length: number): number {
  let sum = 0
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
