/** The browser as puppeteer starts it: the way where the fast one cannot be had (Windows, no browser that we know of), and
 * the second try after it failed. puppeteer then looks into its own cache, and ends the browser with us. */
import {rmSync} from 'node:fs'
import path from 'node:path'
import {type BrowserProcess, endGroup, environmentOf, flags} from './browser-process.ts'
import type {FoundBrowser} from './find-browser.ts'
import {PressError} from './press-error.ts'
import {closeRunFolder, openRunFolder} from './run-folder.ts'
import type {Wire} from './wire.ts'

export interface Launched {
  running: Pick<BrowserProcess, 'folder' | 'ended' | 'stop'>
  wire: Wire
}

/** @param browser undefined: the one that puppeteer finds. */
export async function launchBrowser(browser: FoundBrowser | undefined, {sandbox, fonts, seconds, signal}: {sandbox: boolean; fonts: string; seconds: number; signal: AbortSignal}): Promise<Launched> {
  const {default: puppeteer} = await import('puppeteer')
  const folder = openRunFolder()
  const clean = () => closeRunFolder(folder)
  try {
    const launched = await puppeteer.launch({
      ...(browser ? {executablePath: browser.path} : {}),
      headless: 'shell', pipe: true, timeout: seconds * 1000, protocolTimeout: 0, signal, defaultViewport: null,
      userDataDir: path.join(folder, 'profile'), env: environmentOf(folder, fonts),
      args: [...flags, ...(sandbox ? [] : ['--no-sandbox', '--no-zygote'])],
    })
    const child = launched.process()
    const ended = new Promise<string>((resolve) => child?.once('exit', () => resolve('')))
    const stop = () => {
      process.off('exit', stop)
      launched.disconnect().catch(() => undefined) // it may have gone by itself
      if (child) endGroup(child)
      clean()
      void ended.then(clean) // what it wrote until it was gone
    }
    process.on('exit', stop)
    const [page = await launched.newPage()] = await launched.pages()
    return {running: {folder, ended, stop}, wire: {session: await page.createCDPSession(), version: () => launched.version()}}
  } catch (error) {
    rmSync(folder, {recursive: true, force: true})
    throw failureOf(error, signal)
  }
}

function failureOf(error: unknown, signal: AbortSignal): PressError {
  const told = error instanceof Error ? error.message : String(error)
  if (signal.aborted) return new PressError('aborted', '')
  if (/could not find (?:chrome|browser)/i.test(told)) return new PressError('missing', '')
  if (error instanceof Error && error.name === 'TimeoutError') return new PressError('late', 'start')
  const said = told.split(/^stderr:$/m)[1]?.split('TROUBLESHOOTING')[0] ?? told
  return new PressError('ended', said.trim().split('\n').at(-1) ?? '')
}
