/** Formulas that LaTeX numbers by itself. */
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {numberedLines} from '../../src/structure/formula-lines.ts'
import {composeFiles} from '../fixture.ts'

async function tagsOf(text: string) {
  const {html, messages} = await composeFiles({'book.yml': 'title: 书\nlanguage: zh-CN\n', 'a.md': `# 甲\n\n${text}\n\n# 乙\n`})
  expect(messages).toBe('')
  expect(html).not.toContain('tml-eqn')
  return {html, tags: [...html.matchAll(/class="tml-tag">(.*?)</g)].map(([, words]) => words)}
}

it('have their numbers in the text of the page, a line each', async () => {
  const {html, tags} = await tagsOf('$$\\begin{equation} a=b \\end{equation}$$\n\n$$\n\\begin{align}\nc&=d\\\\\ne&=f \\notag\\\\\ng&=h\n\\end{align}\n$$\n\n$$\n\\begin{gather} i\\\\ j \\nonumber \\end{gather}\n$$')
  expect(tags).toEqual(['(1)', '(2)', '(3)', '(4)'])
  expect(html.match(/<mtr class="tml-tageqn">/g)).toHaveLength(4)
})

it('count with those that have a label, and leave out what the author gave', async () => {
  const {tags} = await tagsOf('$$a$$ {#eq-a}\n\n$$\\begin{align} b&=c \\\\ d&=e \\tag{2} \\\\ f&=g \\end{align}$$\n\n$$\\begin{equation} h \\end{equation}$$ {#eq-h}\n\n见[](#eq-h)。')
  expect(tags).toEqual(['(1)', '(3)', '(2)', '(4)', '(5)'])
})

it('with a label of their own lead to their number', async () => {
  const {html} = await tagsOf('$$a$$ {#eq-a}\n\n$$\\begin{equation} h \\end{equation}$$ {#eq-h}\n\n见[](#eq-h)。')
  expect(html).toContain('">式（2）</a>')
  expect(html.match(/\(2\)/g)).toHaveLength(1)
})

it('with a star, and those within others, have none', async () => {
  expect((await tagsOf('$$\\begin{equation*} a \\end{equation*}$$\n\n$$\\begin{aligned} a&=b\\\\ c&=d \\end{aligned}$$')).tags).toEqual([])
})

it.each([
  ['\\begin{equation} a \\\\ b \\end{equation}', [true]],
  ['\\begin{equation}\\begin{split} a&=b\\\\ c&=d\\end{split}\\end{equation}', [true]],
  ['\\begin{align} a&=b\\\\ c&=d\\\\ \\end{align}', [true, true]],
  ['\\begin{align} a\\\\[2pt]b\\\\*c\\cr d\\end{align}', [true, true, true, true]],
  ['\\begin{align} \\begin{aligned} a\\\\b\\end{aligned} &=b\\\\ \\substack{c\\\\d}&=d \\end{align}', [true, true]],
  ['\\begin{align} a\\tag{1}\\\\ b \\% \\\\ c % \\\\ d\n \\notag \\end{align}', [true]],
  ['\\begin{multline} a\\\\ b\\\\ c\\end{multline}', [false, false, true]],
  ['\\begin{multline} a\\\\ b\\\\ c \\notag\\end{multline}', [false, false]],
  ['\\begin{equation} a \\end{equation}\n\\begin{gather} b \\\\ c \\end{gather}', [true, true, true]],
  ['\\begin{equation} a', []],
  ['a = b', []],
])('are counted as they are set: %s', (tex, lines) => {
  expect(numberedLines(tex)).toEqual(lines)
})

it('are as many as the lines that are set, whatever stands in them', async () => {
  const {setMathematics} = await import('../../src/setting/mathematics.ts')
  const cell = fc.constantFrom('a', 'b=c', '\\frac{a}{b}', '\\begin{aligned} x\\\\y \\end{aligned}', '\\notag', '\\{', '\\tag{7}', 'd % \\\\\n', '{e}')
  const row = fc.array(cell, {minLength: 1, maxLength: 3}).filter((cells) => cells.join('').split('tag').length < 3).map((cells) => cells.join(' '))
  let refused = 0
  fc.assert(fc.property(fc.constantFrom('align', 'align*', 'gather', 'gather*'), fc.array(row, {minLength: 1, maxLength: 4}), (name, rows) => {
    const tex = `\\begin{${name}} ${rows.join(' \\\\ ')} \\end{${name}}`
    const result = setMathematics(tex, true, numberedLines(tex).map((_, index) => `n${index + 1}`))
    if ('fault' in result) { // two tags in a row
      refused += 1
      return
    }
    const set = JSON.stringify(result).match(/\(n\d\)/g) ?? []
    expect(set).toHaveLength(numberedLines(tex).length)
    expect(JSON.stringify(result)).not.toContain('tml-eqn')
  }), {numRuns: 60})
  expect(refused).toBeLessThan(30)
})

it('are read in a time that grows with their length', () => {
  expect(numberedLines(`\\begin{align}${'\\\\'.repeat(50_000)}${'{'.repeat(50_000)}`)).toEqual([])
})
