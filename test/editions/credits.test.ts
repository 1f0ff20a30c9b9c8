/** Who did what, on title pages. */
import {describe, expect, it} from 'vitest'
import {composeCover} from '../../src/editions/cover-lines.ts'
import {stackPeople} from '../../src/editions/cover-people.ts'
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
    const all = [person('张三'), person('李四', 'trl'), person('王五', 'ill'), person('赵六', 'edt'), person('孙七', 'rev')]
    for (const count of [2, 3, 4, 5]) {
      const lines = stackPeople(all.slice(0, count), localeOf('zh-CN'))
      expect(lines.map(({text}) => text)).toEqual(['张三 著', '李四 译', '王五 绘', '赵六 编', '孙七 审校'].slice(0, count))
      for (const {y, size} of lines) {
        expect(y - size).toBeGreaterThan(composeCover(words, lines).foot + 18) // the frame of the pattern
        expect(y).toBeLessThan(2370) // letters of the publisher
      }
    }
  })
  it('name all on the cover who fit, and say that there are others', () => {
    const shown = (people: {name: string; role: string}[], tag: string) => stackPeople(people, localeOf(tag)).map(({text}) => text)
    const crowd = (count: number, name: (index: number) => string) => Array.from({length: count}, (_, index) => person(name(index)))
    const authors = crowd(12, (index) => `作者${'甲乙丙丁戊己庚辛壬癸子丑'[index]}`)
    expect(shown(authors, 'zh-CN').join('')).toBe(authors.map(({name}) => name).join('、'))
    const many = shown(crowd(100, (index) => `Author Number ${index}`), 'en')
    expect(many.length).toBeLessThanOrEqual(6)
    expect(many.join(' ')).toMatch(/^Author Number 0, Author Number 1, .*Author Number \d+, et al\.$/)
    expect(shown(['aut', 'trl', 'ill', 'edt', 'rev', 'pht', 'ann', 'nrt'].map((role, index) => person(`某${index}`, role)), 'zh-CN')).toEqual(['某0 著', '某1 译', '某2 绘', '某3 编', '某4 审校', '某5 摄影 等'])
    const long = shown([person('x'.repeat(2000))], 'en')
    expect(long).toHaveLength(6)
    expect(long.at(-1)).toMatch(/…$/)
  })
})
