/** A folder and the folders above it, where they are missing.
 *
 * Not `mkdir(…, {recursive: true})`: where a system says ENOENT below a folder that is there, as /proc does, Node asks for
 * ever whether it is there. This tries each name twice at most. */
import {mkdirSync, statSync} from 'node:fs'
import path from 'node:path'
import {attempt} from './attempt.ts'

/** @throws The system's error for the first name that cannot be made. */
export function makeFolder(folder: string): void {
  const error = tryMake(folder)
  if (!error) return
  const above = path.dirname(folder)
  if (error.code === 'ENOENT' && above !== folder) {
    makeFolder(above)
    const again = tryMake(folder)
    if (again) ignoreMade(folder, again)
  } else ignoreMade(folder, error)
}

function tryMake(folder: string): NodeJS.ErrnoException | undefined {
  try {
    mkdirSync(folder)
    return undefined
  } catch (error) {
    return error as NodeJS.ErrnoException // mkdirSync throws no other
  }
}

/** Another build may make it meanwhile; on some systems a root that exists is EISDIR, EPERM or EROFS. */
function ignoreMade(folder: string, error: NodeJS.ErrnoException): void {
  if (!attempt(() => statSync(folder))?.isDirectory()) throw error
}
