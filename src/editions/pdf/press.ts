/** The press: one browser page without network and JavaScript that is fed a document and prints it.
 *
 * puppeteer drives it. A browser that is known is started by us, and one session of puppeteer's connection talks to its
 * page: all of puppeteer takes 190 ms to load, and its pages ask a browser that has just started thirty things that a
 * print needs not. Where that cannot be, or fails, `puppeteer.launch` starts the browser.
 * It is started while the manuscript is still being read. */
import {writeFileSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {type BrowserProcess, startBrowser} from './browser-process.ts'
import {findBrowser, type FoundBrowser} from './find-browser.ts'
import {launchBrowser} from './launch-browser.ts'
import {PressError} from './press-error.ts'
import {fillPage, guardPage, loadFace, openPage, openWire, type Wire} from './wire.ts'

export interface Page {
  html: string
  images: {name: string; data: Uint8Array}[]
  fonts: PageFont[]
}

/** Made when it is first asked for: the browser reads the page meanwhile. */
export interface PageFont {name: string; make(): Promise<Uint8Array>}

/** A function of ours that needs a page. */
export type Tool = (...values: never[]) => unknown

/** Every step has a limit in seconds (`limits.printSeconds`). */
export interface Press {
  /** Show a document: the page and the files that it names. Its fonts are made while it is read. */
  load(page: Page, seconds: number): Promise<void>
  /** Run a function of ours in the page; the page's own scripts never run. */
  change<Value>(action: (value: Value) => void, value: Value, seconds: number): Promise<void>
  /** The same where the page is laid out as it will be printed, but for its pages.
   * @param tools Functions that the action is handed by name, whatever a bundler calls them. They may use each other. */
  measure<Value, Result>(action: (value: Value, tools: never) => Result, value: Value, tools: Record<string, Tool>, seconds: number): Promise<Result>
  print(options: {tagged: boolean; seconds: number}): Promise<Uint8Array>
  /** Free what the last print left. */
  tidy(seconds: number): Promise<void>
  /** Name and version: `Chromium 156.0.7204.49`. */
  version(seconds: number): Promise<string>
  stop(): void
  /** Resolves when the browser has ended; its folder is then gone. */
  ended: Promise<unknown>
}

export interface PressOptions {
  signal: AbortSignal
  /** Folder of the font that stands in for system fonts. */
  fonts: string
  /** File in which set-up wrote down the browser (default: that of this machine). */
  record?: string
  /** Seconds in which a browser must be there (default 60). */
  startSeconds?: number
  /** `launch`: by puppeteer at once. */
  way?: 'launch'
}

export async function startPress(options: PressOptions): Promise<Press> {
  const browser = findBrowser(options.record)
  const root = process.getuid?.() === 0
  if (!browser || process.platform === 'win32' || options.way === 'launch') return launchPress(browser, !root, options)
  try {
    return await connectPress(browser, !root, options)
  } catch (error) {
    if (options.signal.aborted || !(error instanceof PressError) || error.kind !== 'ended') throw error
    return againPress(browser, !root && !/sandbox/i.test(error.detail), options, error)
  }
}

/** Once more: it died, or the machine grants no sandbox. If in vain, the first failure is told: it holds what the browser said. */
async function againPress(browser: FoundBrowser, sandbox: boolean, options: PressOptions, first: PressError): Promise<Press> {
  try {
    return await launchPress(browser, sandbox, options)
  } catch (error) {
    throw error instanceof PressError && error.kind === 'ended' ? first : error
  }
}

const startLimit = 60

async function connectPress(browser: FoundBrowser, sandbox: boolean, options: PressOptions): Promise<Press> {
  const running = startBrowser(browser, {sandbox, fonts: options.fonts})
  return pressOf(running, () => openWire(running), options)
}

async function launchPress(browser: FoundBrowser | undefined, sandbox: boolean, options: PressOptions): Promise<Press> {
  const {running, wire} = await launchBrowser(browser, {sandbox, fonts: options.fonts, seconds: options.startSeconds ?? startLimit, signal: options.signal})
  return pressOf(running, async () => wire, options)
}

type Running = Pick<BrowserProcess, 'folder' | 'ended' | 'stop'>

async function pressOf(running: Running, open: () => Promise<Wire>, options: PressOptions): Promise<Press> {
  options.signal.addEventListener('abort', running.stop, {once: true})
  void running.ended.then(() => options.signal.removeEventListener('abort', running.stop))
  const within = bounded(running, options)
  const {startSeconds = startLimit} = options
  try {
    const wire = await within('start', open(), startSeconds)
    await within('start', guardPage(wire.session, running.folder), startSeconds)
    const blank = within('start', openBlank(wire, running), startSeconds)
    blank.catch(() => undefined) // who fills the page is told
    return feedPress(wire, {...running, blank}, within)
  } catch (error) {
    running.stop()
    await running.ended
    throw error
  }
}

/** While the manuscript is still being read. */
async function openBlank({session}: Wire, {folder}: Running): Promise<string> {
  const blank = path.join(folder, 'book.html')
  writeFileSync(blank, '<!doctype html>') // as each font below: handing it to a thread takes longer
  return openPage(session, pathToFileURL(blank).href)
}

type Within = <Value>(step: string, work: Promise<Value>, seconds: number) => Promise<Value>

function feedPress({session, version}: Wire, running: Running & {blank: Promise<string>}, within: Within): Press {
  const at = (name: string) => path.join(running.folder, name)
  return {
    async load({html, images, fonts}, seconds) {
      const [frame] = await Promise.all([running.blank, ...images.map(({name, data}) => writeFile(at(name), data))])
      const steps: Promise<void>[] = []
      const begin = (step: Promise<void>) => {
        step.catch(() => undefined) // all are looked at below
        steps.push(step)
      }
      begin(within('load', fillPage(session, frame, html), seconds))
      for (const {name, make} of fonts) { // one by one: each takes some milliseconds, and meanwhile the page takes in the one before
        writeFileSync(at(name), await make())
        begin(within('load', loadFace(session, name), seconds))
      }
      await Promise.all(steps)
    },
    async change(action, value, seconds) {
      const {exceptionDetails} = await within('change', session.send('Runtime.evaluate', {expression: `(${action.toString()})(${JSON.stringify(value)})`}), seconds)
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    },
    async measure<Value, Result>(action: (value: Value, tools: never) => Result, value: Value, tools: Record<string, Tool>, seconds: number): Promise<Result> {
      await within('measure', session.send('Emulation.setEmulatedMedia', {media: 'print'}), seconds)
      const {result, exceptionDetails} = await within('measure', session.send('Runtime.evaluate', {expression: `(() => {${Object.values(tools).map(String).join('\n')}\nreturn (${action.toString()})(${JSON.stringify(value)}, {${Object.entries(tools).map(([key, {name}]) => `${key}: ${name}`).join()}})})()`, returnByValue: true}), seconds)
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      await within('measure', session.send('Emulation.setEmulatedMedia', {media: ''}), seconds)
      return result.value as Result // by value: what the action returned, as JSON
    },
    async print({tagged, seconds}) {
      const {data} = await within('print', session.send('Page.printToPDF', {printBackground: true, preferCSSPageSize: true, generateTaggedPDF: tagged, generateDocumentOutline: tagged}), seconds)
      return Buffer.from(data, 'base64')
    },
    async tidy(seconds) {
      await within('tidy', session.send('HeapProfiler.collectGarbage'), seconds)
    },
    async version(seconds) {
      const said = await within('version', version(), seconds)
      return said.replace(/^(?:Headless)?Chrome\//, 'Chromium ')
    },
    stop: running.stop,
    ended: running.ended,
  }
}

/** A step that takes too long, or whose browser ends, ends with a clear error; nothing waits for ever. */
function bounded(running: Running, {signal}: PressOptions): Within {
  return async (step, work, seconds) => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new PressError('late', `${step}, ${seconds} s`)), seconds * 1000)
    })
    const gone = running.ended.then((said): never => {
      throw new PressError(signal.aborted ? 'aborted' : 'ended', said.split('\n').at(-1) ?? '')
    })
    work.catch(() => undefined) // when another one wins the race
    gone.catch(() => undefined)
    try {
      return await Promise.race([work, late, gone])
    } catch (error) {
      running.stop()
      throw error instanceof PressError ? error : new PressError(signal.aborted ? 'aborted' : 'ended', error instanceof Error ? error.message : String(error))
    } finally {
      clearTimeout(timer)
    }
  }
}
