/** One publisher of a book at a time, over processes: a file that only one can make. */
import {randomBytes} from 'node:crypto'
import {readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {hostname} from 'node:os'
import {attempt} from './attempt.ts'

/** A lock of another machine, whose processes cannot be seen, counts as left behind after this (milliseconds). */
const stale = 60_000
const patience = 60_000

/** @returns Gives the lock back. Throws `ELOCKED` when another build holds it for a minute. */
export async function acquireLock(file: string): Promise<() => void> {
  const mine = JSON.stringify({pid: process.pid, host: hostname(), id: randomBytes(8).toString('hex')})
  const deadline = Date.now() + patience
  for (;;) {
    try {
      writeFileSync(file, mine, {flag: 'wx'})
      return () => {
        if (attempt(() => readFileSync(file, 'utf8')) === mine) rmSync(file, {force: true})
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // a failed write is a system error
    }
    if (isLeft(file)) takeAway(file)
    else if (Date.now() > deadline) throw Object.assign(new Error('locked'), {code: 'ELOCKED', path: file})
    else await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

function isLeft(file: string): boolean {
  const text = attempt(() => readFileSync(file, 'utf8'))
  const entry = attempt(() => statSync(file))
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
function takeAway(file: string): void {
  const taken = `${file.replace(/\.lock$/, '')}~lock-${randomBytes(8).toString('hex')}` // the name of litter: swept where a kill leaves it
  try {
    renameSync(file, taken)
  } catch {
    return
  }
  if (isLeft(taken)) rmSync(taken, {force: true})
  else attempt(() => renameSync(taken, file))
}
