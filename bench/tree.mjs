/** Peak memory of a command with all that it starts, browsers too: the sum of proportional set sizes, so that shared pages count once. */
import {spawn} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'

/** Milliseconds between looks. */
const pause = 40

/** @returns MB (a million bytes); undefined where the system does not tell (it is Linux that does), or the command fails. */
export function peakOfTree(command, {env = {}, cwd}) {
  if (process.platform !== 'linux') return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), {cwd, env: {...process.env, ...env}, stdio: 'ignore'})
    let peak = 0
    const timer = setInterval(() => { peak = Math.max(peak, memoryOf(child.pid)) }, pause)
    child.once('error', () => { clearInterval(timer); resolve(undefined) })
    child.once('exit', (code) => { clearInterval(timer); resolve(code === 0 ? (peak * 1024) / 1e6 : undefined) })
  })
}

/** Kilobytes of a process and its descendants. */
function memoryOf(root) {
  return [root, ...descendantsOf(root)].reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0)
}

/** @returns Process ids; none where the system does not tell. */
export function descendantsOf(root) {
  const children = new Map()
  for (const name of process.platform === 'linux' ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(read(`/proc/${name}/stat`).replace(/^.*\) \S+ /s, '').split(' ')[0])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const under = (pid) => (children.get(pid) ?? []).flatMap((child) => [child, ...under(child)])
  return under(root)
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // it has ended
  }
}
