/** One publisher of a book at a time, over processes: a file that only one can make. */
import {randomBytes} from 'node:crypto'
import {readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {hostname} from 'node:os'

/** A lock of another machine, whose processes cannot be seen, counts as left behind after this (milliseconds). */
const stale = 60_000
const patience = 60_000

/** @returns Gives the lock back. Throws `ELOCKED` when another build holds it for a minute. */
export async function acquireLock(file: string): Promise<() => Promise<void>> {
  const mine = JSON.stringify({pid: process.pid, host: hostname(), id: randomBytes(8).toString('hex')})
  const deadline = Date.now() + patience
  for (;;) {
    try {
      await writeFile(file, mine, {flag: 'wx'})
      return async () => {
        if ((await readFile(file, 'utf8').catch(() => '')) === mine) await rm(file, {force: true})
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // a failed write is a system error
    }
    if (await isLeft(file)) await takeAway(file)
    else if (Date.now() > deadline) throw Object.assign(new Error('locked'), {code: 'ELOCKED', path: file})
    else await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

async function isLeft(file: string): Promise<boolean> {
  const [text, entry] = await Promise.all([readFile(file, 'utf8').catch(() => undefined), stat(file).catch(() => undefined)])
  if (text === undefined || entry === undefined) return false // given back meanwhile
  const old = Date.now() - entry.mtimeMs > stale
  try {
    const {pid, host} = JSON.parse(text) as {pid: number; host: string} // written above
    return host === hostname() ? !isAlive(pid) : old
  } catch {
    return old || Date.now() - entry.mtimeMs > 2_000 // killed while it wrote
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // ESRCH: gone
  }
}

/** Renamed first: of two that find the same left lock, only one takes it away, and neither takes a new one. */
async function takeAway(file: string): Promise<void> {
  const taken = `${file.replace(/\.lock$/, '')}~lock-${randomBytes(8).toString('hex')}` // the name of litter: swept where a kill leaves it
  try {
    await rename(file, taken)
  } catch {
    return
  }
  if (await isLeft(taken)) await rm(taken, {force: true})
  else await rename(taken, file).catch(() => undefined)
}
