/** Bounds the folder of results by content. Writers keep results there by hash; nothing in it is needed. */
import {readdir, rm, stat, writeFile} from 'node:fs/promises'
import path from 'node:path'

/** Bytes that may stay: some hundred books. */
const room = 256 * 2 ** 20

/** Written when the folder has been looked through: a look at a thousand results takes longer than a short build. */
const mark = 'trimmed'

/** Remove the oldest results until the rest fits. Never throws: another run may be removing too.
 * @param limit Bytes (default 256 MiB). @returns Bytes removed. */
export async function trimCache(folder: string, limit = room): Promise<number> {
  if (!(await hasGrown(folder))) return 0
  const files = await listFiles(folder)
  let excess = files.reduce((sum, {size}) => sum + size, 0) - limit
  let removed = 0
  for (const {file, size} of files.toSorted((a, b) => a.modified - b.modified)) {
    if (excess <= 0) break
    await rm(file, {force: true}).catch(() => undefined) // in use on Windows: the next run will try again
    excess -= size
    removed += size
  }
  if (files.length > 0) await writeFile(path.join(folder, mark), '').catch(() => undefined) // then the next run looks again
  return removed
}

/** Whether anything was written into its folders since the last look: each new file changes the time of its folder. */
async function hasGrown(folder: string): Promise<boolean> {
  const looked = await stat(path.join(folder, mark)).catch(() => undefined)
  if (!looked) return true
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => [])
  const folders = await Promise.all(entries.filter((entry) => entry.isDirectory()).map(({name}) => stat(path.join(folder, name)).catch(() => undefined)))
  return folders.some((entry) => entry !== undefined && entry.mtimeMs >= looked.mtimeMs)
}

async function listFiles(folder: string): Promise<{file: string; size: number; modified: number}[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []) // no folder, no results
  const files = entries.filter((entry) => entry.isFile() && entry.name !== mark).map((entry) => path.join(entry.parentPath, entry.name))
  const found = await Promise.all(files.map(async (file) => {
    const entry = await stat(file).catch(() => undefined) // gone since it was listed
    return entry ? [{file, size: entry.size, modified: entry.mtimeMs}] : []
  }))
  return found.flat()
}
