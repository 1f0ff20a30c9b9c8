import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {defaultConfig} from '../../../src/config.ts'
import {type Fit, fitClasses, planFits} from '../../../src/editions/pdf/copyfit.ts'
import type {Destinations} from '../../../src/editions/pdf/destinations.ts'
import type {Part} from '../../../src/editions/pdf/parts.ts'
import {shapePage} from '../../../src/editions/pdf/trim.ts'
import {hasBrowser, printFiles, readPdf} from './print.ts'

const shape = shapePage(defaultConfig().pdf)
const chapter = (id: string, page = `p-${id}`): Part => ({kind: 'chapter', id, matter: 'body', page, recto: false, title: id, chapter: {id, role: 'chapter'} as NonNullable<Part['chapter']>}) // only these are looked at

/** A chapter of pages whose last one holds so many lines. */
function landed(pages: number, lines: number): Destinations {
  const ceiling = (shape.height - shape.top) / 25.4 * 72
  return {pages: new Map([['c1', 3]]), ends: new Map([['c1', {page: 2 + pages, bottom: ceiling - lines * shape.leading}]]), count: 2 + pages, fonts: []}
}

describe('copyfitting', () => {
  it.each([[1, 2, []], [2, 9, []], [3, 5, []], [2, 1, [{id: 'c1', step: 1}]], [2, 3, [{id: 'c1', step: 2}]], [2, 4.4, [{id: 'c1', step: 3}]], [9, 4, [{id: 'c1', step: 2}]]])('of %i pages that end with %d lines tries %j', (pages, lines, fits) => {
    expect(planFits([chapter('c1')], landed(pages, lines), shape, [])).toEqual(fits)
  })

  it('leaves what flows on, and what holds no text', () => {
    expect(planFits([chapter('c1', 'flow'), {...chapter('c1'), kind: 'title-page', chapter: undefined as never}], landed(2, 1), shape, [])).toEqual([])
  })

  it('draws contents together by their lines at once', () => {
    const contents: Part = {kind: 'contents', id: 'c1', matter: 'front', page: 'p-contents', recto: false, title: '目录'}
    expect(planFits([contents], landed(2, 8), shape, [])).toEqual([{id: 'c1', step: 1}])
    expect(planFits([contents], landed(2, 9), shape, [])).toEqual([])
  })

  it('comes to an end whatever the browser does, with the theme as it was if nothing helped', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({min: 1, max: 9}), fc.double({min: 0, max: 40, noNaN: true})), {minLength: 6, maxLength: 6}), (ends) => {
      let tried: Fit[] = []
      for (const [pages, lines] of ends) tried = planFits([chapter('c1')], landed(pages, lines), shape, tried)
      for (const {step} of tried) expect(fitClasses[step]).toBeDefined()
      let stuck: Fit[] = []
      const steps: number[] = []
      for (let round = 0; round < 4; round += 1) {
        stuck = planFits([chapter('c1')], landed(2, 1), shape, stuck)
        steps.push(stuck[0]?.step ?? -1)
      }
      expect(steps).toEqual([1, 2, 3, 0])
    }))
  })

  it.skipIf(!hasBrowser)('leaves no chapter with a line or two on its last page', async () => {
    const text = '一段文字，写满一行又一行，直到这一页的末尾，再看下一页还剩多少。'.repeat(6)
    const chapters = Array.from({length: 14}, (_, index) => `# 第${index + 1}章 题目\n\n${`${text}\n\n`.repeat(6)}${'再来一段短的文字。\n\n'.repeat(index)}`)
    const {data} = await printFiles({'book.yml': 'title: 书\nlanguage: zh-CN\npdf: {trim: A5, cover: false, colophon: false}\n', 'a.md': chapters.join('\n')})
    const {pages} = await readPdf(data)
    const lines = pages.map(({items, height}) => new Set(items.filter(({y}) => y > height * 0.09 && y < height * 0.91).map(({y}) => Math.round(y))).size)
    const opens = pages.map(({items}) => items.some(({text}) => /第\s*\d+\s*章/.test(text) && text.length < 8))
    const ends = pages.flatMap((_, page) => (page > 0 && !opens[page] && (opens[page + 1] || page === pages.length - 1) && opens.slice(0, page).includes(true) ? [lines[page] ?? 0] : []))
    expect(ends.length).toBeGreaterThan(3)
    expect(Math.min(...ends)).toBeGreaterThanOrEqual(4)
  }, 120_000)
})
