/** Results kept by the hash of all that they depend on. */
import {createHash, randomBytes} from 'node:crypto'
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import path from 'node:path'

/** Raise when the making changes, so that old results are not found. */
const version = '1'

/** @param cache Folder, or undefined: make it anew.
 * @param key Everything the result depends on. */
export async function keptOr(cache: string | undefined, key: string[], make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  if (cache === undefined) return make()
  const hash = createHash('sha256').update(JSON.stringify([version, ...key])).digest('hex')
  const file = path.join(cache, 'fonts', `${hash}.ttf`)
  try {
    return await readFile(file)
  } catch {
    const data = await make()
    await keep(file, data)
    return data
  }
}

/** A cache that cannot be written is no fault of the book: the result is then made each time. */
async function keep(file: string, data: Uint8Array): Promise<void> {
  const part = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await mkdir(path.dirname(file), {recursive: true})
    await writeFile(part, data)
    await rename(part, file) // readers see all of it or none
  } catch {
    return
  }
}
