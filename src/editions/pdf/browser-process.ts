/** The browser as a process: started with pipes, never a port; ended as a group; never left behind.
 *
 * Its pipe closes when we die, however we die, and the browser ends with its pipe. A shell that waits for it
 * then removes the folder: nobody else is left to do so after SIGKILL. */
import {type ChildProcess, spawn} from 'node:child_process'
import type {Readable, Writable} from 'node:stream'
import path from 'node:path'
import type {FoundBrowser} from './find-browser.ts'
import {closeRunFolder, openRunFolder, writeFontConfig} from './run-folder.ts'

export interface BrowserProcess {
  /** Private folder of the run. */
  folder: string
  /** Commands to the browser, each ended by a zero byte. */
  commands: Writable
  answers: Readable
  /** Resolves when the browser has ended, with the last it said. */
  ended: Promise<string>
  /** Idempotent; returns when the group was told to end. The folder goes when the group has, at the latest when we end. */
  stop(): void
}

/** No network, no GPU, nothing in the background; colours and hinting alike on every machine.
 *
 * Incognito: no profile of 66 files is written, which then had to be removed while the file was finished. Without a rasterizer no
 * library for one is loaded; a print needs none. */
export const flags = [
  '--headless', '--remote-debugging-pipe', '--disable-gpu', '--disable-software-rasterizer', '--no-first-run', '--no-default-browser-check', '--no-service-autorun', '--no-pings', '--hide-scrollbars', '--mute-audio',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps', '--disable-extensions', '--disable-breakpad', '--disable-crash-reporter', '--disable-dev-shm-usage', '--disable-quic', '--incognito',
  '--host-resolver-rules=MAP * ~NOTFOUND', '--proxy-server=127.0.0.1:9', '--proxy-bypass-list=<-loopback>',
  '--in-process-gpu', '--enable-features=NetworkServiceInProcess2', // two processes fewer to start, some 30 MB
  '--force-color-profile=srgb', '--font-render-hinting=none', '--lang=en-US',
]

/** @param sandbox Off for root, who has none, and where the machine refuses it.
 * @param fonts Folder of the one font that stands in for all system fonts. */
export function startBrowser(browser: FoundBrowser, {sandbox, fonts}: {sandbox: boolean; fonts: string}): BrowserProcess {
  const folder = openRunFolder()
  const profile = path.join(folder, 'profile')
  const args = [...flags, ...(sandbox ? [] : ['--no-sandbox', '--no-zygote']), `--user-data-dir=${profile}`, 'about:blank']
  const env = environmentOf(folder, fonts)
  // The shell outlives SIGTERM and removes the folder, even if we are killed meanwhile; `:`, since what is ignored stays so in the browser.
  const [command, words] = process.platform === 'win32' ? [browser.path, args] : ['/bin/sh', ['-c', 'trap : TERM; run=$1; shift; "$@"; rm -rf -- "$run"', 'banben', folder, browser.path, ...args]]
  const child = spawn(command, words, {detached: process.platform !== 'win32', stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], env, cwd: folder})
  const ended = endOf(child)
  return {folder, commands: child.stdio[3] as Writable, answers: child.stdio[4] as Readable, ended, stop: stopper(child, folder, ended)} // stdio says pipe, so both are streams
}

/** Nothing of the machine's own settings reaches a page. */
export function environmentOf(folder: string, fonts: string): NodeJS.ProcessEnv {
  const profile = path.join(folder, 'profile')
  return {...process.env, HOME: profile, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile, TMPDIR: folder, TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', FONTCONFIG_FILE: writeFontConfig(folder, fonts)}
}

/** Milliseconds that a browser may take to end when it is asked to. */
const grace = 500

/** A browser that is dying still writes into its folder: to remove it at once took 50 ms and more, which the finish may use. */
function stopper(child: ChildProcess, folder: string, ended: Promise<string>): () => void {
  let stopped = false
  const stop = () => {
    if (stopped) return
    stopped = true
    endGroup(child, 'SIGTERM')
    const late = setTimeout(() => endGroup(child), grace)
    void ended.then(() => {
      clearTimeout(late)
      clean()
    })
  }
  const clean = () => {
    process.off('exit', last)
    closeRunFolder(folder)
  }
  const last = () => {
    stop()
    endGroup(child)
    clean()
  }
  process.on('exit', last)
  return stop
}

export function endGroup(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): void {
  if (child.pid === undefined || child.exitCode !== null) return
  try {
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, signal)
  } catch {
    return // it has ended by itself
  }
}

function endOf(child: ChildProcess): Promise<string> {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('latin1')).slice(-4000)
  })
  for (const stream of child.stdio) stream?.on('error', () => undefined) // a broken pipe is told by the end
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', () => resolve(said.trim()))
  })
}
