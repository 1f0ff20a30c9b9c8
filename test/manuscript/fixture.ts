/** A folder of files for one test, gone after it. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {onTestFinished} from 'vitest'

/** @returns Absolute path of a folder named `name` in a folder of its own. */
export function folderOf(files: Record<string, string | Uint8Array>, name = 'book'): string {
  const above = mkdtempSync(path.join(tmpdir(), 'banben-test-'))
  onTestFinished(() => rmSync(above, {recursive: true, force: true}))
  const folder = path.join(above, name)
  mkdirSync(folder)
  for (const [file, data] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true})
    writeFileSync(path.join(folder, file), data)
  }
  return folder
}

/** 1 × 1 pixel. */
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
