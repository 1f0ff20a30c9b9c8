/** The one folder that a manuscript may read from: paths as authors write them → bytes, or why not.
 *
 * Every path is followed to what it really is before it is opened, so that neither `..`, an absolute path nor a symbolic
 * link leads out; only plain files are read, since a device or a pipe never ends. */
import {constants, promises as fs, realpathSync} from 'node:fs'
import path from 'node:path'

/** `outside` of the folder, `missing`, `no-file` (a folder, a device …), `large`, `unreadable`. */
export type Refusal = 'outside' | 'missing' | 'no-file' | 'large' | 'unreadable'

export type Read = {data: Buffer; path: string} | {refused: Refusal; bytes?: number}

export interface Folder {
  /** Absolute, with symbolic links resolved. */
  root: string
  /** @param name Relative to the folder. @param limit Bytes. @returns Bytes, and the path relative to the folder with `/`. */
  read(name: string, limit: number): Promise<Read>
  /** What was read of it so far. */
  opened: ReadonlySet<string>
  /** Plain files below the folder with `/`, hidden ones and packages left out. */
  list(): Promise<string[]>
}

/** Depth and number of files that are looked at: a book is no file system. */
const deepest = 8
const most = 20_000

export function openFolder(folder: string): Folder {
  const root = realpathSync(folder)
  const opened = new Set<string>()
  return {
    root,
    opened,
    read: async (name, limit) => {
      const read = await readInside(root, name, limit)
      if ('path' in read) opened.add(read.path)
      return read
    },
    list: () => listFiles(root),
  }
}

async function readInside(root: string, name: string, limit: number): Promise<Read> {
  const written = name.replaceAll('\\', '/') // as Windows writes paths
  if (name.includes('\0') || path.posix.isAbsolute(written) || path.win32.isAbsolute(written)) return {refused: 'outside'}
  const asked = path.resolve(root, written)
  if (!isInside(root, asked)) return {refused: 'outside'}
  const real = await realpathOf(asked)
  if (real === undefined) return {refused: 'missing'}
  if (!isInside(root, real)) return {refused: 'outside'}
  try {
    // O_NONBLOCK: opening a pipe must not wait; O_NOFOLLOW: what was resolved above is what is opened.
    const file = await fs.open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    try {
      const entry = await file.stat()
      if (!entry.isFile()) return {refused: 'no-file'}
      if (entry.size > limit) return {refused: 'large', bytes: entry.size}
      return {data: await file.readFile(), path: path.relative(root, real).split(path.sep).join('/')}
    } finally {
      await file.close()
    }
  } catch {
    return {refused: 'unreadable'}
  }
}

/** macOS stores decomposed names, authors type composed ones. */
async function realpathOf(asked: string): Promise<string | undefined> {
  for (const form of [asked, asked.normalize('NFC'), asked.normalize('NFD')]) {
    try {
      return await fs.realpath(form)
    } catch {
      // the next form
    }
  }
  return undefined
}

function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, file)
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}

async function listFiles(root: string): Promise<string[]> {
  const found: string[] = []
  const look = async (folder: string, depth: number): Promise<void> => {
    if (depth > deepest || found.length >= most) return
    const entries = await fs.readdir(path.join(root, folder), {withFileTypes: true}).catch(() => [])
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) await look(name, depth + 1)
      else if (entry.isFile() || entry.isSymbolicLink()) found.push(name)
    }
  }
  await look('', 0)
  return found.slice(0, most)
}
