import {getEventListeners} from 'node:events'
import {spawn} from 'node:child_process'
import {chmodSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {startBrowser} from '../../../src/editions/pdf/browser-process.ts'
import {findBrowser} from '../../../src/editions/pdf/find-browser.ts'
import {type Press, startPress} from '../../../src/editions/pdf/press.ts'
import {PressError} from '../../../src/editions/pdf/press-error.ts'
import {sweepRunFolders} from '../../../src/editions/pdf/run-folder.ts'
import {hasBrowser, inFolder} from './print.ts'

const posix = process.platform !== 'win32'

function recordOf(folder: string, script: string): string {
  const browser = path.join(folder, 'browser')
  writeFileSync(browser, `#!/bin/sh\n${script}\n`)
  chmodSync(browser, 0o755)
  const file = path.join(folder, 'browser.json')
  writeFileSync(file, JSON.stringify({path: browser}))
  return file
}

function runFolders(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`banben-run-${process.pid}-`))
}

/** A folder goes when its browser has. */
async function foldersLeft(): Promise<string[]> {
  for (let tries = 0; tries < 50 && runFolders().length > 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100))
  return runFolders()
}

async function failureOf(file: string, startSeconds: number): Promise<PressError> {
  const named = process.env.PUPPETEER_EXECUTABLE_PATH
  delete process.env.PUPPETEER_EXECUTABLE_PATH
  try {
    const press = await startPress({record: file, fonts: '/', signal: new AbortController().signal, startSeconds})
    press.stop()
    throw new Error('expected a failure')
  } catch (error) {
    if (error instanceof PressError) return error
    throw error
  } finally {
    if (named !== undefined) process.env.PUPPETEER_EXECUTABLE_PATH = named
  }
}

/** Blocks: nothing of ours runs meanwhile, as while a long book is finished. */
function waitBusily(done: () => boolean): boolean {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let tries = 0; tries < 200 && !done(); tries += 1) Atomics.wait(pause, 0, 0, 50)
  return done()
}

describe.skipIf(!posix)('a stopped browser', () => {
  it.each([
    ['ends when it is asked to', 'exec sleep 60', true],
    ['does not end', 'trap "" TERM\nwhile :; do sleep 0.1; done', false],
  ])('that %s: its folder goes, without us where it can', (_, script, alone) => inFolder(async (folder) => {
    recordOf(folder, `echo ready >&2\n${script}`)
    const running = startBrowser({path: path.join(folder, 'browser'), kind: 'shell'}, {sandbox: false, fonts: folder})
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(existsSync(running.folder)).toBe(true)
    running.stop()
    if (alone) expect(waitBusily(() => !existsSync(running.folder))).toBe(true)
    await running.ended
    expect(existsSync(running.folder)).toBe(false)
  }))
})

describe.skipIf(!posix)('a browser that is no browser', () => {
  it('that ends at once is tried once more, then told with what it said', () => inFolder(async (folder) => {
    const tries = path.join(folder, 'tries')
    const {kind, detail} = await failureOf(recordOf(folder, `echo x >> ${tries}; echo "no libraries" >&2; exit 3`), 20)
    expect([kind, detail]).toEqual(['ended', 'no libraries'])
    expect(readdirSync(folder)).toContain('tries')
    expect(await foldersLeft()).toEqual([])
  }))

  it('that hangs is ended at its limit', () => inFolder(async (folder) => {
    const {kind} = await failureOf(recordOf(folder, 'exec sleep 600'), 1)
    expect(kind).toBe('late')
    expect(await foldersLeft()).toEqual([])
  }))
})

