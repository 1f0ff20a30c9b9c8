/** A private folder for one run: the browser's profile and the page that it prints. Gone when the run is. */
import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

const prefix = 'banben-run-'

/** Also removes what killed runs left: their process is no more. */
export function openRunFolder(): string {
  sweepRunFolders()
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`))
  mkdirSync(path.join(folder, 'profile'), {mode: 0o700})
  return folder
}

/** On a busy machine a browser that was killed still ends what it was writing, and so do we: the folder is not empty when it
 * should go. 50 ms more are waited each time, 1.8 s at most. Not by `maxRetries`: Node then lists the folder only once, and a
 * file that comes in between stays. What stays after all, the next run sweeps. */
export function closeRunFolder(folder: string): void {
  for (let wait = 0; wait <= 400; wait += 50) {
    if (wait > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait)
    try {
      rmSync(folder, {recursive: true, force: true})
      return
    } catch {} // once more
  }
}

export function sweepRunFolders(root = tmpdir()): void {
  for (const name of readdirSync(root)) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (owner !== undefined && !isAlive(Number(owner))) closeRunFolder(path.join(root, name))
  }
}

/** Fonts of the machine must not slip in: fontconfig sees one folder only. With no font at all a page prints empty. */
export function writeFontConfig(folder: string, fonts: string): string {
  const file = path.join(folder, 'fonts.conf')
  const escape = (text: string) => text.replace(/[&<>]/g, (character) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'})[character] ?? '')
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><dir>${escape(fonts)}</dir><cachedir>${escape(path.join(folder, 'fontconfig'))}</cachedir></fontconfig>\n`)
  return file
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
