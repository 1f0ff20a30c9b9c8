/** Text that no page shows is counted and told, chapter by chapter; what is shown in another way is not. */
import {describe, expect, it} from 'vitest'
import type {Edition} from '../../../src/model/book.ts'
import {composeFiles} from '../../fixture.ts'
import {hasBrowser, printGalley, readPdf} from './print.ts'

const text = '潮水涨落有时，与月亮的盈亏相应。Tides rise and fall.'.repeat(8)

async function printStyled(manuscript: string, css = ''): Promise<Edition> {
  const {galley} = await composeFiles({'a.md': manuscript, 'book.yml': 'pdf: {trim: A5}\n'})
  galley.styles = {...galley.styles, print: css}
  return printGalley(galley)
}

const lossesOf = ({messages}: Edition) => messages.filter(({ruleId}) => ruleId === 'text-unprinted').map(({values, place}) => [values.title, values.letters, place.line])

describe.skipIf(!hasBrowser)('text', () => {
  it.each([
    ['is moved off the page', 'p{position:relative;left:300mm}'],
    ['is hidden', 'p{display:none}'],
    ['is cut off', 'p{height:0;overflow:hidden}'],
  ])('that %s is told with its chapter', {timeout: 60_000}, async (_, css) => {
    const edition = await printStyled(`# 书\n\n## 甲\n\n${text}\n\n## 乙\n\n- ${text}\n`, css)
    expect(lossesOf(edition)).toEqual([['第一章　甲', expect.any(Number), 3]])
    expect(Number(edition.messages.find(({ruleId}) => ruleId === 'text-unprinted')?.values.letters)).toBeGreaterThan(150)
  })

  it('in ruby, formulas, ranges of citations, code, notes, fallbacks and half transparent is text that is shown', {timeout: 60_000}, async () => {
    const sources = Array.from({length: 30}, (_, index) => `[${index + 1}] 张三. 题名${index}[J]. 刊名, 2024.`).join('\n\n')
    const manuscript = `# 书\n\n## 甲\n\n${text}[[1-24]] 由[1][2][3][4][5][6][7][8]。[^1]\n\n<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字，$\\operatorname{softmax}(x)$，office file ffl，Å é ①。\n\n<details><summary>题</summary>\n\n${text}\n\n</details>\n\n\`\`\`js\nconst x = "${'word'.repeat(60)}"\n\`\`\`\n\n[^1]: ${text}\n\n## 参考文献\n\n${sources}\n`
    expect(lossesOf(await printStyled(manuscript, 'p{opacity:.5}'))).toEqual([])
    expect(lossesOf(await printStyled(manuscript))).toEqual([])
  })
})

describe.skipIf(!hasBrowser)('notes in the margin', () => {
  it('that run on beside the next chapters are shown, though their title is not', {timeout: 60_000}, async () => {
    const chapters = ['甲', '乙', '丙', '丁'].map((name, index) => `## ${name}\n\n${text}[^${index}]\n`).join('\n')
    const notes = ['春夏', '秋冬', '天地', '山川'].map((words, index) => `[^${index}]: ${words.repeat(300)}`).join('\n\n')
    const {galley} = await composeFiles({'a.md': `# 书\n\n${chapters}\n${notes}\n`, 'book.yml': 'pdf: {trim: A5, theme: brief, footnotes: margin}\n'})
    expect(lossesOf(await printGalley(galley))).toEqual([])
  })
})

describe.skipIf(!hasBrowser)('lists and quotations', () => {
  it.each(['A4', '[60, 90]'])('that are nested thirty deep stay on a page of %s', {timeout: 60_000}, async (trim) => {
    const depths = Array.from({length: 30}, (_, depth) => depth)
    const lists = depths.map((depth) => `${'  '.repeat(depth)}- 第${depth}层，写得长一些来看换行。`).join('\n')
    const quotations = depths.slice(1).map((depth) => `${'>'.repeat(depth)} 第${depth}重，写得长一些来看换行。\n${'>'.repeat(depth)}`).join('\n')
    const {galley} = await composeFiles({'a.md': `# 书\n\n## 甲\n\n${lists}\n\n${quotations}\n`, 'book.yml': `pdf: {trim: ${trim}}\n`})
    const edition = await printGalley(galley)
    expect(lossesOf(edition)).toEqual([])
    const text = (await readPdf(edition.data)).text.replace(/\s/g, '')
    for (const depth of depths.slice(1)) expect(text).toContain(`第${depth}重`)
  })
})
