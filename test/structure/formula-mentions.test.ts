/** Words that name a formula by its number. */
import {expect, it} from 'vitest'
import {numberByHand} from '../../src/structure/formula-mentions.ts'
import {composeFiles} from '../fixture.ts'

const formulas = '$$a$$ {#eq-a}\n\n$$\\begin{align} b&=c \\\\ d&=e \\end{align}$$\n\n$$f \\tag{1.1}$$\n\n$$g \\qquad (2-5)$$\n'

async function read(text: string, more = '') {
  const {html, messages} = await composeFiles({'book.yml': 'title: 书\nlanguage: zh-CN\n', 'a.md': `# 甲\n\n${text}\n\n${formulas}${more}`})
  return {links: [...html.matchAll(/<a href="#(c\d-b\d)">(.*?)<\/a>/g)].map(([, id, words]) => `${words} ${id}`), messages: messages.split('\n').filter((line) => line.includes('reference-dangling'))}
}

it('leads to it, whatever brackets it has', async () => {
  const {links, messages} = await read('由式(1)与式（2）得公式 3，代入方程(1.1)。See Equation 1, Eq. (2) and equation (3); 见式 (2–5)。')
  expect(links).toEqual(['式(1) c1-b2', '式（2） c1-b3', '公式 3 c1-b3', '方程(1.1) c1-b4', 'Equation 1 c1-b2', 'Eq. (2) c1-b3', 'equation (3) c1-b3', '式 (2–5) c1-b5'])
  expect(messages).toEqual([])
})

it.each(['模式（1）', '嵌入式（1）', '方式 1', '公式 1 个', '公式 12', '公式 1.2', 'Equation 1a', 'Equationally 1', '`式（1）`', '[式（1）](https://e.org)'])('is no part of other words: %s', async (words) => {
  expect((await read(`用${words}。`)).links).toEqual([])
})

it('is told where the text sends to one that the book does not have', async () => {
  const {links, messages} = await read('由式（9）与公式（1）得；见式（8）。See Eq. (7). 文献的式（6）。见式（5）。', '\nE = mc² …… （5）\n')
  expect(links).toEqual(['公式（1） c1-b2'])
  expect(messages.map((line) => /reference to (.*?),/.exec(line)?.[1])).toEqual(['式（9）', '式（8）', 'Eq. (7)'])
})

it('leads to the formula of its own chapter where a number stands twice', async () => {
  const {links} = await read('见式（1.1）。', '\n# 乙\n\n见式（1.1）。\n\n$$h \\tag{1.1}$$\n')
  expect(links).toEqual(['式（1.1） c1-b4', '式（1.1） c2-b2'])
})

it.each([['a=b \\qquad (3)', '3'], ['a \\quad \\text{（1.2）}', '1.2'], ['f(2)', undefined], ['a \\equiv b \\pmod{3}', undefined]])('is read from the end of %s', (tex, number) => {
  expect(numberByHand(tex)).toBe(number)
})

it('is looked for in a time that grows with the text', async () => {
  const {messages} = await read(`${'式（1.'.repeat(20_000)}${'('.repeat(20_000)}`)
  expect(messages).toEqual([])
})
