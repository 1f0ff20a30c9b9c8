/** Where lines of titles, headings and contents end in print. */
import {expect, it} from 'vitest'
import {hasBrowser, printFiles, type ReadPage, readPdf} from './print.ts'

/** Lines of a page from above, each by its height. */
function linesOf({items}: ReadPage): string[] {
  const lines = new Map<number, string>()
  for (const {text, y} of items.toSorted((one, other) => one.x - other.x)) lines.set(Math.round(y), (lines.get(Math.round(y)) ?? '') + text)
  return [...lines].toSorted(([one], [other]) => other - one).map(([, text]) => text.replace(/\s/g, ''))
}

const heading = '面向智能制造的数据驱动型质量控制方法与新能源汽车产业'

it.skipIf(!hasBrowser)('breaks titles and headings between words, and folios stand at the last line of an entry', {timeout: 60_000}, async () => {
  const {data} = await printFiles({'book.yml': 'title: 中国成人2型糖尿病血糖管理临床实践指南\nlanguage: zh-CN\npdf: {trim: A5}\n', 'a.md': `# 第一章 ${heading}\n\n甲\n\n# 第二章 结语\n\n乙\n`})
  const pages = (await readPdf(data)).pages.map(linesOf)
  const [cover = [], titlePage = [], contents = [], first = []] = pages
  for (const page of [cover, titlePage]) expect(page.some((line) => line.endsWith('血') || line.startsWith('糖'))).toBe(false)
  expect(first).toContain('面向智能制造的数据驱动型质量')
  expect(contents.filter((line) => /\.1$/.test(line))).toEqual([expect.stringMatching(/产业[.]+1$/)])
})

it.skipIf(!hasBrowser)('contents of chapters alone fill both columns of a brief', async () => {
  const {data} = await printFiles({'book.yml': 'title: 简报\nlanguage: zh-CN\npdf: {theme: brief}\n', 'a.md': `# 简报\n\n${[...'甲乙丙丁戊己'].map((name) => `## ${name}篇的题目\n\n正文。\n`).join('\n')}`})
  const [page] = (await readPdf(data)).pages
  expect(page?.items.filter(({text, x}) => text.includes('篇的题目') && x > 297)).toHaveLength(3) // the right half of A4
})
