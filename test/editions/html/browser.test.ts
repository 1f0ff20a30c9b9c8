/// <reference lib="dom" />
/** The page in a browser: previews by mouse, keyboard and finger; phone width; dark; axe-core. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {findBrowser} from '../../../src/editions/pdf/find-browser.ts'
import {everything, pageOf, templates} from './edition.ts'

const found = findBrowser()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const themes = ['academic', 'technical', 'brief']
const desktop = {width: 1280, height: 900}
const phone = {width: 360, height: 740, isMobile: true, hasTouch: true}

/** A call that has a preview: one of each kind is in the manuscript. */
const call = 'main section a[data-note]'
const shown = `.preview:popover-open`

describe.skipIf(!found)('the page in a browser', () => {
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'banben-html-'))
    for (const theme of themes) writeFileSync(path.join(folder, `${theme}.html`), (await pageOf({...everything, 'book.yml': `${everything['book.yml']}html: {theme: ${theme}}\n`})).html)
    browser = await puppeteer.launch({headless: 'shell', pipe: true, executablePath: found?.path ?? '', args: process.getuid?.() === 0 ? ['--no-sandbox'] : []})
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, {recursive: true, force: true})
  })

  async function open(viewport: Parameters<Page['setViewport']>[0], {theme = 'academic', dark = false, script = true} = {}): Promise<Page> {
    const page = await browser.newPage()
    await page.setJavaScriptEnabled(script)
    await page.setViewport(viewport)
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: dark ? 'dark' : 'light'}])
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (entry) => faults.push(entry.text()))
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) faults.push(request.url())
    })
    await page.goto(pathToFileURL(path.join(folder, `${theme}.html`)).href)
    expect(faults).toEqual([])
    return page
  }

  const text = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent?.trim() ?? '')

  it.each(['html/page.css', 'pdf/base.css'])('draws a rule between blocks, and none at the end of a section, by %s', async (sheet) => {
    const page = await browser.newPage()
    const style = readFileSync(path.join(templates, sheet), 'utf8')
    await page.setContent(`<style>${style}</style><main><section class="chapter"><h2>甲</h2><p>一</p><hr><p>二</p><hr><h3>子</h3><p>三</p><hr><section class="footnotes"></section></section><section class="chapter"><h2>乙</h2><p>四</p><hr></section></main>`)
    expect(await page.$$eval('hr', (rules) => rules.map((rule) => getComputedStyle(rule).display !== 'none'))).toEqual([true, false, false, false])
    await page.close()
  })

  it.each(['html/page.css', 'pdf/base.css', 'epub/base.css'])('marks a task by its box alone, by %s', async (sheet) => {
    const page = await browser.newPage()
    await page.setContent(`<style>${readFileSync(path.join(templates, sheet), 'utf8')}</style><main><ul class="contains-task-list"><li class="task-list-item"><span class="task">☑</span> 甲</li></ul><ul><li>乙</li></ul></main>`)
    expect(await page.$$eval('li', (items) => items.map((item) => getComputedStyle(item).listStyleType))).toEqual(['none', 'disc'])
    await page.close()
  })

  it('shows a preview while the mouse is over a call or over the preview, and not after', async () => {
    const page = await open(desktop)
    await page.hover(call)
    await page.waitForSelector(shown, {timeout: 3000})
    expect((await text(page, shown)).length).toBeGreaterThan(0)
    await page.hover(shown)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await page.$(shown)).not.toBeNull() // WCAG 1.4.13: hoverable
    await page.mouse.move(640, 5)
    await page.waitForSelector(shown, {hidden: true, timeout: 3000})
    await page.close()
  })

  it('keeps every preview inside the window', async () => {
    const page = await open(desktop)
    for (const handle of (await page.$$(call)).slice(0, 8)) {
      await handle.focus()
      await page.keyboard.press('Shift')
      await handle.hover()
      await page.waitForSelector(shown, {timeout: 3000})
      const box = await page.$eval(shown, (element) => element.getBoundingClientRect().toJSON())
      expect(box.left).toBeGreaterThanOrEqual(0)
      expect(box.right).toBeLessThanOrEqual(desktop.width)
      expect(box.top).toBeGreaterThanOrEqual(0)
      expect(box.bottom).toBeLessThanOrEqual(desktop.height)
      await page.keyboard.press('Escape')
    }
    await page.close()
  })

  it('shows a preview on keyboard focus, hides it on Escape, keeps the focus and goes on by Tab', async () => {
    const page = await open(desktop)
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-describedby') ?? '')
    for (let presses = 0; presses < 80 && !(await focused()); presses += 1) await page.keyboard.press('Tab')
    const described = await focused()
    expect(described).not.toBe('')
    await page.waitForSelector(`[id="${described}"]:popover-open`, {timeout: 3000})
    await page.keyboard.press('Escape')
    await page.waitForSelector(shown, {hidden: true, timeout: 3000})
    expect(await focused()).toBe(described)
    const before = await page.evaluate(() => document.activeElement?.id)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe(before)
    await page.close()
  })

  it('describes each call by its preview, whether it is shown or not', async () => {
    const page = await open(desktop)
    const described = await page.$$eval(call, (links) => links.map((link) => document.getElementById(link.getAttribute('aria-describedby') ?? '')?.textContent?.trim() ?? ''))
    expect(described.length).toBeGreaterThan(0)
    expect(described.filter((description) => description === '')).toEqual([])
    await page.close()
  })

  it('shows a preview on the first tap and follows the link on the second', async () => {
    const page = await open(phone)
    await page.tap(call)
    await page.waitForSelector(shown, {timeout: 3000})
    expect(await page.evaluate(() => location.hash)).toBe('')
    await page.tap(call)
    await page.waitForFunction(() => location.hash !== '', {timeout: 3000})
    await page.close()
  })

  it.each([320, 360, 390, 768, 1280])('never scrolls sideways at %i pixels', async (width) => {
    for (const theme of themes) {
      const page = await open({...phone, width}, {theme})
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      const focusable = await page.$$eval('main .scroll, main pre', (boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => (box as HTMLElement).tabIndex))
      expect(focusable.every((index) => index === 0)).toBe(true)
      await page.close()
    }
  })

  it.each([desktop, phone])('is walked through by the keyboard alone, from the skip link to the end, each stop seen ($width pixels)', async (viewport) => {
    const page = await open(viewport)
    const wanted = await page.$$eval('main a[href], main [tabindex="0"], main summary', (stops) => stops.length)
    const seen: {name: string; inside: boolean; hidden: boolean; outline: string}[] = []
    for (let presses = 0; presses < 400; presses += 1) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return undefined
        const {width, height} = element.getBoundingClientRect()
        return {name: element.className || element.tagName, inside: element.closest('main') !== null, hidden: width === 0 || height === 0 || getComputedStyle(element).visibility === 'hidden', outline: getComputedStyle(element).outlineStyle}
      })
      if (!stop) break
      seen.push(stop)
    }
    expect(seen[0]?.name).toBe('skip')
    expect(seen.filter(({inside}) => inside).length).toBeGreaterThanOrEqual(wanted - 2) // links of a range share a place
    expect(seen.filter(({hidden, outline}) => hidden || outline === 'none')).toEqual([])
    await page.close()
  }, 60_000)

  it('jumps over the contents by the skip link', async () => {
    const page = await open(desktop)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    await page.close()
  })

  it('opens the contents on a phone, closes them by Escape, and gives the focus back', async () => {
    const page = await open(phone)
    await page.focus('.open-contents')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#contents:popover-open', {timeout: 3000})
    await page.keyboard.press('Escape')
    await page.waitForSelector('#contents:popover-open', {hidden: true, timeout: 3000})
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('open-contents')
    await page.close()
  })

  it('marks the section that is being read', async () => {
    const page = await open(desktop)
    await page.$eval('#c2-h2', (heading) => heading.scrollIntoView())
    await page.waitForFunction(() => document.querySelector('#contents [aria-current]')?.getAttribute('href') === '#c2-h2', {timeout: 3000})
    await page.close()
  })

  it('switches to dark and back, and says so', async () => {
    const page = await open(desktop)
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await paper()
    await page.click('.switch-theme')
    expect(await paper()).not.toBe(light)
    expect(await page.$eval('.switch-theme', (button) => button.getAttribute('aria-pressed'))).toBe('true')
    await page.click('.switch-theme')
    expect(await paper()).toBe(light)
    await page.close()
  })

  it.each(themes)('prints on white in the colours of the day, whatever the reader chose: %s', async (theme) => {
    const page = await open(desktop, {theme})
    const inks = () => page.$$eval('main :is(p, blockquote, code, .callout-title, figcaption)', (elements) => elements.map((element) => getComputedStyle(element).color))
    await page.emulateMediaType('print')
    const light = await inks()
    await page.$eval('html', (root) => { root.dataset.theme = 'dark' })
    expect(await inks()).toEqual(light)
    await page.close()
  })

  it('prints what is folded, and code to its end', async () => {
    const page = await browser.newPage()
    await page.setContent(`<style>${readFileSync(path.join(templates, 'html/page.css'), 'utf8')}</style><main><details><summary>甲</summary><p id="folded">乙</p></details><p>丙<details class="more"><summary>丁</summary><span id="places">戊</span></details></p><pre><code>${'x'.repeat(600)}</code></pre></main>`)
    const shownOf = (id: string) => page.$eval(`#${id}`, (element) => element.checkVisibility())
    expect(await shownOf('folded')).toBe(false)
    await page.emulateMediaType('print')
    expect([await shownOf('folded'), await shownOf('places')]).toEqual([true, false])
    expect(await page.$eval('pre', (box) => box.scrollWidth <= box.clientWidth)).toBe(true)
    await page.close()
  })

  it('gives every number of a folded range to the clipboard', async () => {
    const page = await browser.newPage()
    const {html} = await pageOf({'a.md': '# 甲\n\n文[[1-4]]。\n\n## 参考文献\n\n[1] 甲书. 2001.\n\n[2] 乙书. 2002.\n\n[3] 丙书. 2003.\n\n[4] 丁书. 2004.\n'})
    await page.setContent(html)
    const copied = await page.$eval('.citation', (element) => {
      getSelection()?.selectAllChildren(element)
      return String(getSelection())
    })
    expect(copied).toBe('[1, 2, 3, 4]')
    await page.close()
  })

  it('prints a table of many columns to its last one', async () => {
    for (const theme of themes) {
      const page = await open({width: 642, height: 900}, {theme}) // 170 mm of A4
      await page.emulateMediaType('print')
      const heads = Array.from({length: 18}, (_, index) => `<th class="words">Configuration${index}</th>`).join('')
      await page.$eval('main section', (section, row) => section.insertAdjacentHTML('beforeend', `<div class="scroll wide"><table><thead><tr>${row}</tr></thead></table></div>`), heads)
      expect(await page.$$eval('.scroll', (boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).length)).toBe(0)
      await page.close()
    }
  })

  it('marks where a link led to in forced colours, which take grounds and shadows away', async () => {
    const page = await open(desktop)
    const session = await page.createCDPSession()
    await session.send('Emulation.setEmulatedMedia', {features: [{name: 'forced-colors', value: 'active'}]})
    await page.$eval('main a[href^="#ref-"]', (link) => (link as HTMLElement).click())
    expect(await page.$eval('.reference:target', (element) => getComputedStyle(element).outlineStyle)).toBe('solid')
    await page.close()
  })

  it('covers no call by its own preview at the foot of a small window', async () => {
    const page = await open({width: 320, height: 256}) // 1280 pixels at 400 %: WCAG 1.4.10, 2.4.11
    const seen: boolean[] = []
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab')
      const state = await page.evaluate((shown) => {
        const box = document.querySelector(shown)?.getBoundingClientRect()
        const stop = document.activeElement?.getBoundingClientRect()
        return box && stop ? stop.bottom <= box.top : undefined
      }, shown)
      if (state !== undefined) seen.push(state)
    }
    expect(seen.length).toBeGreaterThan(3)
    expect(seen.every(Boolean)).toBe(true)
    await page.close()
  })

  it('reads without JavaScript', async () => {
    const page = await open(phone, {script: false})
    await page.tap(call)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(page.url()).toContain('#')
    await page.close()
  })

  const states = themes.flatMap((theme) => [false, true].flatMap((dark) => [desktop, phone].map((viewport) => ({theme, dark, viewport, name: `${theme}, ${dark ? 'dark' : 'light'}, ${viewport.width} pixels`}))))
  it.each(states)('has no fault that axe-core can find: $name', async ({theme, dark, viewport}) => {
    const page = await open(viewport, {theme, dark})
    await page.evaluate(axe)
    const faults = await page.evaluate(async () => {
      const {violations, passes} = await (window as unknown as {axe: {run(): Promise<{passes: unknown[]; violations: {id: string; nodes: {html: string; failureSummary: string}[]}[]}>}}).axe.run()
      if (passes.length < 20) return [`only ${passes.length} rules were run`]
      return violations.flatMap(({id, nodes}) => nodes.slice(0, 3).map(({html, failureSummary}) => `${id}: ${html.slice(0, 160)} ${failureSummary}`))
    })
    expect(faults).toEqual([])
    await page.close()
  })
})
