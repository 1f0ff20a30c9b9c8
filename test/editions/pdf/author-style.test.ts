/** A book's own CSS for print: it dresses, but takes no page apart, no folio and no letter. */
import {describe, expect, it} from 'vitest'
import {readAuthorStyle} from '../../../src/editions/pdf/author-style.ts'
import {demandFonts} from '../../../src/editions/pdf/demand.ts'
import {composeFiles} from '../../fixture.ts'
import {hasBrowser, printedFolio, printGalley, readPdf} from './print.ts'

describe('fonts that a style names', () => {
  it.each([
    ['p{font-family:"Any Font"}', 'p{font-family:"Any Font","Banben Song"}'],
    ['p{font-family:serif}', 'p{font-family:"Banben Song","Banben Song"}'],
    ['p{font-family:"My serif",sans-serif}', 'p{font-family:"My serif","Banben Hei","Banben Song"}'],
    ['p{font:italic bold 12pt/1.5 Any,monospace!important}', 'p{font:italic bold 12pt/1.5 Any,"Banben Mono","Banben Song"!important}'],
    ['p{font-family:var(--a)}', 'p{font-family:var(--a),"Banben Song"}'],
    ['p{font-family:initial}', 'p{font-family:"Banben Song","Banben Song"}'],
    ['p{font-family:inherit}', 'p{font-family:inherit}'],
    ['p{font:caption}', 'p{}'],
    ['p{all:unset;color:red}', 'p{all:unset;font-family:"Banben Song","Banben Song";color:red}'],
    ['@media print{p{color:red}}', '@media print{p{color:red}}'],
  ])('%s ends with one that has the text', async (css, expected) => expect((await readAuthorStyle(css)).css).toBe(expected))
})

describe('what a style prints', () => {
  it.each([
    ['p::before{content:"前\\2603"}', '前☃'],
    ['@page{@bottom-left{content:"第" counter(page) "页"}}', '第页'],
    [':root{--mark:"甲"}p::before{content:var(--mark)}', '甲'],
    ['ol{list-style:simp-chinese-informal}', '一十百千'],
    ['q{content:open-quote}', '「“'],
    ['em{text-emphasis:filled sesame}', '﹅'],
  ])('%s is asked of the fonts', async (css, wanted) => {
    const {text} = await readAuthorStyle(css)
    for (const character of wanted) expect(text).toContain(character)
  })

  it('includes attributes and capitals, where it asks for them', async () => {
    const tree = {type: 'root' as const, children: [{type: 'element' as const, tagName: 'p', properties: {title: '题'}, children: [{type: 'text' as const, value: 'жa'}]}]}
    const demanded = async (css: string) => demandFonts([tree], '', await readAuthorStyle(css)).filter(({role}) => role === 'song').map(({text}) => text)
    for (const text of await demanded('p::after{content:attr(title)}')) expect(text).toContain('题')
    expect((await demanded('p{text-transform:uppercase}'))[0]).toContain('Ж')
    for (const text of await demanded('p{font-weight:bold}')) expect(text).toContain('ж')
  })
})

const prose = Array.from({length: 12}, (_, index) => `第${index}段。${'潮水涨落有时，与月亮的盈亏相应。'.repeat(12)}`).join('\n\n')
const manuscript = `# 书\n\n## 甲章\n\n${prose}\n\n> 引文\n\n## 乙章\n\n${prose}\n`

async function printStyled(css: string) {
  const {galley} = await composeFiles({'a.md': manuscript, 'book.yml': 'pdf: {trim: A5, openRecto: true}\n'})
  galley.styles = {...galley.styles, print: css}
  const {data, messages} = await printGalley(galley)
  return {messages, read: await readPdf(data)}
}

describe.skipIf(!hasBrowser)('a style that', () => {
  it.each([
    ['lays parts beside each other', 'body{display:grid;grid-template-columns:1fr 1fr;columns:2}.part{display:inline;float:left;position:absolute}'],
    ['makes a flex box of each part', '.part{display:flex}'],
    ['dissolves the parts', '.part{display:contents!important}'],
    ['hides the blank pages', '.blank{display:none!important}'],
    ['cuts parts off', '.part{overflow:hidden;height:50mm;max-height:50mm}body{margin:80mm;display:none}'],
    ['turns lines', 'body,.chapter{writing-mode:vertical-rl}.part{transform:scale(.5) rotate(10deg)}'],
    ['changes the page’s lengths', ':root{--trim-height:0mm;--slug:100mm;--notes:90mm}'],
    ['shows all', '*{display:block!important}'],
    ['names fonts of a machine', 'body{font-family:"DejaVu Sans",sans-serif}p{font:12pt Arial}h1{font-family:initial}blockquote p{font-weight:bold}'],
  ])('%s loses no text and no folio', {timeout: 60_000}, async (_, css) => {
    const {messages, read} = await printStyled(css)
    expect(messages.map(({ruleId}) => ruleId).filter((rule) => rule !== 'conformance-not-claimed')).toEqual([])
    expect(messages.filter(({values}) => /7\.21\.8/.test(String(values.clause)))).toEqual([]) // no boxes
    const text = read.text.replace(/\s/g, '')
    for (let index = 0; index < 12; index += 1) expect(text.split(`第${index}段。`)).toHaveLength(3)
    expect(text.split('盈亏')).toHaveLength(2 * 12 * 12 + 1)
    for (const page of read.pages) if (printedFolio(page) !== undefined) expect(printedFolio(page)).toBe(page.label)
  })
})
