/** Files in memory → the PDF edition, and what three readers would see in it. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {makePdf} from '../../../src/editions/pdf/index.ts'
import {findBrowser} from '../../../src/editions/pdf/find-browser.ts'
import {localeOf} from '../../../src/locale/index.ts'
import type {Edition, Galley} from '../../../src/model/book.ts'
import {composeFiles} from '../../fixture.ts'

const root = path.resolve(import.meta.dirname, '../../..')
export const templates = path.join(root, 'templates')
export const hasBrowser = findBrowser() !== undefined

/** Fonts are kept beside those of the build, so that tests do not prune them anew. */
export const cache = path.join(root, '.cache', 'banben')

export async function printGalley(galley: Galley): Promise<Edition> {
  return makePdf(galley, {locale: localeOf(galley.config.language), cache, templates, signal: new AbortController().signal})
}

export async function printFiles(files: Record<string, string>): Promise<Edition> {
  const {galley} = await composeFiles(files)
  return printGalley(galley)
}

export interface ReadPage {
  /** As a viewer calls it. */
  label: string
  /** Pieces of text with their places in points, from the lower left corner. */
  items: {text: string; x: number; y: number; width: number}[]
  links: {rect: [number, number, number, number]; dest?: string; url?: string}[]
  height: number
}

export interface ReadPdf {pages: ReadPage[]; pageOf: Map<string, number>; text: string}

/** By pdf.js. */
export async function readPdf(data: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({data: Uint8Array.from(data), useSystemFonts: false, verbosity: 0}).promise
  const labels = await pdf.getPageLabels() ?? []
  const pages: ReadPage[] = []
  const pageOf = new Map<string, number>()
  for (const [name, dest] of Object.entries(await pdf.getDestinations())) pageOf.set(name, await pdf.getPageIndex((dest as never)[0])) // pdf.js types destinations as unknown
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const {items} = await page.getTextContent()
    const annotations: {rect: [number, number, number, number]; dest?: string; url?: string}[] = await page.getAnnotations()
    pages.push({
      label: labels[number - 1] ?? '',
      items: items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [{text: item.str, x: item.transform[4], y: item.transform[5], width: item.width}] : [])),
      links: annotations.map(({rect, dest, url}) => ({rect, ...(typeof dest === 'string' ? {dest} : {}), ...(url ? {url} : {})})),
      height: page.view[3] ?? 0,
    })
  }
  await pdf.destroy()
  return {pages, pageOf, text: pages.flatMap(({items}) => items.map(({text}) => text)).join('')}
}

/** Text printed under a link. */
export function textUnder({items}: ReadPage, [left, bottom, right, top]: [number, number, number, number]): string {
  return items.filter(({x, y, width}) => x + width / 2 >= left && x + width / 2 <= right && y >= bottom - 1 && y <= top).map(({text}) => text).join('').trim()
}

/** The number printed in the foot or head of a page: the lone roman or arabic numeral there. */
export function printedFolio({items, height}: ReadPage): string | undefined {
  return items.filter(({y, text}) => (y < height * 0.09 || y > height * 0.92) && /^[\divxlcdm]+$/.test(text.trim())).map(({text}) => text.trim())[0]
}

/** A folder that is gone when the work is done. */
export async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(path.join(tmpdir(), 'banben-test-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
