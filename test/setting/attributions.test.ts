import {h} from 'hastscript'
import {toHtml} from 'hast-util-to-html'
import {expect, it} from 'vitest'
import {markAttributions} from '../../src/setting/attributions.ts'
import {composeFiles} from '../fixture.ts'

const isMarked = (...paragraphs: string[]): boolean => {
  const quotation = h('div', h('blockquote', paragraphs.map((text) => h('p', text))))
  markAttributions(quotation)
  return toHtml(quotation).endsWith(`<p class="attribution">${paragraphs.at(-1)}</p></blockquote></div>`)
}

it.each(['——鲁迅《自题小像》', '—— 鲁迅', '— Knuth', '-- Knuth', '―某'])('the last paragraph of a quotation names its author: %s', (text) => {
  expect(isMarked('引文。', text)).toBe(true)
})

it.each([
  ['alone', ['——鲁迅']],
  ['words', ['引文。', '鲁迅——作家']],
  ['a list', ['引文。', '- 鲁迅']],
  ['a rule', ['引文。', '———']],
  ['running text', ['引文。', `——${'话'.repeat(90)}`]],
])('%s is none', (_, paragraphs) => expect(isMarked(...paragraphs)).toBe(false))

it('only the last block of a quotation is looked at', () => {
  const quotation = h('blockquote', h('p', '甲'), h('p', '——乙'), h('ul', h('li', '丙')))
  markAttributions(quotation)
  expect(toHtml(quotation)).not.toContain('attribution')
})

it('what the author aligns is aligned, and nothing else of a style is kept', async () => {
  const {html} = await composeFiles({'a.md': '<p align="right">张三</p>\n\n<p style="color: red; text-align: end">李四</p>\n\n<center>王五</center>\n\n<div align="justify">赵六</div>\n\n<p style="text-align: url(x)">钱七</p>\n'})
  expect(html).toMatch(/<p align="right">张三<\/p>/)
  expect(html).toMatch(/<p align="right">李四<\/p>/)
  expect(html).toMatch(/<div align="center">王五<\/div>/)
  expect(html).toMatch(/<div>赵六<\/div>/)
  expect(html).toMatch(/<p>钱七<\/p>/)
})
