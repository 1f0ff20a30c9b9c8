/** Covers and title pages with many words. */
import {describe, expect, it} from 'vitest'
import {fitLeaf} from '../../../src/editions/pdf/fit-leaf.ts'
import {shapePage} from '../../../src/editions/pdf/trim.ts'
import {defaultConfig} from '../../../src/config.ts'
import {hasBrowser, printFiles, readPdf} from './print.ts'

const shape = shapePage({...defaultConfig().pdf, trim: 'A5'})
const scaleOf = (title: string, subtitle = '', people: string[] = ['王某']) => fitLeaf({title, subtitle, imprint: {publisher: '某出版社', place: '北京'}}, people, shape, 'cover')

describe('a title page', () => {
  it('of usual words is as the theme has it', () => {
    expect(scaleOf('潮汐')).toBe(1)
    expect(scaleOf('面向智能制造的数据驱动型质量控制方法与新能源汽车产业的发展', '以长江三角洲为例', ['王某、李某、张某', '赵某 译'])).toBe(1)
    expect(scaleOf('The elements of a very long title that an author could not make any shorter', 'With a subtitle')).toBe(1)
  })

  it('is set the smaller the more words it has', () => {
    const scales = [40, 120, 200, 300].map((count) => scaleOf('很长的书名'.repeat(count / 5)))
    expect(scales).toEqual(scales.toSorted((one, other) => other - one))
    expect(scales.at(-1)).toBeLessThan(0.8)
  })

  it.skipIf(!hasBrowser).each(['academic', 'technical'])('never prints over the pages behind it: %s', {timeout: 60_000}, async (theme) => {
    const {data, messages} = await printFiles({'a.md': '# 甲\n\n文。\n\n# 乙\n\n文。\n', 'book.yml': `title: ${'很长的书名'.repeat(60)}\nsubtitle: ${'副题'.repeat(60)}\nauthor: [${Array.from({length: 40}, (_, index) => `作者${index}`)}]\npdf: {trim: A5, theme: ${theme}}\n`})
    expect(messages).toEqual([])
    const {pages} = await readPdf(data)
    const contents = pages.find(({items}) => items.some(({text}) => text.includes('录')))
    expect(contents?.items.map(({text}) => text).join('')).not.toMatch(/书名很长的书名很长的书名很长的书名很长的书名很长的书名很长的书名很长的书名|副题|作者/)
    for (const {items} of pages.slice(0, 2)) { // no line stands on another
      const heights = [...new Set(items.map(({y}) => Math.round(y)))].sort((one, other) => one - other)
      for (const [index, y] of heights.entries()) if (index > 0) expect(y - (heights[index - 1] ?? 0)).toBeGreaterThanOrEqual(5)
    }
  })
})
