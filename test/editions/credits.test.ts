/** Who did what, on title pages. */
import {describe, expect, it} from 'vitest'
import {composeCover} from '../../src/editions/cover-lines.ts'
import {creditsOf} from '../../src/editions/credits.ts'
import {localeOf} from '../../src/locale/index.ts'
import {openFiles} from './epub/edition.ts'
import {pageOf} from './html/edition.ts'

const person = (name: string, role = 'aut') => ({name, role})
const texts = (people: {name: string; role: string}[], tag: string) => creditsOf(people, localeOf(tag)).map(({text}) => text)

describe('credits', () => {
  it('name authors alone without a word, and all by their work where there are others', () => {
    expect(texts([person('张三'), person('李四', 'cre')], 'zh-CN')).toEqual(['张三、李四'])
    expect(texts([person('张三'), person('李四', 'trl'), person('王五'), person('赵六', 'edt')], 'zh-CN')).toEqual(['张三、王五 著', '李四 译', '赵六 编'])
    expect(texts([person('Jane Doe'), person('Wang Wu', 'trl')], 'en')).toEqual(['Jane Doe', 'Translated by Wang Wu'])
    expect(texts([person('Jane Doe', 'edt')], 'en')).toEqual(['Edited by Jane Doe'])
  })
  it('leave a role that has no word, and no name, out', () => {
    expect(texts([person('甲', 'zzz'), person(' ')], 'zh-CN')).toEqual(['甲'])
  })
  it('stand on the title pages of the page and of the EPUB, marked for machines', async () => {
    const files = {'book.yml': 'title: 书\nauthor: 张三\ncontributors: [{name: 李四, role: trl}]\nimprint: {series: 丛书, seriesPosition: 3}\nepub: {fonts: none}\n', 'a.md': '## 一\n\n文。\n\n## 二\n\n文。\n'}
    const {html} = await pageOf(files)
    expect(html).toContain('<span>张三 著</span> <span>李四 译</span>')
    expect(html).toContain('>丛书 3</p>')
    const {file} = await openFiles(files)
    expect(file('title-page.xhtml')).toContain('<p class="author" epub:type="z3998:author">张三 著</p>')
    expect(file('title-page.xhtml')).toContain('<p class="helper" epub:type="z3998:translator">李四 译</p>')
    expect(file('colophon.xhtml')).toContain('张三 著；李四 译')
  })
  it('stay clear of the publisher on the cover, each on its line', () => {
    const words = {title: '书', subtitle: '', people: '', publisher: '社', series: '', date: '2026', language: 'zh-CN'}
    for (const people of ['张三 著', '张三 著\n李四 译', '张三 著\n李四 译\n王五 绘\n赵六 编']) {
      const lines = composeCover({...words, people}).people
      expect(lines.map(({text}) => text)).toEqual(people.split('\n').slice(0, 3))
      for (const {y, size} of lines) {
        expect(y - size).toBeGreaterThan(2144) // the frame of the pattern
        expect(y).toBeLessThan(2370) // letters of the publisher
      }
    }
  })
})
