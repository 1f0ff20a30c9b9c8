/** Numbers in the text and labels in the lists, and to which section a call belongs. */
import {describe, expect, it} from 'vitest'
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
