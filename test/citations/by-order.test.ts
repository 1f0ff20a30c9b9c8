/** Reference lists without numbers: entries in order, where their number is that of the text. */
import {describe, expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

const entries = ['徐光宪, 王祥云. 物质结构[M]. 北京: 科学出版社, 2010.', 'Knuth D E. Breaking paragraphs[J]. Software, 1981, 11.', '某机构. 某报告. https://example.org/3']

async function compose(list: string, text = '甲[[1]]，乙[[2], [3]]。', more: Record<string, string> = {}) {
  const {book, html, messages} = await composeFiles({'a.md': `# 书\n\n${text}\n\n## 参考文献\n\n${list}\n`, ...more})
  return {sources: [...book.sources].map(([number, {verbatim}]) => `${number} ${verbatim?.slice(0, 5)}`), html, rules: messages.trim().split('\n').map((line) => line.split(' ').slice(0, 3).join(' '))}
}

const taken = ['1 徐光宪, ', '2 Knuth', '3 某机构. ']

describe('a list without numbers', () => {
  it.each([
    ['paragraphs', entries.join('\n\n')],
    ['bullets', entries.map((entry) => `- ${entry}`).join('\n')],
    ['lines', entries.join('\n')],
    ['paragraphs below a line', `---\n\n${entries.join('\n\n')}`],
  ])('of %s is counted in order, and told', async (_what, list) => {
    const {sources, html, rules} = await compose(list)
    expect(sources).toEqual(taken)
    expect(rules).toEqual([`a.md:${list.startsWith('---') ? 9 : 7}:1 info source-list-by-order`])
    expect(html.match(/徐光宪/g)).toHaveLength(1)
    expect(html).toContain('href="#ref-2"')
  })

  it('takes the lines that go on an entry to it', async () => {
    const {sources} = await compose(entries.map((entry) => entry.replace('. ', '.\n')).join('\n\n'))
    expect(sources).toEqual(taken)
  })

  it.each([
    ['more entries', '甲[[1]]，乙[[2]]。', 'source-list-miscounted'],
    ['fewer entries', '甲[[1]]，乙[[5]]。', 'source-list-miscounted'],
  ])('of %s than the text cites is told and left', async (_what, text, rule) => {
    const {sources, html, rules} = await compose(entries.join('\n\n'), text)
    expect(sources).toEqual([])
    expect(rules).toContain(`a.md:7:1 info ${rule}`)
    expect(html).toMatch(/<p[^>]*>徐光宪/)
  })

  it('is left where sources stand in a file', async () => {
    const {sources} = await compose(entries.join('\n\n'), undefined, {'sources.yml': '- {id: 1, type: book, title: 书}\n'})
    expect(sources).toEqual(['1 undefined'])
  })

  it('is left where there are two', async () => {
    const {sources, rules} = await compose(`${entries.join('\n\n')}\n\n## References\n\n${entries.join('\n\n')}`)
    expect(sources).toEqual([])
    expect(rules.filter((rule) => rule.includes('source-list-unread'))).toHaveLength(2)
  })

  it('is left where most of it does not look like sources, or it cites', async () => {
    expect((await compose('一段话。\n\n又一段。\n\n还有一段。')).sources).toEqual([])
    expect((await compose(`${entries.slice(0, 2).join('\n\n')}\n\n甲[[3]]，2001。`)).sources).toEqual([])
  })

  it.each([
    ['a remark above', `本书所引如下：\n\n${entries.map((entry) => `- ${entry}`).join('\n')}`],
    ['a note below an item', `- ${entries[0]}\n  - 本书所引如下：\n- ${entries[1]}\n- ${entries[2]}`],
    ['a remark below', `${entries.map((entry) => `- ${entry}`).join('\n')}\n\n整理于北京。`],
  ])('of bullets with %s counts the bullets only, and prints the remark', async (_what, list) => {
    const {sources, html} = await compose(list)
    expect(sources).toEqual(taken)
    expect(html).toMatch(/本书所引如下：|整理于北京。/)
  })

  it.each([
    ['a paragraph between', `- ${entries[0]}\n\n以下为英文文献，2019，见 https://example.org 。\n\n- ${entries[1]}`],
    ['a remark between', `- ${entries[0]}\n\n**英文**\n\n- ${entries[1]}\n- ${entries[2]}`],
    ['a paragraph below that looks like a source', `- ${entries[0]}\n- ${entries[1]}\n\n（2019 年整理，见 https://example.org 。）`],
    ['an empty item', `- ${entries[0]}\n-\n- ${entries[2]}`],
    ['items that hold lists', `- 中文\n  - ${entries[0]}\n- 英文\n  - ${entries[1]}\n- 其他\n  - ${entries[2]}`],
    ['a remark among paragraphs', `${entries[0]}\n\n${entries[1]}\n\n整理于北京。`],
    ['sections', `### 中文\n\n- ${entries[0]}\n\n### 英文\n\n- ${entries[1]}\n- ${entries[2]}`],
  ])('with %s is told and left', async (_what, list) => {
    const {sources, rules} = await compose(list)
    expect(sources).toEqual([])
    expect(rules.filter((rule) => rule.includes('source-list-unread'))).toHaveLength(1)
  })

  it('is left where nothing is cited', async () => {
    const {sources, rules} = await compose(entries.join('\n\n'), '甲。')
    expect([sources, rules]).toEqual([[], ['']])
  })
})
