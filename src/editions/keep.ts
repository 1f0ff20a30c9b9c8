/** Results kept by the hash of all that they depend on. */
import {createHash, randomBytes} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {mkdir, rename, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {crc32} from 'node:zlib'

/** Raise when the making changes, so that old results are not found. */
const version = '2'

/** Bytes of the sum behind each result: a disk that was full or a machine that stopped leaves files that are torn. */
const sumLength = 4

/** Files that are still being written: nobody waits for them but the end of a build. */
const writing = new Set<Promise<void>>()

/** What is written later; undefined: at once. */
let held: (() => void)[] | undefined

/** Until `releaseKept`, nothing is written: handing a file to other threads takes this one half a millisecond, and of a short book there
 * are ten while a browser waits for it. */
export function holdKept(): void {
  held ??= []
}

export function releaseKept(): void {
  const begin = held ?? []
  held = undefined
  for (const write of begin) write()
}

/** Resolves when all that was to be kept is kept. */
export async function settleKept(): Promise<void> {
  releaseKept()
  await Promise.all(writing)
}

/** @param cache Folder, or undefined: make it anew.
 * @param key Everything the result depends on. */
export async function keptOr(cache: string | undefined, key: string[], make: () => Promise<Uint8Array>, room: Room = 'fonts'): Promise<Uint8Array> {
  const known = readKept(cache, room, key)
  if (known) return known
  const data = await make()
  keep(cache, room, key, data)
  return data
}

/** Read at one go: in the background, Node reads 3 MB of a font in seven pieces, each of which waits for all that goes on.
 * @param room Folder in the cache. @returns undefined where nothing is kept. */
export function readKept(cache: string | undefined, room: Room, key: string[]): Uint8Array | undefined {
  const file = cache === undefined ? undefined : readWhole(fileOf(cache, room, key))
  if (!file || file.byteLength < sumLength) return undefined
  const data = file.subarray(0, file.byteLength - sumLength)
  return crc32(data) === file.readUInt32BE(data.byteLength) ? data : undefined
}

function readWhole(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** `pruned`: what every book needs of a font. `places`: what drafts told. `images`: also covers. `words`: where those of headings end. */
export type Room = 'fonts' | 'pruned' | 'places' | 'images' | 'words'

function fileOf(cache: string, room: Room, key: string[]): string {
  return path.join(cache, room, createHash('sha256').update(JSON.stringify([version, ...key])).digest('hex'))
}

/** In the background, and not before `releaseKept` where that is waited for; `settleKept` waits for it. */
export function keep(cache: string | undefined, room: Room, key: string[], data: Uint8Array): void {
  if (cache === undefined) return
  const begin = () => {
    const written = write(fileOf(cache, room, key), data).finally(() => writing.delete(written))
    writing.add(written)
  }
  if (held) held.push(begin)
  else begin()
}

/** A cache that cannot be written is no fault of the book: the result is then made each time. */
async function write(file: string, data: Uint8Array): Promise<void> {
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
