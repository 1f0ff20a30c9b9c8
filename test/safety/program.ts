/** The compiled program as a child: what users run. */
import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..', '..')
export const cli = path.join(root, process.env.BANBEN_LIB || 'lib', 'cli.js')
export const compiled = existsSync(cli)

/** `processor`: seconds of all its threads; NaN where it was ended from outside. */
export interface Ended {code: number | null; output: string; seconds: number; processor: number}

/** Tells the processor's time when the program ends, over a channel of its own. */
const watch = `import {isMainThread} from 'node:worker_threads'
import {writeSync} from 'node:fs'
if (isMainThread) process.on('exit', () => { const {user, system} = process.cpuUsage(); try { writeSync(3, String((user + system) / 1e6)) } catch {} })`

/** @param wrap Words before the command: another program that runs it. */
export function banben(words: string[], {cwd, environment = {}, wrap = [], seconds = 60}: {cwd: string; environment?: Record<string, string>; wrap?: string[]; seconds?: number}): Promise<Ended> {
  const start = performance.now()
  const [command = process.execPath, ...rest] = [...wrap, process.execPath, cli, ...words]
  return new Promise((resolve) => {
    const child = spawn(command, rest, {cwd, env: {...process.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(watch)}`, LANG: 'en_US.UTF-8', LC_ALL: '', ...environment}, stdio: ['ignore', 'pipe', 'pipe', 'pipe']})
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    let output = ''
    let used = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => { output += chunk })
    child.stdio[3]?.on('data', (chunk) => { used += chunk })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({code, output, seconds: (performance.now() - start) / 1000, processor: Number.parseFloat(used)})
    })
  })
}
