/** Linearised for viewing over a network, by qpdf where it is installed. */
import {spawn} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'

/** @returns undefined where there is no qpdf, or it takes longer than `seconds`. */
export async function linearize(data: Uint8Array, seconds: number): Promise<Uint8Array | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), 'banben-qpdf-'))
  try {
    const [from, to] = [path.join(folder, 'from.pdf'), path.join(folder, 'to.pdf')]
    await writeFile(from, data)
    const done = await run('qpdf', ['--linearize', '--deterministic-id', '--object-streams=generate', from, to], seconds)
    return done ? await readFile(to) : undefined
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** qpdf ends with 3 for warnings, which leave a good file. */
function run(command: string, args: string[], seconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {stdio: 'ignore', timeout: seconds * 1000, killSignal: 'SIGKILL'})
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0 || code === 3))
  })
}