describe.skipIf(!posix || !hasBrowser)('puppeteer itself', () => {
  const fonts = path.join(import.meta.dirname, '../../../node_modules/@expo-google-fonts/noto-sans-mono/400Regular')
  const printedBy = async (press: Press) => {
    try {
      await press.load({html: '<p>one</p>', images: [], fonts: []}, 60)
      await press.print({tagged: false, seconds: 60})
      await press.tidy(60) // and prints again
      return Buffer.from(await press.print({tagged: true, seconds: 60})).toString('latin1', 0, 5)
    } finally {
      press.stop()
    }
  }

  it('starts the browser where it is told to, and leaves nothing', async () => {
    expect(await printedBy(await startPress({fonts, way: 'launch', signal: new AbortController().signal}))).toBe('%PDF-')
    for (let tries = 0; tries < 100 && runFolders().length + browsersOf(process.pid).length > 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100))
    expect([runFolders(), browsersOf(process.pid)]).toEqual([[], []])
  }, 60_000)

  it('lets go of the signal when its browser has ended', async () => {
    const {signal} = new AbortController()
    const press = await startPress({fonts, signal})
    expect(getEventListeners(signal, 'abort')).toHaveLength(1)
    press.stop()
    await press.ended
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  }, 60_000)

  it('starts a browser that the fast way could not', () => inFolder(async (folder) => {
    const real = findBrowser()
    const file = recordOf(folder, `if [ ! -e ${folder}/tried ]; then touch ${folder}/tried; exit 3; fi; exec ${real?.path} "$@"`)
    const named = process.env.PUPPETEER_EXECUTABLE_PATH
    delete process.env.PUPPETEER_EXECUTABLE_PATH
    try {
      expect(await printedBy(await startPress({record: file, fonts, signal: new AbortController().signal}))).toBe('%PDF-')
    } finally {
      if (named !== undefined) process.env.PUPPETEER_EXECUTABLE_PATH = named
    }
    expect(readdirSync(folder)).toContain('tried')
  }), 60_000)
})

describe('the search for a browser', () => {
  it('prefers what the environment names, then what set-up wrote down', () => inFolder(async (folder) => {
    const file = recordOf(folder, 'exit 0')
    const own = path.join(folder, 'browser')
    expect(findBrowser(file, {env: {}})?.path).toBe(own)
    expect(findBrowser(file, {env: {PUPPETEER_EXECUTABLE_PATH: process.execPath}})?.path).toBe(process.execPath)
  }))

  it('finds nothing on a machine that has none', () => inFolder(async (folder) => {
    expect(findBrowser(path.join(folder, 'none.json'), {env: {}, platform: 'darwin', home: folder})?.path ?? 'none').toMatch(/none|Applications/)
  }))
})

describe.skipIf(!posix)('what a killed run leaves', () => {
  it('is swept by the next one, and a living run is left alone', () => inFolder(async (folder) => {
    const {mkdirSync} = await import('node:fs')
    mkdirSync(path.join(folder, 'banben-run-999999999-abc'))
    mkdirSync(path.join(folder, `banben-run-${process.pid}-abc`))
    mkdirSync(path.join(folder, 'other'))
    sweepRunFolders(folder)
    expect(readdirSync(folder).sort()).toEqual([`banben-run-${process.pid}-abc`, 'other'])
  }))

  it.skipIf(!hasBrowser).each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('after %s is neither a process nor a folder', async (signal) => {
    const {buildSync} = await import('esbuild')
    await inFolder(async (folder) => {
      const program = path.join(folder, 'program.mjs')
      const fonts = path.join(import.meta.dirname, '../../../node_modules/@expo-google-fonts/noto-sans-mono/400Regular')
      buildSync({
        stdin: {contents: `import {startPress} from './press.ts'; const press = await startPress({fonts: ${JSON.stringify(fonts)}, signal: new AbortController().signal}); console.log('ready'); setInterval(() => press, 1000)`, resolveDir: path.resolve(import.meta.dirname, '../../../src/editions/pdf'), loader: 'ts'},
        outfile: program, bundle: true, format: 'esm', platform: 'node', logLevel: 'silent',
        banner: {js: "import {createRequire as own} from 'node:module'; const require = own(import.meta.url);"},
      })
      const child = spawn(process.execPath, [program], {stdio: ['ignore', 'pipe', 'inherit']})
      await new Promise((resolve, reject) => {
        child.stdout.once('data', resolve)
        child.once('exit', () => reject(new Error('ended early')))
      })
      const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`banben-run-${child.pid}-`))
      expect(left()).toHaveLength(1)
      child.removeAllListeners('exit')
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await gone
      for (let tries = 0; tries < 100 && (left().length > 0 || browsersOf(child.pid).length > 0); tries += 1) await new Promise((resolve) => setTimeout(resolve, 100))
      expect([left(), browsersOf(child.pid)]).toEqual([[], []])
    })
  }, 60_000)
})

/** Processes whose profile is in the run folder of a process. */
function browsersOf(pid: number | undefined): string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((name) => {
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`banben-run-${pid}-`)
    } catch {
      return false
    }
  })
}
