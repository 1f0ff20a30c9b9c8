/** Numbers in the text and labels in the lists, and to which section a call belongs. */
import {describe, expect, it} from 'vitest'
import {wording} from '../../src/diagnostics/index.ts'
import {composeFiles} from '../fixture.ts'

const called = (html: string) => [...html.matchAll(/class="citation-call[^"]*" id="[^"]*" href="#([^"]*)">(\d+)</g)].map(([, target, label]) => [target, label])
const listed = (html: string) => [...html.matchAll(/id="([^"]*)"><span class="reference-label">\[(\d+)\]/g)].map(([, id, label]) => [id, label])
const book = (numbering: string) => ({'book.yml': `language: zh-CN\ncitations: {numbering: ${numbering}}\n`})

const twoLists = '# 书\n\n## 一章\n\n甲[[2]]，乙[[1]]。\n\n### 参考文献\n\n[1] A https://e.org/1\n[2] B https://e.org/2\n\n## 二章\n\n丙[[2]]，丁[[1]]。\n\n### 参考文献\n\n[1] C https://e.org/3\n[2] D https://e.org/4\n[3] E https://e.org/5\n'

describe('by appearance', () => {
  it('counts each list from 1, in the text as in the list', async () => {
    const {html} = await composeFiles({...book('by-appearance'), 'a.md': twoLists})
    expect(called(html).map(([, label]) => label)).toEqual(['1', '2', '1', '2'])
    for (const call of called(html)) expect(listed(html)).toContainEqual(call)
    expect(listed(html).map(([, label]) => label)).toEqual(['1', '2', '1', '2', '3'])
  })
})

describe('by chapter', () => {
  const texts = (html: string) => [...html.matchAll(/reference-text"[^>]*>(\w+)/g)].map(([, first]) => first)

  it('lists what is cited below a heading in a quotation, and behind it', async () => {
    const {html} = await composeFiles({...book('by-chapter'), 'a.md': '# 书\n\n## 一章\n\nA[[1]].\n\n> ## Quoted\n>\n> B[[2]].\n\n- ## In an item\n\n  C[[3]].\n\nD[[2]].\n\n## 二章\n\n乙。\n'})
    expect(called(html)).toEqual([['ref-c1-1', '1'], ['ref-c1-2', '2'], ['ref-c1-3', '3'], ['ref-c1-2', '2']])
    expect(listed(html)).toEqual([['ref-c1-1', '1'], ['ref-c1-2', '2'], ['ref-c1-3', '3']])
  })

  it.each([['with numbers of their own', twoLists], ['with the same numbers', twoLists.replaceAll('[1] C', '[3] C').replaceAll('[2] D', '[4] D').replaceAll('[3] E', '[5] E').replace('丙[[2]]，丁[[1]]', '丙[[4]]，丁[[3]]')]])('prints the lists of chapters where they stood, below their headings, with what nothing cites: %s', async (_, text) => {
    const {html, messages} = await composeFiles({...book('by-chapter'), 'a.md': text})
    expect(html.match(/参考文献/g)).toHaveLength(2)
    expect(texts(html)).toEqual(['B', 'A', 'D', 'C', 'E'])
    for (const call of called(html)) expect(listed(html)).toContainEqual(call)
    expect(messages).toContain('source-uncited')
  })

  it('puts a title above a list that had none', async () => {
    const {html} = await composeFiles({...book('by-chapter'), 'a.md': '# 书\n\n## 一章\n\n甲[[1]]。\n\n[1] A https://e.org/1\n[2] B https://e.org/2\n'})
    expect(html.match(/参考文献/g)).toHaveLength(1)
    expect(texts(html)).toEqual(['A', 'B'])
  })

  it('keeps of the list of a whole book what nothing cites, and no empty chapter', async () => {
    const chapters = '# 书\n\n## 一章\n\n甲[[2]]。\n\n## 二章\n\n丙[[4]]，甲[[2]]。\n\n## 参考文献\n\n'
    const all = await composeFiles({...book('by-chapter'), 'a.md': `${chapters}[2] B https://e.org/2\n[4] D https://e.org/4\n`})
    expect(all.book.chapters.map(({title}) => title.slice(-2))).toEqual(['一章', '二章'])
    const more = await composeFiles({...book('by-chapter'), 'a.md': `${chapters}[1] A https://e.org/1\n[2] B https://e.org/2\n[4] D https://e.org/4\n`})
    expect(texts(more.html)).toEqual(['B', 'D', 'B', 'A'])
  })

  it('says of sources that no chapter prints that they are not printed', async () => {
    const {book: {messages}} = await composeFiles({...book('by-chapter'), 'a.md': '# 书\n\n## 一章\n\n甲[[1]]。\n\n### 参考文献\n\n[1] A https://e.org/1\n[2] B https://e.org/2\n', 'sources.yml': '- {id: 8, type: book, title: X}\n'})
    const notes = messages.filter(({ruleId}) => ruleId === 'source-uncited').map((entry) => [entry.values.numbers, wording(entry, 'en').note])
    expect(notes).toEqual([['2', expect.stringContaining('They are printed')], ['8', expect.stringContaining('They are not printed')]])
  })
})

describe('places that cite a source', () => {
  const places = (html: string) => [...html.matchAll(/class="backlinks">(.*?)<\/span>/g)].map(([, inner = '']) => inner.replace(/<[^>]+>/g, ''))
  const sections = (text: string) => composeFiles({'book.yml': 'language: zh-CN\nnumbering: {headings: off}\n', 'a.md': `# 书\n\n# 甲章\n\n${text}\n\n# 乙章\n\n空。\n`, 'sources.yml': '- {id: 1, type: book, title: X}\n'}).then(({html}) => places(html))

  it('are not named by a heading in a quotation', async () => {
    expect(await sections('## 一节\n\n> ### 引来的标题\n>\n> 乙[[1]]。\n\n丙[[1]]。')).toEqual(['引用于：一节 (2)'])
  })

  it('of a note are the section that calls it, in the order of the book', async () => {
    expect(await sections('## 一节\n\n甲[^1]。\n\n## 二节\n\n乙[[1]]。\n\n[^1]: 见[[1]][^2]。\n[^2]: 又见[[1]]。')).toEqual(['引用于：一节 (2)、二节'])
  })

  it('of a note are not the heading of the list', async () => {
    const {html} = await composeFiles({...book('as-written'), 'a.md': `${twoLists.replace('甲[[2]]', '甲[[2]][^n]')}\n[^n]: 见[[1]]。\n`})
    expect(places(html).some((entry) => entry.includes('参考文献'))).toBe(false)
  })
})
