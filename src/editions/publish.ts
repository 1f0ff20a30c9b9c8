/** Publishing: a book's folder is staged as a whole beside the old one, and the two are exchanged in one step.
 *
 * A build that is killed, or that finds the disk full, leaves the folder that was there; its litter goes at the next build.
 * Nothing else is left to be done meanwhile, so files are handled in this thread: of the dozen steps, each took longer to be handed to
 * another one than to be done. */
import {createHash, randomBytes} from 'node:crypto'
import {linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {copyFile} from 'node:fs/promises'
import path from 'node:path'
import type {Edition} from '../model/book.ts'
import {attempt} from './publish/attempt.ts'
import {exchangeFolders, restoreFolder} from './publish/exchange.ts'
import {acquireLock} from './publish/lock.ts'
import {makeFolder} from './publish/make-folder.ts'
import {type Manifest, type ManifestEntry, manifestName, printManifest, readManifest} from './publish/manifest.ts'

export type Published =
  /** Paths of the files, in the order of the editions. */
  | {paths: string[]}
  /** Why nothing was published: `ENOSPC`, `EROFS`, `EACCES` … */
  | {fault: string}

/** @param out Folder that holds one folder a book; made where it is missing.
 * @param inputs Hash over everything the editions were made from. */
export async function publish(out: string, name: string, editions: Edition[], {inputs, epoch}: {inputs: string; epoch: number}): Promise<Published> {
  try {
    makeFolder(path.resolve(out))
    const release = await acquireLock(path.join(out, `.banben-${name}.lock`))
    try {
      sweep(out, name)
      return {paths: await replaceFolder(out, name, editions, {inputs, epoch})}
    } finally {
      release()
    }
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException // all that fails here is a system call
    if (code === undefined) throw error
    return {fault: code}
  }
}

async function replaceFolder(out: string, name: string, editions: Edition[], {inputs, epoch}: {inputs: string; epoch: number}): Promise<string[]> {
  const folder = path.join(out, name)
  const staging = path.join(out, `${stem(name)}new-${randomBytes(6).toString('hex')}`)
  mkdirSync(staging) // not mkdtemp: what is published has the rights that the user's umask gives
  try {
    const entries = editions.map(({fileName, format, data}): ManifestEntry => ({file: fileName, format, bytes: data.byteLength, sha256: createHash('sha256').update(data).digest('hex'), inputs, epoch}))
    const carried = await carryOver(folder, staging, editions)
    for (const {fileName, data} of editions) writeFileSync(path.join(staging, fileName), data)
    writeFileSync(path.join(staging, manifestName), printManifest({book: name, editions: [...entries, ...carried]}))
    await exchangeFolders(staging, folder, path.join(out, `${stem(name)}old`))
  } finally {
    attempt(() => rmSync(staging, {recursive: true, force: true})) // or it is swept at the next build
  }
  return editions.map(({fileName}) => path.join(folder, fileName))
}

/** Files of formats that were not made now, unchanged, and whatever else people keep there. */
async function carryOver(folder: string, staging: string, editions: Edition[]): Promise<ManifestEntry[]> {
  const formats = new Set(editions.map(({format}) => format))
  const names = attempt(() => readdirSync(folder, {withFileTypes: true})) ?? []
  const manifest: Manifest = names.length === 0 ? {book: '', editions: []} : readManifest(attempt(() => readFileSync(path.join(folder, manifestName), 'utf8')) ?? '')
  const listed = new Map(manifest.editions.map((entry) => [entry.file, entry]))
  const carried: ManifestEntry[] = []
  for (const entry of names) {
    const known = listed.get(entry.name)
    const replaced = editions.some(({fileName}) => fileName === entry.name) || entry.name === manifestName || (known && formats.has(known.format))
    if (replaced || !entry.isFile()) continue
    await linkOrCopy(path.join(folder, entry.name), path.join(staging, entry.name))
    if (known) carried.push({...known, carried: true})
  }
  return carried
}

/** A hard link costs nothing and needs no space; some file systems have none. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  const linked = attempt(() => {
    linkSync(from, to)
    return true
  })
  if (!linked) await copyFile(from, to)
}

/** What killed builds left behind. The lock is ours, so none of it is in use. */
function sweep(out: string, name: string): void {
  restoreFolder(path.join(out, `${stem(name)}old`), path.join(out, name))
  for (const entry of readdirSync(out)) {
    if (entry.startsWith(stem(name))) rmSync(path.join(out, entry), {recursive: true, force: true})
  }
}

/** `~` is in no book's name, so that no book sweeps another's litter. */
const stem = (name: string) => `.banben-${name}~`
