/** No escape, seen by a real browser with scripts and a network of its own: no dialog, no request but that of the page.
 *
 * Pages are made as users get them; then whatever can be hovered, focused or opened is. `BANBEN_FULL=1` opens 500. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {type Browser, launch, type Page} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {findBrowser} from '../../src/editions/pdf/find-browser.ts'
import {makeHtml} from '../../src/editions/html/index.ts'
import {localeOf} from '../../src/locale/index.ts'
import {composeFiles} from '../fixture.ts'
import {full, record} from './figures.ts'
import {contextsOf, xssPayloads} from './payloads.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const found = findBrowser()
const context = {locale: localeOf('zh-CN'), cache: undefined, templates: path.join(root, 'templates'), signal: new AbortController().signal}
const all = xssPayloads()
const count = full ? Math.min(500, all.length) : 24
const payloads = all.filter((_, index) => Math.floor(((index + 1) * count) / all.length) > Math.floor((index * count) / all.length))

describe.skipIf(!found)(`${payloads.length} hostile pages in a browser`, () => {
  let browser: Browser
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'banben-test-'))
    browser = await launch({executablePath: found?.path ?? '', headless: found?.kind === 'shell' ? 'shell' : true, args: ['--no-sandbox', '--disable-dev-shm-usage'], userDataDir: path.join(folder, 'profile')})
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, {recursive: true, force: true, maxRetries: 5})
  })

  it('open no dialog and ask for nothing', {timeout: 1_200_000}, async () => {
    const faults: string[] = []
    for (const payload of payloads) {
      const {galley} = await composeFiles(contextsOf(payload))
      const page = new TextDecoder().decode((await makeHtml(galley, context)).data)
      for (const fault of await open(browser, folder, page)) faults.push(`${fault}   ← ${payload.slice(0, 80)}`)
    }
    expect(faults).toEqual([])
    record('Hostile pages opened in a browser: dialogs, requests', `0, 0 of ${payloads.length}`, '0')
  })

  it('would do both if nothing were sanitised', {timeout: 60_000}, async () => {
    const faults = await open(browser, folder, '<img src="http://127.0.0.1:9/x.png" onerror="alert(1)"><p tabindex=0 onfocus="alert(2)">x</p>')
    expect(faults.filter((fault) => fault.startsWith('dialog')).length).toBeGreaterThan(0)
    expect(faults.filter((fault) => fault.startsWith('request')).length).toBeGreaterThan(0)
  })
})

/** @returns What the page did that a page must not do. */
async function open(browser: Browser, folder: string, html: string): Promise<string[]> {
  const file = path.join(folder, 'page.html')
  writeFileSync(file, html)
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('dialog', (dialog) => {
    faults.push(`dialog ${dialog.message()}`)
    void dialog.dismiss().catch(() => undefined) // the page may be closed by then
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith('data:') && url !== `file://${encodeURI(file)}`) faults.push(`request ${url.slice(0, 80)}`)
  })
  page.on('popup', () => faults.push('popup'))
  try {
    await page.goto(`file://${encodeURI(file)}`, {waitUntil: 'load', timeout: 20_000})
    await touch(page)
  } finally {
    await page.close()
  }
  return faults
}

/** Every event that a handler of an author might wait for, short of following links. */
async function touch(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of Array.from(document.querySelectorAll('details'))) details.open = true
    for (const element of Array.from(document.querySelectorAll('body *'))) {
      for (const type of ['mouseover', 'mouseenter', 'pointerover', 'focus', 'toggle', 'animationstart', 'wheel']) element.dispatchEvent(new Event(type))
    }
  })
  await new Promise((resolve) => setTimeout(resolve, 20))
}
