/** Results kept by the hash of all that they depend on. */
import {createHash, randomBytes} from 'node:crypto'
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {crc32} from 'node:zlib'

/** Raise when the making changes, so that old results are not found. */
const version = '2'

/** Bytes of the sum behind each result: a disk that was full or a machine that stopped leaves files that are torn. */
const sumLength = 4

/** @param cache Folder, or undefined: make it anew.
 * @param key Everything the result depends on. */
export async function keptOr(cache: string | undefined, key: string[], make: () => Promise<Uint8Array>, room: Room = 'fonts'): Promise<Uint8Array> {
  const known = await readKept(cache, room, key)
  if (known) return known
  const data = await make()
  await keep(cache, room, key, data)
  return data
}

/** @param room Folder in the cache. @returns undefined where nothing is kept. */
export async function readKept(cache: string | undefined, room: Room, key: string[]): Promise<Uint8Array | undefined> {
  if (cache === undefined) return undefined
  const file = await readFile(fileOf(cache, room, key)).catch(() => undefined)
  if (!file || file.byteLength < sumLength) return undefined
  const data = file.subarray(0, file.byteLength - sumLength)
  return crc32(data) === file.readUInt32BE(data.byteLength) ? data : undefined
}

/** `pruned`: what every book needs of a font. `places`: what drafts told. `images`: also covers. */
export type Room = 'fonts' | 'pruned' | 'places' | 'images'

function fileOf(cache: string, room: Room, key: string[]): string {
  return path.join(cache, room, createHash('sha256').update(JSON.stringify([version, ...key])).digest('hex'))
}

/** A cache that cannot be written is no fault of the book: the result is then made each time. */
export async function keep(cache: string | undefined, room: Room, key: string[], data: Uint8Array): Promise<void> {
  if (cache === undefined) return
  const file = fileOf(cache, room, key)
  const part = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await mkdir(path.dirname(file), {recursive: true})
    const sum = Buffer.alloc(sumLength)
    sum.writeUInt32BE(crc32(data))
    await writeFile(part, [data, sum])
    await rename(part, file) // readers see all of it or none
  } catch {
    return
  }
}
