/** A folder and the folders above it, where they are missing.
 *
 * Not `mkdir(…, {recursive: true})`: where a system says ENOENT below a folder that is there, as /proc does, Node asks for
 * ever whether it is there. This tries each name twice at most. */
import {mkdir, stat} from 'node:fs/promises'
import path from 'node:path'

/** @throws The system's error for the first name that cannot be made. */
export async function makeFolder(folder: string): Promise<void> {
  const code = await tryMake(folder)
  if (code === undefined) return
  const above = path.dirname(folder)
  if (code === 'ENOENT' && above !== folder) {
    await makeFolder(above)
    await mkdir(folder).catch(ignoreMade(folder))
  } else await ignoreMade(folder)(Object.assign(new Error(code), {code, path: folder}))
}

async function tryMake(folder: string): Promise<string | undefined> {
  return mkdir(folder).then(() => undefined, (error: NodeJS.ErrnoException) => error.code ?? 'EIO')
}

/** Another build may make it meanwhile; on some systems a root that exists is EISDIR, EPERM or EROFS. */
function ignoreMade(folder: string): (error: NodeJS.ErrnoException) => Promise<void> {
  return async (error) => {
    if (!(await stat(folder).then((entry) => entry.isDirectory(), () => false))) throw error
  }
}
