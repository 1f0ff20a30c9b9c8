/** The book's own fonts as they are packed for the web → TrueType; all others stay as they are. */
import {inflateSync} from 'node:zlib'
import {expandFont} from './cut.ts'

/** Bytes that a font may have once it is unpacked, as WOFF2 decoders bound it. */
const largest = 64 * 2 ** 20

const unpacked = new WeakMap<Uint8Array, Promise<Uint8Array>>()

/** @returns Fonts by path; one that cannot be unpacked is still packed, and so is told as unusable. */
export async function unpackFonts(own: Map<string, Uint8Array>): Promise<Map<string, Uint8Array>> {
  return new Map(await Promise.all([...own].map(async ([path, data]) => [path, await unpackOnce(data)] as const)))
}

/** Each edition asks, and for each drawing again. */
function unpackOnce(data: Uint8Array): Promise<Uint8Array> {
  const known = unpacked.get(data) ?? unpack(data).catch(() => data)
  unpacked.set(data, known)
  return known
}

async function unpack(data: Uint8Array): Promise<Uint8Array> {
  const file = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  const kind = file.toString('latin1', 0, 4)
  if (kind === 'wOF2') return file.readUInt32BE(16) <= largest ? expandFont(file) : data
  return kind === 'wOFF' ? openWoff(file) : data
}

interface Table {tag: string; offset: number; packed: number; length: number; checksum: number}

/** WOFF 1.0 §4 and §5: tables by themselves, each deflated where that makes it smaller. */
function openWoff(file: Buffer): Uint8Array {
  const tables = Array.from({length: file.readUInt16BE(12)}, (_, index): Table => {
    const entry = 44 + 20 * index
    return {tag: file.toString('latin1', entry, entry + 4), offset: file.readUInt32BE(entry + 4), packed: file.readUInt32BE(entry + 8), length: file.readUInt32BE(entry + 12), checksum: file.readUInt32BE(entry + 16)}
  })
  const start = 12 + 16 * tables.length
  const size = tables.reduce((sum, {length}) => sum + padded(length), start)
  if (size > largest) throw new RangeError('a font of more than 64 MB')
  const font = Buffer.alloc(size)
  file.copy(font, 0, 4, 8)
  const power = Math.floor(Math.log2(Math.max(1, tables.length)))
  for (const [index, value] of [tables.length, 16 * 2 ** power, power, 16 * (tables.length - 2 ** power)].entries()) font.writeUInt16BE(value, 4 + 2 * index)
  let place = start
  for (const [index, {tag, offset, packed, length, checksum}] of tables.entries()) {
    const stored = file.subarray(offset, offset + packed)
    const table = packed < length ? inflateSync(stored, {maxOutputLength: length}) : stored
    if (table.length !== length) throw new RangeError(`a table of another length: ${tag}`)
    font.write(tag, 12 + 16 * index, 'latin1')
    for (const [at, value] of [checksum, place, length].entries()) font.writeUInt32BE(value, 16 + 16 * index + 4 * at)
    font.set(table, place)
    place += padded(length)
  }
  return font
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}
