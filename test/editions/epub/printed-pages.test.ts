/** The page-list against a PDF that was really printed: what stands behind a marker opens that page. */
import {describe, expect, it} from 'vitest'
import {composeFiles} from '../../fixture.ts'
import {hasBrowser, printGalley, readPdf} from '../pdf/print.ts'
import {findings, openEpub} from './edition.ts'

const paragraph = (number: number) => `第${number}段甲乙丙丁，${'纸上的字一行一行排下去，排满一页便翻到下一页。'.repeat(3 + (number % 5))}`
const chapter = (title: string, first: number) => `# ${title}\n\n${Array.from({length: 24}, (_, index) => paragraph(first + index)).join('\n\n')}`
const bare = (text: string) => text.replace(/[^\p{Script=Han}\d]/gu, '')

describe.skipIf(!hasBrowser)('markers of printed pages', () => {
  it('stand before the first block that begins on the page of the PDF of the same run', async () => {
    const {galley} = await composeFiles({'book.yml': 'title: 书\npdf: {trim: A5}\nepub: {fonts: none}\nnumbering: {headings: off}\n', 'a.md': [chapter('第一章 甲', 100), chapter('第二章 乙', 200)].join('\n\n')})
    const pdf = await printGalley(galley)
    const {file, edition} = await openEpub(galley, {pdf})
    const {pages} = await readPdf(pdf.data)
    const marks = galley.chapters.flatMap(({id}) => [...file(`${id}.xhtml`).matchAll(/role="doc-pagebreak" aria-label="([^"]+)"><\/span>([\s\S]{0,400})/g)].map(([, folio = '', after = '']) => ({folio, opens: bare(after.replace(/<[^>]*>/g, '')).slice(0, 8)})))
    expect(marks.length).toBeGreaterThan(6)
    for (const {folio, opens} of marks) {
      const holders = pages.filter(({items}) => bare(items.map(({text}) => text).join('')).includes(opens)).map(({label}) => label)
      expect(holders, `${opens} on page ${folio}`).toContain(folio)
    }
    expect(marks.map(({folio}) => Number(folio))).toEqual(marks.map(({folio}) => Number(folio)).sort((a, b) => a - b))
    expect(await findings(edition)).toEqual([])
  }, 120_000)
})
