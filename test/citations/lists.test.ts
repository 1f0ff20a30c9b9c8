/** Where a list ends, and what belongs to its entries. */
import {describe, expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

const plain = (html: string) => html.replace(/<[^>]+>/g, '')
const compose = (text: string) => composeFiles({'a.md': `# 书\n\n甲[1]，乙[2]。\n\n${text}`})

describe('a list', () => {
  it('prints an entry that stands twice in the same words once', async () => {
    const {book, messages} = await compose('## 参考文献\n\n[1] 甲 https://e.org/1\n[2] 乙 https://e.org/2\n[2] 乙 https://e.org/2\n')
    expect([...book.sources.keys()]).toEqual([1, 2])
    expect(messages).not.toContain('source-repeated')
  })

  it('is none where its entries cite', async () => {
    const {book, html} = await composeFiles({'a.md': '# 书\n\n甲[[1]]。\n\n## 参考文献\n\n1. 张三（2020）认为如此[[1]]。\n2. 李四（2021）不以为然[[2]]。\n'})
    expect(book.sources.size).toBe(0)
    expect(plain(html)).toContain('张三（2020）认为如此')
  })

  it('leaves a paragraph with another address, and one that is no address, where they are', async () => {
    const {html, book} = await compose('## 参考文献\n\n[1] 甲 https://e.org/1\n\n链接: https://e.org/other\n\n[2] 乙\n\n这一段是正文。\n')
    expect(book.sources.get(1)?.verbatim).toBe('甲 https://e.org/1')
    expect(book.sources.get(2)?.verbatim).toBe('乙')
    expect(plain(html)).toContain('链接: https://e.org/other')
    expect(plain(html)).toContain('这一段是正文。')
  })

  it('ends with the <details> that holds it', async () => {
    const {html, book} = await compose('<details>\n<summary>参考文献</summary>\n\n[1] 甲 https://e.org/1\n[2] 乙 https://e.org/2\n\n</details>\n\n后文[2]。\n\n[3] 不是条目。\n')
    expect([...book.sources.keys()]).toEqual([1, 2])
    expect(html).not.toMatch(/<\/?(?:details|summary)/)
    expect(plain(html)).toContain('不是条目。')
  })

  it('keeps a <details> that holds more than the list', async () => {
    const {html} = await compose('<details>\n<summary>参考文献</summary>\n\n[1] 甲 https://e.org/1\n[2] 乙 https://e.org/2\n\n说明一句。\n\n</details>\n')
    expect(html).toMatch(/<summary>参考文献<\/summary>[\s\S]*说明一句。[\s\S]*<\/details>/)
  })

  it('takes notes that are addresses only where nothing else gives sources', async () => {
    const notes = '# 书\n\n甲[^1]。\n\n[^1]: https://e.org/1\n'
    expect((await composeFiles({'a.md': notes})).book.calls).toHaveLength(1)
    expect((await composeFiles({'a.md': notes, 'sources.yml': '- {id: 1, type: book, title: 乙}\n'})).book.calls).toHaveLength(0)
    expect((await composeFiles({'a.md': `${notes}\n乙[[1]]。\n`})).book.calls).toHaveLength(1)
    expect((await composeFiles({'a.md': notes.replace('https', '见 https')})).book.calls).toHaveLength(0)
  })

  it('is called by bare digits only where most of it is', async () => {
    const entries = '\n\n#### 引用的著作\n\n1. 甲 https://e.org/1\n2. 乙 https://e.org/2\n3. 丙 https://e.org/3\n4. 丁 https://e.org/4\n'
    expect((await composeFiles({'a.md': `# 书\n\n强。1 后文，弱。${entries}`})).book.calls).toEqual([])
    expect((await composeFiles({'a.md': `# 书\n\n强。1 后文，弱。3 再后。${entries}`})).book.calls.map(({number}) => number)).toEqual([1, 3])
  })

  it('is called by a number with its page, and by no link with two', async () => {
    const entries = '\n\n## 参考文献\n\n[1] 甲 https://e.org/1\n[2] 乙 https://e.org/2\n'
    expect((await composeFiles({'a.md': `# 书\n\n甲[2]，乙[1](第3页)，丙[1](p.3,2)。${entries}`})).book.calls.map(({number, locator}) => [number, locator])).toEqual([[2, undefined], [1, '第3页']])
  })

  it('is not called by a span with attributes', async () => {
    expect((await compose('[2]{.note} 与[1]。\n\n## 参考文献\n\n[1] 甲 https://e.org/1\n[2] 乙 https://e.org/2\n')).book.calls.map(({number}) => number)).toEqual([1, 2, 1])
  })

  it('is believed without addresses only under a heading that means nothing else', async () => {
    const entries = '1. 张三，某事\n2. 李四，另一事\n'
    expect((await compose(`## 参考文献\n\n${entries}`)).book.sources.size).toBe(2)
    expect((await compose(`## 数据来源\n\n${entries}`)).book.sources.size).toBe(0)
  })
})
