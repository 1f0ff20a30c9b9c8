/// <reference lib="dom" />
/** Pages of a phone whose reader has doubled the size of the letters. */
import puppeteer, {type Browser} from 'puppeteer-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {findBrowser} from '../../../src/editions/pdf/find-browser.ts'
import {openFiles} from './edition.ts'

const found = findBrowser('')

describe.skipIf(!found)('in large print', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await puppeteer.launch({headless: 'shell', pipe: true, executablePath: found?.path ?? '', args: process.getuid?.() === 0 ? ['--no-sandbox'] : []})
  })
  afterAll(() => browser?.close())

  it.each(['zh-CN', 'en'])('the facts of the colophon have lines of words, not of letters (%s)', async (language) => {
    const {file} = await openFiles({'book.yml': `title: 一份带引注的中英文稿怎样成书\nlanguage: ${language}\nauthor: 某人\nepub: {fonts: none}\n`, 'a.md': '# 一\n\n文。\n\n# 二\n\n文。\n'})
    const page = await browser.newPage()
    await page.setViewport({width: 360, height: 640})
    await page.setContent(`<style>${file('style.css')}html{font-size:200%;margin:0 20px}</style>${file('colophon.xhtml').replace(/<\?xml[^>]*>|<link[^>]*>/g, '')}`)
    const cells = await page.$$eval('.colophon td', (found) => found.map((cell) => (cell as HTMLElement).clientWidth / Number.parseFloat(getComputedStyle(cell).fontSize)))
    expect(cells.length).toBeGreaterThan(3)
    expect(Math.min(...cells)).toBeGreaterThan(4)
    await page.close()
  })
})
