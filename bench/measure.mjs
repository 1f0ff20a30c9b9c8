/** One run of a command: wall seconds, and the peak memory of its own process. */
import {spawnSync} from 'node:child_process'

/** @param settings.patience Seconds. @param settings.stdout File descriptor for what the command prints. */
export function measure(command, {patience, env = {}, cwd, stdout = 'ignore'}) {
  const node = command[0] === process.execPath
  const hook = node ? {NODE_OPTIONS: `--import=${new URL('memory.mjs', import.meta.url).href}`} : {}
  const start = process.hrtime.bigint()
  const {status, signal, error, stderr} = spawnSync(command[0], command.slice(1), {cwd, env: {...process.env, ...hook, ...env}, stdio: ['ignore', stdout, 'pipe'], timeout: patience * 1000, killSignal: 'SIGKILL', maxBuffer: 2 ** 28})
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (error?.code === 'ETIMEDOUT' || signal) return {fault: `> ${patience} s`}
  if (error || status !== 0) return {fault: `failed: ${String(error?.message ?? stderr).trim().split('\n').at(-1)?.slice(0, 60)}`}
  const kilobytes = Number(/^banben-bench-memory (\d+)$/m.exec(String(stderr))?.[1] ?? 0)
  return {seconds, memory: kilobytes / 1024}
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
