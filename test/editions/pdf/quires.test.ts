import {readdirSync} from 'node:fs'
import path from 'node:path'
import {PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib'
import type {Root} from 'hast'
import {describe, expect, it} from 'vitest'
import {settleKept} from '../../../src/editions/keep.ts'
import {composeDocument} from '../../../src/editions/pdf/document.ts'
import {finishPdf} from '../../../src/editions/pdf/finish/index.ts'
import {openingsOf} from '../../../src/editions/pdf/folios.ts'
import type {PdfFile} from '../../../src/editions/pdf/objects/file.ts'
import {Text} from '../../../src/editions/pdf/objects/values.ts'
import {openPress} from '../../../src/editions/pdf/open-press.ts'
import {arrangeParts, type Part} from '../../../src/editions/pdf/parts.ts'
import {type Printed, printBook} from '../../../src/editions/pdf/print-book.ts'
import {cutQuires} from '../../../src/editions/pdf/quires.ts'
import {readTheme} from '../../../src/editions/pdf/theme.ts'
import {localeOf} from '../../../src/locale/index.ts'
import type {Galley} from '../../../src/model/book.ts'
import {composeFiles} from '../../fixture.ts'
import {cache, hasBrowser, inFolder, readPdf, templates} from './print.ts'

const chapterOf = (id: string, length: number, tagName = 'h1'): Part => {
  const tree: Root = {type: 'root', children: [{type: 'element', tagName, properties: {}, children: [{type: 'text', value: '题'}]}, {type: 'text', value: '字'.repeat(length)}]}
  return {kind: 'chapter', id, matter: 'body', page: `p-${id}`, recto: false, title: id, chapter: {id, matter: 'body', role: 'chapter', title: id, tree}}
}
const idsOf = (sets: Part[][]) => sets.map((set) => set.map(({id}) => id))
const ten = (length: number) => Array.from({length: 10}, (_, index) => chapterOf(`c${index}`, length))

describe('a book is cut into quires', () => {
  it('where it is long, in the middle', () => expect(idsOf(cutQuires(ten(10_000)))).toEqual([['c0', 'c1', 'c2', 'c3', 'c4'], ['c5', 'c6', 'c7', 'c8', 'c9']]))
  it('not where it is short', () => expect(cutQuires(ten(1000))).toHaveLength(1))
  it('not inside a chapter', () => expect(cutQuires([{...chapterOf('title', 0), matter: 'front'}, chapterOf('c', 1_000_000)])).toHaveLength(1))
  it('not where chapters follow each other on one page', () => expect(cutQuires(ten(10_000).map((part) => ({...part, page: 'flow'})))).toHaveLength(1))
  it('not in the front matter, which is numbered apart', () => expect(cutQuires(ten(10_000).map((part) => ({...part, matter: 'front' as const})))).toHaveLength(1))
  it('not at a chapter that stands below another in the outline', () => {
    const parts = [chapterOf('a', 50_000), chapterOf('b', 1000, 'h2'), chapterOf('c', 50_000), chapterOf('d', 10)]
    expect(idsOf(cutQuires(parts))).toEqual([['a', 'b'], ['c', 'd']])
  })
  it.each(['@page :first{margin:0}', 'body{counter-reset:a}', '.part:nth-child(2){color:red}', 'BODY{COUNTER-RESET:a}', '@page{@top-center{content:counter(pages)}}', 'section.part ~ section.part h2{color:red}'])('not where the book counts by %s', (styles) => expect(cutQuires(ten(10_000), styles)).toHaveLength(1))
  it('whatever else its style says', () => expect(cutQuires(ten(10_000), 'h1::first-letter{color:red}.counter{color:red} h2 + p{color:red} .chapter > h2 + p{color:red}')).toHaveLength(2))
  it('earlier where the contents before it are long', () => {
    const contents: Part = {kind: 'contents', id: 'contents', matter: 'front', page: 'p-contents', recto: false, title: '目录'}
    expect(idsOf(cutQuires([contents, ...ten(10_000)], '', {contents: 500}))).toEqual([['contents', 'c0', 'c1', 'c2'], ['c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9']])
  })
  it('without counting the links back to citations, which are a few folios on paper', () => {
    const references = chapterOf('references', 0)
    references.chapter?.tree.children.push({type: 'element', tagName: 'span', properties: {}, data: {slot: {type: 'folios', anchors: []}}, children: [{type: 'text', value: '↩'.repeat(200_000)}]})
    expect(idsOf(cutQuires([...ten(10_000), references]))).toEqual([['c0', 'c1', 'c2', 'c3', 'c4'], ['c5', 'c6', 'c7', 'c8', 'c9', 'references']])
  })
  it('with nothing lost', () => expect(cutQuires(ten(30_000)).flat()).toHaveLength(10))
})

describe('the pages of a quire', () => {
  it('count on behind those before it, and begin on the same side', () => expect(openingsOf([12, 5, 8], 5)).toEqual([{lead: false, before: undefined}, {lead: false, before: 8}, {lead: true, before: 13}]))
})

const chapter = (number: number, pages: number) => `# 第${number}章 题${number}\n\n## 节\n\n**粗体小标题${number}**\n\n见[[${number}]]与[下一章](#c${(number % 4) + 1})。[^${number}]\n\n| 甲 | 乙 |\n|---|---|\n| 1 | ${number} |\n\n${'这一段话说得很长，为的是占满几页。\n\n'.repeat(30 * pages)}[^${number}]: 注${number}。\n`
const bookOf = (pages: number, settings = '') => ({
  'book.yml': `title: 书\nlanguage: zh-CN\npdf: {trim: A5, openRecto: false${settings}}\n`,
  'a.md': [chapter(1, 1), chapter(2, pages), chapter(3, 1), chapter(4, 1)].join('\n'),
  'sources.yml': [1, 2, 3, 4].map((number) => `- {number: ${number}, type: book, title: 源${number}, author: [{literal: 某}], publisher: 社, issued: 2020}\n`).join(''),
})

/** @param places Folder in which what drafts told is kept. */
async function printSets(galley: Galley, sets: Part[][], places?: string): Promise<{data: Uint8Array; objections: unknown[]; printed: Printed}> {
  const {signal} = new AbortController()
  const context = {locale: localeOf(galley.config.language), cache, templates, signal}
  const theme = await readTheme(templates, galley.config.pdf.theme)
  if (!theme) throw new Error('no theme')
  const document = await composeDocument(galley, sets, theme, context)
  const presses = await Promise.all(sets.map(() => openPress(context)))
  try {
    const printed = await printBook(presses, document, {separator: '、', seconds: 60, cache: places})
    return {...await finishPdf(printed, document, galley, context), printed}
  } finally {
    for (const press of presses) press.stop()
  }
}

/** What a reader meets. */
async function meet(data: Uint8Array) {
  const {pages, pageOf} = await readPdf(data)
  const round = (value: number) => Math.round(value * 100) / 100
  const rounded = pages.map(({label, items, links}) => ({
    label,
    items: items.map(({text, x, y}) => [text, round(x), round(y)]),
    links: links.map(({rect, ...link}) => ({...link, rect: rect.map(round)})),
  }))
  return {pages: rounded, places: [...pageOf].sort()}
}

describe.skipIf(!hasBrowser)('a book that is printed in two quires', () => {
  it.each([
    ['begins the second with a right-hand page', 1, ''],
    ['begins the second with a left-hand page', 2, ''],
    ['opens chapters on right-hand pages', 2, ', openRecto: true'],
  ])('is the book that is printed in one: it %s', async (_what, pages, settings) => {
    const {galley} = await composeFiles(bookOf(pages, settings))
    const theme = await readTheme(templates, galley.config.pdf.theme)
    if (!theme) throw new Error('no theme')
    const parts = arrangeParts(galley, theme, localeOf('zh-CN'))
    const cut = parts.findIndex(({title}) => title.includes('题3'))
    const [one, two] = [await printSets(galley, [parts]), await printSets(galley, [parts.slice(0, cut), parts.slice(cut)])]
    expect(one.objections).toEqual([])
    expect(two.objections).toEqual([])
    expect(two.printed.settled).toBe(true)
    expect(await meet(two.data)).toEqual(await meet(one.data))
  }, 120_000)

  it('has leads of both kinds', async () => {
    const leads = await Promise.all([1, 2].map(async (pages) => {
      const {galley} = await composeFiles(bookOf(pages))
      const theme = await readTheme(templates, galley.config.pdf.theme)
      if (!theme) throw new Error('no theme')
      const parts = arrangeParts(galley, theme, localeOf('zh-CN'))
      const cut = parts.findIndex(({title}) => title.includes('题3'))
      return (await printSets(galley, [parts.slice(0, cut), parts.slice(cut)])).printed.quires.map(({lead}) => lead)
    }))
    expect(leads.map(([, second]) => second).sort()).toEqual([false, true])
  }, 120_000)

  it('has equal bytes with and without drafts', async () => {
    const {galley} = await composeFiles(bookOf(2))
    const theme = await readTheme(templates, galley.config.pdf.theme)
    if (!theme) throw new Error('no theme')
    const parts = arrangeParts(galley, theme, localeOf('zh-CN'))
    const cut = parts.findIndex(({title}) => title.includes('题3'))
    await inFolder(async (folder) => {
      const prints: Buffer[] = []
      for (let round = 0; round < 2; round += 1) {
        prints.push(Buffer.from((await printSets(galley, [parts.slice(0, cut), parts.slice(cut)], folder)).data))
        await settleKept()
      }
      expect(readdirSync(path.join(folder, 'places'))).toHaveLength(1)
      expect(prints[1]?.equals(prints[0] ?? Buffer.alloc(0))).toBe(true)
    })
  }, 120_000)

  it('names no cell twice, and tells the outline in order', async () => {
    const {galley} = await composeFiles(bookOf(2))
    const theme = await readTheme(templates, galley.config.pdf.theme)
    if (!theme) throw new Error('no theme')
    const parts = arrangeParts(galley, theme, localeOf('zh-CN'))
    const {printed} = await printSets(galley, [parts.slice(0, -2), parts.slice(-2)])
    const {gatherQuires} = await import('../../../src/editions/pdf/finish/gather.ts')
    const pdf: PdfFile = gatherQuires(printed.quires)
    const ids = [...pdf.objects()].flatMap(([, value]) => (value instanceof Map && value.get('ID') instanceof Text ? [pdf.text(value.get('ID'))] : []))
    expect(ids.length).toBeGreaterThan(4)
    expect(new Set(ids).size).toBe(ids.length)
    const titles: string[] = []
    const root = pdf.dict(pdf.catalog.get('Outlines'))
    for (let line = pdf.dict(root?.get('First')); line; line = pdf.dict(line.get('Next'))) titles.push(pdf.text(line.get('Title')))
    const back: string[] = []
    for (let line = pdf.dict(root?.get('Last')); line; line = pdf.dict(line.get('Prev'))) back.unshift(pdf.text(line.get('Title')))
    expect(titles).toEqual(back)
    expect(titles.filter((title) => /题[1-4]$/.test(title))).toEqual(['第1章题1', '第2章题2', '第3章题3', '第4章题4'])
  }, 120_000)

  it('has one file of each font', async () => {
    const {galley} = await composeFiles(bookOf(2))
    const theme = await readTheme(templates, galley.config.pdf.theme)
    if (!theme) throw new Error('no theme')
    const parts = arrangeParts(galley, theme, localeOf('zh-CN'))
    const {data, objections} = await printSets(galley, [parts.slice(0, -2), parts.slice(-2)])
    const pdf = await PDFDocument.load(data)
    const files = new Map<string, Set<string>>()
    for (const [, object] of pdf.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict) || !object.has(PDFName.of('FontFile2'))) continue
      const name = String(object.get(PDFName.of('FontName'))).replace(/^.*\+/, '')
      files.set(name, (files.get(name) ?? new Set()).add(String(object.get(PDFName.of('FontFile2')))))
    }
    expect(files.size).toBeGreaterThan(1)
    expect([...files.values()].map(({size}) => size)).toEqual([...files].map(() => 1))
    expect(objections).toEqual([])
  }, 120_000)
})
