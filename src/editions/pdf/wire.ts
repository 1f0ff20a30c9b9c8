/** The wire from us to the browser's page: one session of puppeteer's connection. */
import type {CDPSession} from 'puppeteer'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {BrowserProcess} from './browser-process.ts'

export interface Wire {
  session: CDPSession
  /** As the browser says it: `HeadlessChrome/156.0.1.2`. */
  version(): Promise<string>
}

/** @param running A browser that was started with pipes. */
export async function openWire(running: BrowserProcess): Promise<Wire> {
  const [{Connection}, {pipeTransport}] = await Promise.all([import('puppeteer-core/lib/esm/puppeteer/cdp/Connection.js'), import('./pipe-transport.ts')])
  const connection = new Connection('', pipeTransport(running), 0, 0)
  const {targetInfos} = await connection.send('Target.getTargets')
  const known = targetInfos.find(({type}) => type === 'page')
  const targetId = known?.targetId ?? (await connection.send('Target.createTarget', {url: 'about:blank'})).targetId
  const session = await connection.createSession({...blank, ...known, targetId}) as unknown as CDPSession // the same class, declared in two files
  return {session, version: async () => (await connection.send('Browser.getVersion')).product}
}

/** What must be said of a target, and is not looked at. */
const blank = {type: 'page', title: '', url: 'about:blank', attached: false, canAccessOpener: false}

/** No scripts. Only files of the run's own folder may be read, whatever a style sheet asks for. */
export async function guardPage(session: CDPSession, folder: string): Promise<void> {
  const allowed = pathToFileURL(`${folder}${path.sep}`).href
  session.on('Fetch.requestPaused', ({requestId, request}) => {
    const own = request.url.startsWith(allowed) && !request.url.slice(allowed.length).includes('/')
    const answer = own ? session.send('Fetch.continueRequest', {requestId}) : session.send('Fetch.failRequest', {requestId, errorReason: 'AccessDenied'})
    answer.catch(() => undefined) // the page has gone: the step that waits for it reports
  })
  await Promise.all([session.send('Page.enable'), session.send('Emulation.setScriptExecutionDisabled', {value: true}), session.send('Fetch.enable', {patterns: [{urlPattern: '*'}]})])
}

/** An empty page of the run's own folder: what is filled in afterwards may ask for the files beside it, and no other process has to be
 * started for them.
 * @returns ID of its frame. */
export async function openPage(session: CDPSession, url: string): Promise<string> {
  const loaded = loadOf(session)
  const {frameId, errorText} = await session.send('Page.navigate', {url})
  if (errorText) throw new Error(errorText)
  await loaded
  return frameId
}

/** What is sent after the call finds the new page. Resolves when its images are there. */
export async function fillPage(session: CDPSession, frameId: string, html: string): Promise<void> {
  const loaded = loadOf(session)
  await session.send('Page.setDocumentContent', {frameId, html})
  await loaded
}

function loadOf(session: CDPSession): Promise<unknown> {
  return new Promise((resolve) => session.once('Page.loadEventFired', resolve))
}

/** Attribute of each element that holds a face, with the name of its file. The element is switched on when the file is there: a face that
 * was asked for before stays missing. */
export const lateFace = 'data-face'

/** Asked for by us, since nothing is laid out before the print: a face whose first character comes late in the text would then
 * come too late, and its text be printed as nothing, or drafts be broken by the measures of another font. */
export async function loadFace(session: CDPSession, fileName: string): Promise<void> {
  const holder = JSON.stringify(`[${lateFace}="${fileName}"]`)
  const {exceptionDetails} = await session.send('Runtime.evaluate', {expression: `document.querySelector(${holder}).removeAttribute('media'); Promise.allSettled(Array.from(document.fonts, (face) => face.load()))`, awaitPromise: true})
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
}
