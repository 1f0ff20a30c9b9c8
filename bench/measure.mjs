/** One run of a command: wall seconds; of a Node program also its own processor seconds and peak memory (not its children's). */
import {spawn} from 'node:child_process'
import {descendantsOf} from './tree.mjs'

/** @param settings.patience Seconds; what takes longer is ended, with all that it has started, or its browser would run on beside
 * those that come next. @param settings.stdout File descriptor for what the command prints. */
export async function measure(command, {patience, env = {}, cwd, stdout = 'ignore'}) {
  const node = command[0] === process.execPath
  const hook = node ? {NODE_OPTIONS: `--import=${new URL('memory.mjs', import.meta.url).href}`} : {}
  const start = process.hrtime.bigint()
  const child = spawn(command[0], command.slice(1), {cwd, env: {...process.env, ...hook, ...env}, stdio: ['ignore', stdout, 'pipe']})
  let said = ''
  child.stderr.on('data', (chunk) => { said += chunk })
  let late = false
  const timer = setTimeout(() => {
    late = true
    for (const pid of [child.pid, ...descendantsOf(child.pid)]) end(pid)
  }, patience * 1000)
  let seconds
  child.once('exit', () => { seconds = Number(process.hrtime.bigint() - start) / 1e9 }) // its end counts, not that of its pipe
  const {error, status} = await new Promise((resolve) => {
    child.once('error', (error) => resolve({error}))
    child.once('close', (status) => resolve({status}))
  })
  clearTimeout(timer)
  if (late) return {fault: `> ${patience} s`}
  if (error || status !== 0) return {fault: `failed: ${String(error?.message ?? said).replace(/^banben-bench .*$/m, '').trim().split('\n').at(-1)?.slice(0, 60)}`}
  const [, kilobytes = 0, microseconds = 0] = /^banben-bench (\d+) (\d+)$/m.exec(said) ?? []
  return {seconds, memory: Number(kilobytes) / 1024, cpu: Number(microseconds) / 1e6}
}

function end(pid) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
