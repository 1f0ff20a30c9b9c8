/** Two folders change places in one step, where the system can; elsewhere in two renames with a way back. */
import {execFile} from 'node:child_process'
import {lstat, rename} from 'node:fs/promises'
import {promisify} from 'node:util'

const run = promisify(execFile)

/** renameat2(2) with RENAME_EXCHANGE: Node has no call for it, perl is on every Debian, and `mv --exchange` is too new. */
const systemCall: Partial<Record<string, number>> = {x64: 316, arm64: 276}
const program = 'exit(syscall($ARGV[0]+0, -100, $ARGV[1], -100, $ARGV[2], 2) == 0 ? 0 : 1)'

/** @param staged Becomes `folder`; afterwards the old folder stands at `staged`, or nowhere if there was none.
 * @param aside Where the old folder waits between two renames. */
export async function exchangeFolders(staged: string, folder: string, aside: string): Promise<void> {
  if (!(await exists(folder))) {
    await rename(staged, folder)
    return
  }
  const number = process.platform === 'linux' ? systemCall[process.arch] : undefined
  if (number !== undefined && (await run('perl', ['-e', program, String(number), staged, folder], {timeout: 10_000}).then(() => true, () => false))) return
  await rename(folder, aside)
  try {
    await rename(staged, folder)
  } catch (error) {
    await rename(aside, folder)
    throw error
  }
  await rename(aside, staged)
}

/** After a kill between the two renames: the old folder goes back. */
export async function restoreFolder(aside: string, folder: string): Promise<void> {
  if ((await exists(aside)) && !(await exists(folder))) await rename(aside, folder)
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(() => true, () => false)
}
