/** Bounds the folder of results by content. Writers keep results there by hash; nothing in it is needed. */
import {readdir, rm, stat} from 'node:fs/promises'
import path from 'node:path'

/** Bytes that may stay: some hundred books. */
const room = 256 * 2 ** 20

/** Remove the oldest results until the rest fits. Never throws: another run may be removing too.
 * @param limit Bytes (default 256 MiB). @returns Bytes removed. */
export async function trimCache(folder: string, limit = room): Promise<number> {
  const files = await listFiles(folder)
  let excess = files.reduce((sum, {size}) => sum + size, 0) - limit
  let removed = 0
  for (const {file, size} of files.toSorted((a, b) => a.modified - b.modified)) {
    if (excess <= 0) break
    await rm(file, {force: true}).catch(() => undefined) // in use on Windows: the next run will try again
    excess -= size
    removed += size
  }
  return removed
}

async function listFiles(folder: string): Promise<{file: string; size: number; modified: number}[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []) // no folder, no results
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const found = await Promise.all(files.map(async (file) => {
    const entry = await stat(file).catch(() => undefined) // gone since it was listed
    return entry ? [{file, size: entry.size, modified: entry.mtimeMs}] : []
  }))
  return found.flat()
}
