/** Two folders change places in one step, where the system can; elsewhere in two renames with a way back. */
import {execFile} from 'node:child_process'
import {lstatSync, renameSync} from 'node:fs'
import {promisify} from 'node:util'
import {attempt} from './attempt.ts'

const run = promisify(execFile)

/** renameat2(2) with RENAME_EXCHANGE: Node has no call for it, perl is on every Debian, and `mv --exchange` is too new.
 * prctl(2) with PR_SET_PDEATHSIG: should we be killed, perl must not exchange what the next build may be sweeping. */
const systemCalls: Partial<Record<string, {exchange: number; control: number}>> = {x64: {exchange: 316, control: 157}, arm64: {exchange: 276, control: 167}}
const program = 'syscall($ARGV[1]+0, 1, 9, 0, 0, 0); exit 1 if getppid() != $ARGV[2]; exit(syscall($ARGV[0]+0, -100, $ARGV[3], -100, $ARGV[4], 2) == 0 ? 0 : 1)'

/** @param staged Becomes `folder`; afterwards the old folder stands at `staged`, or nowhere if there was none.
 * @param aside Where the old folder waits between two renames. */
export async function exchangeFolders(staged: string, folder: string, aside: string): Promise<void> {
  if (!exists(folder)) {
    renameSync(staged, folder)
    return
  }
  const calls = process.platform === 'linux' ? systemCalls[process.arch] : undefined
  if (calls && (await run('perl', ['-e', program, String(calls.exchange), String(calls.control), String(process.pid), staged, folder], {timeout: 10_000}).then(() => true, () => false))) return
  renameSync(folder, aside)
  try {
    renameSync(staged, folder)
  } catch (error) {
    renameSync(aside, folder)
    throw error
  }
  renameSync(aside, staged)
}

/** After a kill between the two renames: the old folder goes back. */
export function restoreFolder(aside: string, folder: string): void {
  if (exists(aside) && !exists(folder)) renameSync(aside, folder)
}

function exists(file: string): boolean {
  return attempt(() => lstatSync(file)) !== undefined
}
