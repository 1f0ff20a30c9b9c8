import {expect, it} from 'vitest'
import {isAnnouncement} from '../../src/citations/sources/announcements.ts'
import {isUnderlined} from '../../src/citations/sources/entries.ts'
import {readHtmlList} from '../../src/citations/sources/html-lists.ts'
import {announcesSources} from '../../src/citations/sources/titles.ts'
import {understandEntry} from '../../src/citations/sources/understand.ts'

it.each([
  ['A. Writer and B. Other, "A solid future," Journal, vol. 1, 2016. https://example.org/a', undefined],
  ['"A Cost Review," Example Research, 2024. https://example.org/b', undefined],
  ['A. Writer. “A solid future.” Journal. https://example.org/a', undefined],
  ['A Cost Review: https://example.org/b', 'A Cost Review'],
  ['A Cost Review [J/OL]: https://example.org/b', undefined],
  ['A Cost Review [M]: https://example.org/b', undefined],
  ['关于“双碳”的报告：https://example.org/c', '关于“双碳”的报告'],
  ['"Alone": https://example.org/d', '"Alone"'],
  ['Au B. Title two. 2002. https://doi.org/10.1000/xyz', undefined],
  ['Au B. Title three. https://example.org/e', undefined],
  ['World Health Organization (2024). https://example.org/e', undefined],
  ['A title, 2024. https://example.org/e', undefined],
  ['张三. 标题：https://example.org/e', undefined],
  ['标题。作者：https://example.org/e', undefined],
  ['Annals of Ice https://doi.org/10.1000/xyz', undefined],
  ['State of the ice 2024: https://example.org/f', 'State of the ice 2024'],
  ['Node.js 22.1 is here. https://example.org/f', 'Node.js 22.1 is here'],
])('takes no full reference for a title: %s', (raw, title) => {
  expect(understandEntry(raw)?.title).toBe(title)
})

it.each([['参考文献（共三条）', true], ['参考文献（共三条）列表', true], ['参考文献（共三条）方法', false], ['（三）参考文献', true], ['参考文献的写法', false], ['Source URL', true], ['Source URLs', true], ['Source code', false]])('takes “%s” for the name of a list: %s', (title, expected) => {
  expect(announcesSources(title)).toBe(expected)
})

it.each([['<p>[1] 甲 https://e.org/1</p>', [1]], ['<ol><p>甲 https://e.org/1</p></ol>', []], ['<ol><li></li><li>甲</li></ol>', [2]], ['<ol start="3"><li>甲</li><li value="7">乙</li><li>丙</li></ol>', [3, 7, 8]], ['<ul><li>甲</li></ul>', []], [`<ol><li>${'甲'.repeat(499_982)}</li></ol>`, [1]], [`<ol><li>${'甲'.repeat(499_983)}</li></ol>`, []]])('reads HTML as a list: %.40s', (html, numbers) => {
  expect(readHtmlList(html, 0).map(({number}) => number)).toEqual(numbers)
})

it('reads the words of an HTML entry without its label', () => {
  expect(readHtmlList('<p>[1] 甲*乙 <a href="https://e.org/1">丙</a></p>', 7)).toEqual([{number: 1, raw: '甲\\*乙 [丙](<https://e.org/1>)', label: 'bracket', offset: 7}])
})

it.each([['[1] 甲\n---', false], ['[1] 甲\n[2] 乙\n---', true], ['# 甲', false]])('takes %j for a list above a line: %s', (text, expected) => {
  const end = {line: 1, column: 1, offset: text.length}
  expect(isUnderlined({type: 'heading', depth: 2, children: [], position: {start: {line: 1, column: 1, offset: 0}, end}}, text)).toBe(expected)
})

it.each([['<p>Works<br>cited</p>', true], ['<h2>References</h2>', true], ['<em>References</em>', false], ['<p>Work</p>', false]])('%s announces a list: %s', (value, expected) => {
  expect(isAnnouncement({type: 'html', value})).toBe(expected)
})
