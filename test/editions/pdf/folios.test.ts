import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {composeFiles} from '../../fixture.ts'
import {hasBrowser, printedFolio, printFiles, printGalley, readPdf, type ReadPdf, textUnder} from './print.ts'

const source = path.resolve(import.meta.dirname, '../../../source')

/** The text files of a book; its images stay behind, so that its figures show their alternative text. */
function filesOf(name: string): Record<string, string> {
  const folder = path.join(source, name)
  return Object.fromEntries(readdirSync(folder).filter((file) => /\.(md|yml)$/.test(file)).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]))
}

function copies(count: number): Record<string, string> {
  const files = filesOf('report')
  const [name = '', text = ''] = Object.entries(files).find(([file]) => file.endsWith('.md')) ?? []
  const body = text.slice(text.indexOf('\n## '))
  const book = Array.from({length: count}, (_, index) => body.replace(/^(#+ .*)$/gm, `$1（${index + 1}）`)).join('\n')
  return {'glossary.yml': files['glossary.yml'] ?? '', [name]: `# 长书\n${book}`}
}

const books: [string, () => Record<string, string>, number][] = [
  ['the sample', () => filesOf('report'), 60],
  ['the example, with recto openings', () => filesOf('example'), 60],
  ['twenty copies of the sample', () => copies(20), 300],
]

describe.skipIf(!hasBrowser || !existsSync(source)).each(books)('folios of %s', (_name, files, least) => {
  let pdf: ReadPdf
  let messages: string[]
  beforeAll(async () => {
    const edition = await printFiles(files())
    messages = edition.messages.map(({ruleId}) => ruleId)
    pdf = await readPdf(edition.data)
  }, 300_000)

  it('are those of the pages that every number leads to', () => {
    const wrong: string[] = []
    let read = 0
    for (const page of pdf.pages) {
      for (const {rect, dest} of page.links) {
        const text = textUnder(page, rect)
        const number = /[图表式]\s*\d+$/u.test(text) ? undefined : /(?:^|\D)([\divxlcdm]+)$/.exec(text)?.[1]
        const target = dest === undefined ? undefined : pdf.pageOf.get(dest)
        if (target === undefined || number === undefined || dest === undefined || /^(?:ref-|t\d)|-fn-/.test(dest)) continue // a citation names its source, a term its entry, a call its note
        read += 1
        if (pdf.pages[target]?.label !== number) wrong.push(`${page.label}: ${number} leads to ${pdf.pages[target]?.label}`)
      }
    }
    expect(wrong).toEqual([])
    expect(read).toBeGreaterThan(least)
  })

  it('stand printed on their pages', () => {
    const wrong = pdf.pages.flatMap((page) => {
      const folio = printedFolio(page)
      return folio === undefined || folio === page.label ? [] : [`${folio} on ${page.label}`]
    })
    expect(wrong).toEqual([])
    expect(pdf.pages.filter((page) => printedFolio(page) !== undefined).length).toBeGreaterThan(pdf.pages.length / 2)
  })

  it('did not move, and nothing keeps the file from its claims', () => {
    expect(messages.filter((rule) => rule !== 'glyph-missing')).toEqual([])
  })
})

describe.skipIf(!hasBrowser)('recto openings', () => {
  it('bring chapters to odd pages by real blank ones', async () => {
    const edition = await printFiles({'book.yml': 'title: 书\nlanguage: zh-CN\npdf: {openRecto: true, trim: A5}\n', 'a.md': '# 第一章 甲\n\n一页。\n\n# 第二章 乙\n\n一页。\n\n# 第三章 丙\n\n一页。\n'})
    const pdf = await readPdf(edition.data)
    const starts = ['c1', 'c2', 'c3'].map((id) => edition.folios?.get(id))
    expect(starts).toEqual(['1', '3', '5'])
    expect(pdf.pages.filter(({items}) => items.length === 0).length).toBeGreaterThanOrEqual(3)
    expect(pdf.pages.findIndex(({label}) => label === '3') % 2).toBe(0)
  }, 60_000)
})

describe.skipIf(!hasBrowser)('headings without a space above', () => {
  it('count on the page where they stand, though their letters reach into the one before', async () => {
    const chapters = Array.from({length: 6}, (_, index) => `# 第${index + 1}章 题${index + 1}\n\n## 节\n\n${`一段文字，写满一行又一行，直到这一页的末尾，再看下一页还剩多少。${'又一行。'.repeat(index * 40)}\n\n`.repeat(7)}`)
    const {galley} = await composeFiles({'book.yml': 'title: 书\nlanguage: zh-CN\npdf: {trim: A5, cover: false}\n', 'a.md': chapters.join('\n')})
    galley.styles.print = '.part > h1:first-child, .part > h1:first-child * { margin: 0 !important; padding: 0 !important; line-height: .6 !important } .chapter-label { display: inline !important }'
    const pdf = await readPdf((await printGalley(galley)).data)
    const starts = pdf.pages.flatMap(({items, label}) => (/^(?!.*\. ?\.).*节/.test(items.map(({text}) => text).join('')) ? [label] : []))
    const listed = pdf.pages.flatMap((page) => page.links.flatMap(({rect, dest}) => (/^c\d+$/.test(dest ?? '') ? [[/(\d+)$/.exec(textUnder(page, rect))?.[1], pdf.pages[pdf.pageOf.get(dest ?? '') ?? -1]?.label]] : [])))
    expect(starts).toHaveLength(6)
    expect(starts[0]).toBe('1')
    expect(listed).toEqual(starts.map((label) => [label, label]))
  }, 60_000)
})

describe.skipIf(!hasBrowser)('the outline', () => {
  it('has its lines as the contents have them', async () => {
    const edition = await printFiles({'book.yml': 'title: 书\nlanguage: zh-CN\n', 'a.md': '# 第1章 甲\n\n## 1.1 子\n\n文。\n\n# 第2章 Two  words\n\n文。\n'})
    const {getDocument} = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const pdf = await getDocument({data: Uint8Array.from(edition.data), verbosity: 0}).promise
    const titles = (lines: {title: string; items: unknown[]}[]): string[] => lines.flatMap(({title, items}) => [title, ...titles(items as {title: string; items: unknown[]}[])]) // pdf.js types items as any
    expect(titles(await pdf.getOutline())).toEqual(expect.arrayContaining(['第1章 甲', '1.1 子', '第2章 Two words']))
    await pdf.destroy()
  }, 60_000)
})

it.skipIf(!hasBrowser).each(['academic', 'technical', 'brief'])('prints folios and running heads whole on the smallest pages of %s', {timeout: 60_000}, async (theme) => {
  const {data} = await printFiles({'a.md': `# 书\n\n## 甲\n\n${'潮水涨落有时，与月亮的盈亏相应。'.repeat(90)}\n`, 'book.yml': `pdf: {trim: [60, 90], theme: ${theme}}\n`})
  const {pages} = await readPdf(data)
  const later = pages.slice(4, -1)
  expect(later.length).toBeGreaterThan(3)
  for (const page of later) {
    expect(printedFolio(page)).toBe(page.label)
    for (const {y} of page.items) {
      expect(y).toBeGreaterThan(3) // what is below the baseline too
      expect(y).toBeLessThan(page.height - 8)
    }
  }
})
