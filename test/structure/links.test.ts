/** Links between the files of a book. */
import {expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

it('lead to headings of other files; where a heading is missing, to the file, and that is told', async () => {
  const {html, messages} = await composeFiles({'a.md': '# 甲\n\n[一](b.md#乙) [二](b.md) [三](b.md#无) [四](c.md#乙) [五](#乙) [六](b.md#丁)\n', 'b.md': '# 乙\n\n## 丁\n'})
  expect([...html.matchAll(/<a href="([^"]*)">(.)<\/a>/g)].map(([, href, words]) => `${words}${href}`)).toEqual(['一#c2', '二#c2', '三#c2', '五#c2', '六#c2-h1'])
  expect(messages.split('\n').filter((line) => line.includes('link-')).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual(['a.md:3:23 warning link-imprecise', 'a.md:3:35 warning link-undefined'])
})
