/** Where a list ends, and what belongs to its entries. */
import {describe, expect, it} from 'vitest'
import {readBlock} from '../../src/citations/sources/entries.ts'
import {readSpaced} from '../../src/citations/sources/spaced.ts'
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

  it('is none where its entries only have a number and a year of something else', async () => {
    const {book} = await composeFiles({'a.md': '# 书\n\n甲[[1]]。\n\n## 资料来源\n\n1. 甲（2020报告）\n2. 乙（2021报告）\n'})
    expect(book.sources.size).toBe(0)
    expect((await composeFiles({'a.md': '# 书\n\n甲[[1]]。\n\n## 资料来源\n\n1. 甲（2020 ）\n2. 乙（2021a）\n'})).book.sources.size).toBe(2)
  })

  it('that repeats a number of its own does not count through', async () => {
    const {book} = await composeFiles({'a.md': '# 书\n\n甲[[1]]，乙[[3]]。\n\n## 参考文献\n\n[1] 甲 https://e.org/1\n[1] 乙 https://e.org/2\n[2] 丙 https://e.org/3\n'})
    expect([book.sources.get(2)?.csl?.URL ?? book.sources.get(2)?.verbatim, book.sources.has(3)]).toEqual(['https://e.org/3', false])
  })

  it('of headings has the words behind their labels', async () => {
    const {book} = await compose('## 参考文献\n\n### [1]\u3000张三著. 甲\n\nhttps://e.org/1\n\n### [2] 李四著. 乙 ###\n\nhttps://e.org/2\n')
    expect([...book.sources.values()].map(({verbatim}) => verbatim)).toEqual(['张三著. 甲 https://e.org/1', '李四著. 乙 https://e.org/2'])
  })

  it('in code has entries of several lines', async () => {
    const {book} = await compose('## 参考文献\n\n```\n[1] 甲\n  https://e.org/1\n[2] 乙\n  https://e.org/2\n  后\n```\n')
    expect([...book.sources.values()].map(({verbatim, csl}) => verbatim ?? csl?.URL)).toEqual(['甲 https://e.org/1', '乙 https://e.org/2 后'])
  })

  it.each([['parenthesised', '(1)(2)(3)(4)', '。（1）', '。（3）'], ['circled', '①②③④', '① ', '③ ']])('of %s numbers is called by them only where most of it is', async (_, labels, one, three) => {
    const [a = '', b = '', c = '', d = ''] = labels.match(/\(\d\)|[①-④]/g) ?? []
    const entries = `\n\n## 参考文献\n\n${[a, b, c, d].map((label, index) => `${label} 甲 https://e.org/${index}\n`).join('')}`
    expect((await composeFiles({'a.md': `# 书\n\n强${one}后文，弱。${entries}`})).book.calls).toEqual([])
    expect((await composeFiles({'a.md': `# 书\n\n强${one}后文，弱${three}再后。${entries}`})).book.calls.map(({number}) => number)).toEqual([1, 3])
  })

  it('whose parts a line divides leaves no heading', async () => {
    const {html} = await compose('## 参考文献\n\n[1] 甲 https://e.org/1\n\n---\n\n[2] 乙 https://e.org/2\n')
    expect(html.match(/参考文献/g)).toHaveLength(1)
    expect(html).not.toContain('<hr')
  })

  it('ends with the <details> that holds it', async () => {
    const {html, book} = await compose('<details>\n<summary>参考文献</summary>\n\n[1] 甲 https://e.org/1\n[2] 乙 https://e.org/2\n\n</details>\n\n后文[2]。\n\n[3] 不是条目。\n')
    expect([...book.sources.keys()]).toEqual([1, 2])
    expect(html).not.toMatch(/<\/?(?:details|summary)/)
    expect(plain(html)).toContain('不是条目。')
  })

  it('ends with its <details> though a line parts it', async () => {
    const {html, book} = await compose('<details>\n<summary>参考文献</summary>\n\n[1] 甲 https://e.org/1\n\n---\n\n[2] 乙 https://e.org/2\n\n</details>\n\n后文。\n')
    expect([...book.sources.keys()]).toEqual([1, 2])
    expect(html).not.toMatch(/<\/?(?:details|summary|hr)/)
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

  it('counts where every line says 1', async () => {
    const {book} = await compose('## 参考文献\n\n1. 甲 https://e.org/1\n1. 乙 https://e.org/2\n')
    expect([...book.sources].map(([number, {csl}]) => [number, csl?.URL])).toEqual([[1, 'https://e.org/1'], [2, 'https://e.org/2']])
  })

  it('goes by the labels of its bullets', async () => {
    const {book} = await compose('## 参考文献\n\n- ② 乙 https://e.org/2\n- ① 甲 https://e.org/1\n')
    expect([book.sources.get(1)?.csl?.URL, book.sources.get(2)?.csl?.URL]).toEqual(['https://e.org/1', 'https://e.org/2'])
  })

  it('that nothing announces is called by no bare number', async () => {
    const {book} = await composeFiles({'a.md': '# 书\n\nIt is strong.¹ And well.²\n\n[1] 甲 https://e.org/1\n[2] 乙 https://e.org/2\n'})
    expect(book.calls).toEqual([])
  })

  it('by author goes by family names, and by its own words where no name is known', async () => {
    const {html} = await composeFiles({'a.md': '# T\n\nA[1][2][3].\n\n## References\n\n[1] Zed. (2020). https://e.org/1\n[2] Ann. (2021). https://e.org/2\n', 'sources.yml': '- {id: 3, type: book, title: T, author: [{family: Moe, given: A.}], issued: 2001}\n', 'book.yml': 'language: en\ncitations: {style: author-date}\n'})
    expect([...html.matchAll(/reference-text"[^>]*>(\w+)/g)].map(([, first]) => first)).toEqual(['Ann', 'Moe', 'Zed'])
  })

  it('sets what nothing cites behind the rest, by number', async () => {
    const {html} = await composeFiles({'a.md': '# 书\n\n甲[[4]]。\n', 'sources.yml': ['3', '1', '4', '2'].map((id) => `- {id: ${id}, type: book, title: T${id}}\n`).join(''), 'book.yml': 'citations: {numbering: by-appearance}\n'})
    expect([...html.matchAll(/reference-text"[^>]*>(T\d)/g)].map(([, title]) => title)).toEqual(['T4', 'T1', 'T2', 'T3'])
  })
})

describe('a paragraph that the program made, such as the title of a tab', () => {
  it('is no list, whatever the text begins with', () => {
    const text = '[1] 甲. 题. 2024\n[2] 乙. 题. 2024\n'
    const made = {type: 'paragraph' as const, children: [{type: 'text' as const, value: '一'}]}
    const start = {line: 1, column: 1, offset: 0}
    expect(readBlock({...made, position: {start, end: {line: 2, column: 15, offset: text.length - 1}}}, text)?.entries).toHaveLength(2)
    expect(readBlock(made, text)).toBeUndefined()
    expect(readSpaced([made], '1. 甲. 题. 2024\n').entries).toEqual([])
  })
})

describe('links', () => {
  it('join in a group by themselves', async () => {
    const {book} = await composeFiles({'a.md': '# 书\n\n甲[[1](https://e.org/1), [2](https://e.org/2)]。\n'})
    expect(book.calls.map(({number, place}) => [number, place.column])).toEqual([[1, 3], [2, 3]])
  })

  it('call a source by any of its addresses', async () => {
    const list = '\n\n## 参考文献\n\n[1] 甲 https://e.org/1 镜像 https://e.org/mirror\n'
    expect((await composeFiles({'a.md': `# 书\n\n甲[1](https://e.org/mirror)。${list}`})).book.calls).toHaveLength(1)
    expect((await composeFiles({'a.md': `# 书\n\n甲[1](https://e.org/other)，乙[1]。${list}`})).book.calls).toHaveLength(1)
  })

  it('give an address to a source of a file that has none', async () => {
    const {book} = await composeFiles({'a.md': '# 书\n\n甲[[1]](https://e.org/1)。\n', 'sources.yml': '- {id: 1, type: book, title: 甲书}\n'})
    expect(book.sources.get(1)?.csl).toMatchObject({title: '甲书', URL: 'https://e.org/1'})
  })
})
