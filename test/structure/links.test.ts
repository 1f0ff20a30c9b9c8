/** Links between the files of a book. */
import {expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

it('lead to headings of other files; where a heading is missing, to the file, and that is told', async () => {
  const {html, messages} = await composeFiles({'a.md': '# 甲\n\n[一](b.md#乙) [二](b.md) [三](b.md#无) [四](c.md#乙) [五](#乙) [六](b.md#丁)\n', 'b.md': '# 乙\n\n## 丁\n'})
  expect([...html.matchAll(/<a href="([^"]*)">(.)<\/a>/g)].map(([, href, words]) => `${words}${href}`)).toEqual(['一#c2', '二#c2', '三#c2', '五#c2', '六#c2-h1'])
  expect(messages.split('\n').filter((line) => line.includes('link-')).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual(['a.md:3:23 warning link-imprecise', 'a.md:3:35 warning link-undefined'])
})

it.each([
  ['zh-CN', '# 甲 {#a}\n\n## 子 {#s}\n\n[](#a) [](#s) [](#b)\n\n# 乙 {#b}\n', ['第一章', '1.1 节', '第二章']],
  ['en', '# Tide {#a}\n\n## Moon {#s}\n\n[](#a) [](#s) [](#b)\n\n# Wave {#b}\n', ['Chapter 1', 'Section 1.1', 'Chapter 2']],
  ['zh-CN', '# 第一章 甲 {#a}\n\n## 1.1 子 {#s}\n\n[](#a) [](#s) [](#b)\n\n# 附录 A 表 {#b}\n', ['第一章', '1.1 节', '附录 A']],
  ['zh-CN', '# 独章 {#a}\n\n## 子节 {#s}\n\n[](#s) [他名](#s)\n', ['子节', '他名']],
])('without words take the label of their heading, or its words: %s %#', async (language, text, names) => {
  const {html} = await composeFiles({'book.yml': `title: 书\nlanguage: ${language}\nnumbering: {headings: ${text.includes('独章') ? 'off' : 'auto'}}\n`, 'a.md': text})
  expect([...html.matchAll(/<a href="#c[^"]*">([^<]*)<\/a>/g)].map(([, words]) => words)).toEqual(names)
})

it('start from the folder of their own file, and may have a colon in their fragment', async () => {
  const {html, messages} = await composeFiles({'a.md': '# 甲\n\n[一](part/b.md#sec:b) [二](./part/b.md)\n', 'part/b.md': '# 乙 {#sec:b}\n\n[三](c.md) [四](../a.md#甲) [五](#sec:b) [六](../part/./c.md)\n', 'part/c.md': '# 丙\n'})
  expect([...html.matchAll(/<a href="([^"]*)">(.)<\/a>/g)].map(([, href, words]) => `${words}${href}`)).toEqual(['一#c2', '二#c2', '三#c3', '四#c1', '五#c2', '六#c3'])
  expect(messages).toBe('')
})

it.each(['x.html', 'b.txt#乙', '?x', '/etc/passwd', 'none.md', '%zz'])('to %s lead nowhere: their words stay', async (url) => {
  const {html, messages} = await composeFiles({'a.md': `# 甲\n\n文[词](${url})。\n`, 'b.md': '# 乙\n'})
  expect(html).toContain('文词。')
  expect(messages).toContain('a.md:3:2 warning link-undefined')
})

it.each(['https://e.org/b.md', 'mailto:a@e.org', 'tel:+86', 'HTTP://e.org'])('to %s lead out of the book', async (url) => {
  const {html, messages} = await composeFiles({'a.md': `# 甲\n\n文[词](${url})。\n`})
  expect(html).toContain(`<a href="${url}">词</a>`)
  expect(messages).toBe('')
})

it('to a table are told where they name another number, and no other words', async () => {
  const {messages} = await composeFiles({'a.md': '# 甲\n\n表：数据 {#tab:a}\n\n| a |\n|---|\n| 1 |\n\n见[2020 年的数据](#tab:a)、[表 2](#tab:a)与[表 1](#tab:a)。\n'})
  expect(messages.match(/.*label-mismatched .*/g)).toEqual(['a.md:9:22 warning label-mismatched Unexpected `表 2` in a link to 表 1, expected its own number'])
})

it.each([['', '表 1'], ['numbering: {captions: false}\n', '数据与 码']])('to a table without words take its label, or its caption: %j', async (numbering, words) => {
  const {html} = await composeFiles({'book.yml': `language: zh-CN\n${numbering}`, 'a.md': '# 甲\n\n表：数据*与* `码` {#tab:a}\n\n| a |\n|---|\n| 1 |\n\n见[](#tab:a)。\n'})
  expect(html).toContain(`<a href="#tab-1">${words}</a>`)
})

it('leave MathML of a cell as it was written, and Markdown around other tags as it is read', async () => {
  const {html} = await composeFiles({'a.md': '# 甲\n\n| a |\n|---|\n| <math><mi>x*y*z</mi></math> |\n\na <b>x</b> *y* </math>\n'})
  expect(html).toContain('<mi>x*y*z</mi>')
  expect(html).toContain('<b>x</b> <em>y</em>')
})

it('lead to a formula with a label, and take its number', async () => {
  const {html, messages} = await composeFiles({'book.yml': 'title: 书\nlanguage: zh-CN\n', 'a.md': '# 甲\n\n$$x^2$$ {#eq-lat}\n\n见[](#eq-lat)与[式一](#eq-lat)。\n\n$$y$$ 后 {#b}\n\n# 乙\n'})
  expect(messages).toBe('')
  const anchor = /<div class="formula" id="([^"]+)"/.exec(html)?.[1]
  expect(anchor).toBeDefined()
  expect(html).toContain(`见<a href="#${anchor}">式（1）</a>与<a href="#${anchor}">式一</a>`)
  expect(html).toContain('后 {#b}') // within a line, it is text
})

it('print a formula with a label that cannot be read as it was written', async () => {
  const {html, messages} = await composeFiles({'book.yml': 'title: 书\nlanguage: zh-CN\n', 'a.md': '# 甲\n\n$$ \\frac{a $$ {#eq-a}\n\n# 乙\n'})
  expect(messages).toContain('math-invalid')
  expect(html + messages).not.toContain('tag')
})

it('count the formulas with a label, and no number stands twice', async () => {
  const read = async (language: string, text: string) => {
    const {html, messages} = await composeFiles({'book.yml': `title: 书\nlanguage: ${language}\n`, 'a.md': text})
    expect(messages).toBe('')
    return {links: [...html.matchAll(/<a href="#c1[^"]*">(.*?)<\/a>/g)].map(([, words]) => words), tags: [...html.matchAll(/class="tml-tag">(.*?)</g)].map(([, words]) => words)}
  }
  const formulas = '$$a$$ {#eq-a}\n\n$$b \\tag{1}$$ {#eq-b}\n\n$$c$$\n\n$$\n\\begin{align} d&=e\\\\ f&=g \\end{align}\n$$ {#eq-d}\n\n> $$h \\\\ i$$ {#eq-h}\n'
  expect(await read('zh-CN', `# 甲\n\n由[](#eq-a)，由式[](#eq-b)，由公式 [](#eq-d)。[](#eq-h)\n\n${formulas}`)).toEqual({links: ['式（2）', '（1）', '（3）', '式（4）'], tags: ['(2)', '(1)', '(3)', '(4)']})
  expect((await read('en', `# One\n\nSee [](#eq-a) and Equation [](#eq-b); Eq. [](#eq-d).\n\n${formulas}`)).links).toEqual(['Equation (2)', '(1)', '(3)'])
})
