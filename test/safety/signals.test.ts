/** No orphans: a build that is ended while it prints leaves no browser, no folder and no process of its own. */
import {spawn} from 'node:child_process'
import {mkdirSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, it} from 'vitest'
import {findBrowser} from '../../src/editions/pdf/find-browser.ts'
import {folderOf} from '../manuscript/fixture.ts'
import {full, record} from './figures.ts'
import {cli, compiled} from './program.ts'

const hasBrowser = findBrowser() !== undefined
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const
const rounds = full ? 40 : 4
/** Long enough for two browsers at once. */
const twoQuires = Array.from({length: 4}, (_, index) => `# 第${index + 1}章\n\n${'这一段正文写得很长[[1]]。\n\n'.repeat(1500)}`).join('\n')
/** A loaded machine schedules late; the figures say what it took. */
const patience = full ? {browser: 2, node: 5} : {browser: 20, node: 20}

it.skipIf(process.platform !== 'linux' || !compiled || !hasBrowser)(`${rounds} builds ended by signals leave nothing`, {timeout: 1_200_000}, async () => {
  const slowest = {browser: 0, node: 0}
  let met = 0
  for (let round = 0; round < rounds; round++) {
    const long = (round + Math.floor(round / 4)) % 2 === 1
    const folder = folderOf({'a.md': long ? twoQuires : `# A\n\n${'正文[[1]]。\n\n'.repeat(2000)}`})
    const temporary = path.join(folder, 'tmp')
    mkdirSync(temporary)
    const signal = signals[round % 4] ?? 'SIGKILL'
    const child = spawn(process.execPath, [cli, 'build', 'a.md', '--format', 'pdf', '--no-cache'], {cwd: folder, env: {...process.env, TMPDIR: temporary}, stdio: 'ignore'})
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    await waitFor(() => browsersOf(temporary).length > 0 || child.exitCode !== null, 30)
    if (browsersOf(temporary).length > 0) met += 1
    await new Promise((resolve) => setTimeout(resolve, ((round * 7919) % 97) / 97 * (long ? 3000 : 1500)))
    const start = performance.now()
    child.kill(signal)
    await ended
    slowest.node = Math.max(slowest.node, (performance.now() - start) / 1000)
    const gone = await waitFor(() => browsersOf(temporary).length === 0 && foldersIn(temporary).length === 0, 30)
    expect(gone, `${signal} left ${browsersOf(temporary).length} processes and ${foldersIn(temporary).join(', ')}`).toBe(true)
    slowest.browser = Math.max(slowest.browser, (performance.now() - start) / 1000)
  }
  record(`Builds ended by a signal: browsers or folders left; slowest end of Node, of the last browser`, `0 of ${rounds} (${met} had a browser); ${slowest.node.toFixed(1)} s, ${slowest.browser.toFixed(1)} s`, '0; ≤ 5 s, ≤ 2 s after Node')
  expect(met).toBeGreaterThan(rounds / 2)
  expect(slowest.node).toBeLessThan(patience.node)
  expect(slowest.browser - slowest.node).toBeLessThan(patience.browser)
})

async function waitFor(done: () => boolean, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    if (done()) return true
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return done()
}

const foldersIn = (temporary: string) => readdirSync(temporary).filter((name) => name.startsWith('banben-'))

/** Processes whose profile is in a folder. A zombie has no command line. */
function browsersOf(temporary: string): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid)).filter((name) => {
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`=${temporary}`)
    } catch {
      return false
    }
  })
}
