/** One run of a command: wall seconds; of a Node program also its own processor seconds and peak memory (not its children's). */
import {spawnSync} from 'node:child_process'

/** @param settings.patience Seconds. @param settings.stdout File descriptor for what the command prints. */
export function measure(command, {patience, env = {}, cwd, stdout = 'ignore'}) {
  const node = command[0] === process.execPath
  const hook = node ? {NODE_OPTIONS: `--import=${new URL('memory.mjs', import.meta.url).href}`} : {}
  const start = process.hrtime.bigint()
  const {status, signal, error, stderr} = spawnSync(command[0], command.slice(1), {cwd, env: {...process.env, ...hook, ...env}, stdio: ['ignore', stdout, 'pipe'], timeout: patience * 1000, killSignal: 'SIGKILL', maxBuffer: 2 ** 28})
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (error?.code === 'ETIMEDOUT' || signal) return {fault: `> ${patience} s`}
  if (error || status !== 0) return {fault: `failed: ${String(error?.message ?? stderr).replace(/^banben-bench .*$/m, '').trim().split('\n').at(-1)?.slice(0, 60)}`}
  const [, kilobytes = 0, microseconds = 0] = /^banben-bench (\d+) (\d+)$/m.exec(String(stderr)) ?? []
  return {seconds, memory: Number(kilobytes) / 1024, cpu: Number(microseconds) / 1e6}
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
