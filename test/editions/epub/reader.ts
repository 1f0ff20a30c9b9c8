/** A reading system in a headless browser: foliate-js, served from the package to one page, with one book open. */
import {readFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import path from 'node:path'
import puppeteer, {type Browser, type Page} from 'puppeteer-core'

const foliate = path.resolve(import.meta.dirname, '../../../node_modules/foliate-js')
const types: Record<string, string> = {'.js': 'text/javascript', '.html': 'text/html', '.epub': 'application/epub+zip'}

const html = `<!doctype html><meta charset="utf-8"><style>html,body{margin:0;height:100%}foliate-view{display:block;height:100%}#pop{position:fixed;left:8%;right:8%;bottom:6%;height:38%;z-index:9;background:#fff;border:1px solid #888;border-radius:8px;box-shadow:0 6px 30px #0005}#pop:empty{display:none}</style>
<div id="pop"></div><script type="module">
import './view.js'
import {FootnoteHandler} from './footnotes.js'
const css = '@namespace epub "http://www.idpf.org/2007/ops";aside[epub|type~="footnote"]{display:none}'
const notes = new FootnoteHandler()
notes.addEventListener('before-render', ({detail: {view}}) => { view.addEventListener('load', () => {}); document.querySelector('#pop').replaceChildren(view) })
notes.addEventListener('render', ({detail: {view, type, hidden, target}}) => { view.renderer.setStyles?.('html,body{margin:0!important}'); globalThis.popped = {type, hidden, text: view.renderer.getContents()[0].doc.body.textContent.replace(/\\s+/g, ' ').trim(), href: location.href} })
const view = document.createElement('foliate-view')
document.body.append(view)
view.addEventListener('link', (event) => notes.handle(view.book, event)?.catch((error) => { globalThis.popped = {error: String(error)} }))
await view.open('/book.epub')
view.renderer.setAttribute('flow', 'paginated')
view.renderer.setAttribute('max-column-count', '1')
view.renderer.setStyles?.(css)
globalThis.view = view
globalThis.ready = true
</script>`

export interface Popped {type?: string | null; hidden?: boolean; text?: string; error?: string}
export interface Item {label?: string; href?: string; type?: string[]; subitems?: Item[]}

export class Reader {
  readonly #browser: Browser
  readonly #server: Server
  readonly page: Page
  constructor(browser: Browser, server: Server, page: Page) {
    this.#browser = browser
    this.#server = server
    this.page = page
  }

  navigation(): Promise<{toc: Item[]; landmarks: Item[]; pageList: Item[] | null; language: string; title: unknown; direction: string}> {
    return this.page.evaluate('({toc: view.book.toc, landmarks: view.book.landmarks, pageList: view.book.pageList ?? null, language: [view.book.metadata.language].flat()[0], title: view.book.metadata.title, direction: view.book.dir})') as never
  }

  /** @param href Relative to the package document. */
  async goTo(href: string): Promise<void> {
    await this.page.evaluate(`document.querySelector('#pop').replaceChildren(); view.goTo(${JSON.stringify(`OEBPS/${href}`)}).then(() => undefined)`)
    await this.page.waitForFunction('view.renderer.getContents()[0]?.doc?.fonts?.status === "loaded"', {timeout: 20_000})
  }

  /** Click what a selector finds in the open document, and wait for the pop-up. */
  async pop(selector: string): Promise<Popped> {
    await this.page.evaluate(`globalThis.popped = undefined; view.renderer.getContents()[0].doc.querySelector(${JSON.stringify(selector)}).click()`)
    await this.page.waitForFunction('globalThis.popped', {timeout: 10_000})
    await new Promise((resolve) => setTimeout(resolve, 300))
    return (await this.page.evaluate('globalThis.popped')) as Popped
  }

  async close(): Promise<void> {
    await this.#browser.close()
    this.#server.close()
  }
}

export async function openReader(book: Uint8Array, executablePath: string): Promise<Reader> {
  const server = createServer(({url = '/'}, response) => {
    const name = new URL(url, 'http://localhost').pathname
    response.setHeader('content-type', types[path.extname(name)] ?? 'text/html')
    try {
      response.end(name === '/' ? html : name === '/book.epub' ? book : readFileSync(path.join(foliate, path.normalize(name))))
    } catch {
      response.statusCode = 404
      response.end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await puppeteer.launch({executablePath, pipe: true, args: ['--no-sandbox', '--disable-dev-shm-usage']})
  const page = await browser.newPage()
  await page.setViewport({width: 700, height: 960})
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction('globalThis.ready', {timeout: 30_000})
  return new Reader(browser, server, page)
}
