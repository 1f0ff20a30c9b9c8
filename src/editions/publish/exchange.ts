/** Two folders change places in one step, where the system can; elsewhere in two renames with a way back. */
import {execFile} from 'node:child_process'
import {lstat, rename} from 'node:fs/promises'
import {promisify} from 'node:util'

const run = promisify(execFile)

/** renameat2(2) with RENAME_EXCHANGE: Node has no call for it, perl is on every Debian, and `mv --exchange` is too new.
 * prctl(2) with PR_SET_PDEATHSIG: should we be killed, perl must not exchange what the next build may be sweeping. */
const systemCalls: Partial<Record<string, {exchange: number; control: number}>> = {x64: {exchange: 316, control: 157}, arm64: {exchange: 276, control: 167}}
const program = 'syscall($ARGV[1]+0, 1, 9, 0, 0, 0); exit 1 if getppid() != $ARGV[2]; exit(syscall($ARGV[0]+0, -100, $ARGV[3], -100, $ARGV[4], 2) == 0 ? 0 : 1)'

/** @param staged Becomes `folder`; afterwards the old folder stands at `staged`, or nowhere if there was none.
 * @param aside Where the old folder waits between two renames. */
export async function exchangeFolders(staged: string, folder: string, aside: string): Promise<void> {
  if (!(await exists(folder))) {
    await rename(staged, folder)
    return
  }
  const calls = process.platform === 'linux' ? systemCalls[process.arch] : undefined
  if (calls && (await run('perl', ['-e', program, String(calls.exchange), String(calls.control), String(process.pid), staged, folder], {timeout: 10_000}).then(() => true, () => false))) return
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
