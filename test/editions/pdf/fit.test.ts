/** Tables and formulas that fit the page: nothing of them may stand outside, where it is not printed. */
import fc from 'fast-check'
import type {Element} from 'hast'
import {h} from 'hastscript'
import {toHtml} from 'hast-util-to-html'
import {toString} from 'hast-util-to-string'
import {describe, expect, it} from 'vitest'
import {cutTable} from '../../../src/editions/pdf/cut-table.ts'
import {fitFormula} from '../../../src/editions/pdf/fit-formula.ts'
import {fitTable} from '../../../src/editions/pdf/fit-table.ts'
import {headTable} from '../../../src/editions/pdf/head-table.ts'
import {prepareChapter} from '../../../src/editions/pdf/prepare-tree.ts'
import {columnsOf, rowsOf} from '../../../src/editions/table-columns.ts'
import type {Edition, GalleyChapter} from '../../../src/model/book.ts'
import {hasBrowser, printFiles, readPdf} from './print.ts'

const a4 = {width: 40, height: 62}
const table = (rows: string[][], head: string[] = []) => h('table', [h('thead', h('tr', head.map((cell) => h('th', cell)))), h('tbody', rows.map((row) => h('tr', row.map((cell) => h('td', cell)))))])
const classes = (element: Element) => (Array.isArray(element.properties.className) ? element.properties.className : [])

function fitted(rows: string[][], measure = a4, head?: string[]): {names: unknown[]; whole: boolean[]} {
  const made = table(rows, head)
  fitTable(made, measure)
  const [, body] = made.children as Element[]
  const [row] = (body?.children ?? []) as Element[]
  return {names: classes(made), whole: (row?.children ?? []).map((cell) => cell.type === 'element' && classes(cell).includes('whole'))}
}

describe('a table', () => {
  it('of few and short columns is left as it is', () => {
    expect(fitted([['甲', '乙']]).names).toEqual(['whole-heads'])
    expect(fitted([['甲', '乙', '丙', '丁', '戊', '己']], a4, Array.from({length: 6}, () => '每百万词元的价格')).names).toEqual([])
  })

  it.each([
    ['seven columns', 7, '甲', ['wide', 'whole-heads']],
    ['twelve columns', 12, '甲', ['wide', 'very-wide', 'whole-heads']],
    ['six columns of long words', 6, 'max_positions_x', ['wide', 'very-wide', 'whole-heads']],
  ])('of %s has smaller letters', (_, count, cell, names) => expect(fitted([Array.from({length: count}, () => cell)]).names).toEqual(names))

  it('too wide for the page is turned, where its rows have room', () => {
    const row = Array.from({length: 14}, () => '1,200,000.00')
    expect(fitted(Array.from({length: 20}, () => row)).names).toEqual(['turned', 'wide', 'very-wide', 'whole-heads'])
    expect(fitted(Array.from({length: 200}, () => row)).names).toContain('anywhere')
  })

  const shares = (made: Element) => rowsOf(made.children)[0]?.children.map((cell) => Number(/^min-width:([\d.]+)em$/.exec(String((cell as Element).properties.style))?.[1])) ?? []
  const heads = ['类别', '代表药物', '每日剂量范围(mg)', 'HbA1c降幅(%)', '低血糖风险', '对体重影响', 'eGFR 45～59', 'eGFR 30～44', 'eGFR<30', '主要不良反应', '推荐等级']
  const drugs = ['双胍类', '格列美脲、格列齐特、格列喹酮', '0.6～1.8；0.25～1.0（每周）', '1.0～2.0', '无', '中性或轻度下降', '不需调整', '减量（最大1000mg/d）', '禁用（格列喹酮除外）', '胃肠道反应、维生素缺乏、乳酸酸中毒', '1A']

  it('whose heads have no room to stay whole divides them between words, and leaves none a character a line', () => {
    const made = table([drugs], heads)
    fitTable(made, {width: 36, height: 60})
    expect(classes(made)).toEqual(['wide'])
    expect(toHtml(made)).toContain('低血糖<wbr>风险')
    const given = shares(made)
    expect(given[4]).toBeGreaterThanOrEqual(3)
    expect(Math.min(...given)).toBeGreaterThanOrEqual(2)
    expect(given[9]).toBeGreaterThan(given[4] ?? 0) // running text more than a word
    expect(toString(made)).toBe(toString(table([drugs], heads)))
  })

  it('that leaves words of a head no room has smaller letters', () => {
    const made = table([drugs], heads)
    fitTable(made, {width: 28, height: 60})
    expect(classes(made)).toEqual(['wide', 'very-wide'])
  })

  it('gives its columns no more than the page has', () => {
    const cell = fc.constantFrom('无', '中性', '低血糖风险', '格列美脲、格列齐特、格列喹酮', 'HbA1c', 'internationalisation', '0.25～1.0（每周）')
    fc.assert(fc.property(fc.integer({min: 2, max: 13}).chain((count) => fc.tuple(fc.array(cell, {minLength: count, maxLength: count}), fc.array(cell, {minLength: count, maxLength: count}))), fc.integer({min: 16, max: 40}), ([head, row], width) => {
      const made = table([row], head)
      fitTable(made, {width, height: 10})
      const names = classes(made)
      const [size, padding] = names.includes('tiny') ? [0.5, 0.3] : names.includes('very-wide') ? [0.6, 0.4] : names.includes('wide') ? [0.74, 0.8] : [0.88, 1.4]
      const given = shares(made)
      if (given.every(Number.isFinite)) expect(given.reduce((sum, ems) => sum + ems + padding, 0) * size).toBeLessThanOrEqual(width)
      else if (names.includes('whole-heads') || names.includes('anywhere')) expect(given.every(Number.isNaN)).toBe(true)
    }))
  })

  it('breaks behind slashes, where it is reckoned to, but not within what is short or before digits', () => {
    const made = table([['采样/label/sample 限额', 'km/h 24/7', '`GPT-4`', 'NASA/奔驰/产业基金']], ['A/B', 'Management/Cardinality', '', ''])
    fitTable(made, a4)
    expect(toHtml(made).replace(/<(?!wbr)[^>]*>/g, ' ')).toContain('采样/<wbr>label/<wbr>sample 限额  km/h 24/7')
    expect(toHtml(made)).toContain('Management/<wbr>Cardinality')
    expect(toHtml(made)).not.toContain('A/<wbr>B')
    expect(columnsOf(table([['ABCDEF-1234567890']]), false)[0]?.letters).toBeGreaterThan(columnsOf(table([['ABCDEF-abcdefghij']]), false)[0]?.letters ?? 0)
  })

  it.skipIf(!hasBrowser)('of many cells with slashes loses no column', {timeout: 60_000}, async () => {
    const rows = ['CloudWatch / Grafana；告警', 'Metrics Management/Cardinality 查看', 'PromQL/Managed Grafana/高可用', '采样/label/sample 限额、可编排过滤', '15天免费/归档可选', '基本免费，超量付费']
    const {data, messages} = await printFiles({'a.md': `# 书\n\n## 甲\n\n| | AWS AMP | GCP GMP | Azure Monitor | 阿里云 ARMS | 腾讯云 TMP | 华为云 AOM |\n|---|---|---|---|---|---|---|\n${rows.map((_, index) => `| **高基数/高 churn 检测** | ${[...rows.slice(index), ...rows.slice(0, index)].join(' | ')} |\n`).join('')}`})
    expect(messages.map(({ruleId}) => ruleId)).toEqual([])
    const text = (await readPdf(data)).text.replace(/\s/g, '')
    expect(text.split('超量付费')).toHaveLength(rows.length + 1)
    expect(text).toContain('AOM')
  })

  it('of more columns than a page has room for is cut into several, which repeat the first and say each other column once', () => {
    fc.assert(fc.property(fc.integer({min: 1, max: 300}), fc.integer({min: 8, max: 60}), (count, width) => {
      const cells = Array.from({length: count}, (_, index) => `c${index};`)
      const made = table([cells], cells)
      made.properties.id = 't'
      const bands = cutTable(made, width)
      const rows = bands.map((band) => rowsOf(band.children).map((row) => toString(row).match(/c\d+/g) ?? []))
      for (const columns of [0, 1]) expect([cells[0], ...rows.flatMap((band) => (band[columns] ?? []).slice(1).map((cell) => `${cell};`))]).toEqual(cells)
      for (const band of rows) expect(band.every((row) => row[0] === 'c0')).toBe(true)
      expect(bands.filter(({properties}) => properties.id === 't')).toHaveLength(1)
      if (bands.length > 1) for (const band of rows) expect((band[0]?.length ?? 0) * 2.3 * 0.5).toBeLessThanOrEqual(Math.max(width, 2.3))
    }))
    const spanning = h('table', [h('tr', h('th', {colSpan: 200}, '一')), h('tr', Array.from({length: 200}, () => h('td', '甲')))])
    expect(cutTable(spanning, 30)).toEqual([spanning])
  })

  it.skipIf(!hasBrowser)('of a hundred columns is printed whole', {timeout: 60_000}, async () => {
    const row = (word: string) => `| ${Array.from({length: 100}, (_, index) => `${word}${index}`).join(' | ')} |\n`
    const {data, messages} = await printFiles({'a.md': `# 书\n\n## 甲\n\n${row('列')}|${'---|'.repeat(100)}\n${row('格')}`, 'book.yml': 'pdf: {trim: A5}\n'})
    expect(messages).toEqual([])
    const text = (await readPdf(data)).text.replace(/\s/g, '')
    for (let index = 0; index < 100; index += 1) expect(text).toContain(`格${index}`)
  })

  it('in a list or a quotation has less room', () => {
    const namesIn = (wrap: (made: Element) => Element): unknown[] => {
      const chapter = {id: 'c1', matter: 'body', role: 'chapter', title: '', path: 'a.md', tree: {type: 'root', children: [wrap(table([['abcdefghij', 'abcdefghij', 'abcdefghij', 'abcdefghij']]))]}} as unknown as GalleyChapter
      const {tree} = prepareChapter(chapter, {assets: new Map(), slots: [], used: new Set(), formulas: new Map(), hyphenate: (words: string) => words, marginNotes: new Map(), measure: {width: 24, height: 40}, citedOn: ['', '']}, 'zh-CN')
      return /<table class="([^"]*)"/.exec(toHtml(tree))?.[1]?.split(' ') ?? []
    }
    expect(namesIn((made) => made)).not.toContain('wide')
    expect(namesIn((made) => h('ul', h('li', h('ul', h('li', h('ol', h('li', h('ol', h('li', made)))))))))).toContain('wide')
    expect(namesIn((made) => h('blockquote', h('blockquote', made)))).toContain('wide')
  })

  it('has short cells whole, and leaves room for running text', () => {
    const text = '四月苏州陷，兄弟分书为三，一寄荡口，一寄石墩，一留古里，一留古里'
    expect(fitted([['一八六〇', '10月22日', text, '《题识》卷一，页三']], {width: 30, height: 40}).whole).toEqual([true, true, false, true])
    expect(fitted([Array.from({length: 9}, () => '十个字的一个单元格啊')]).whole).toContain(false)
  })
})

const word = (text: string) => h('mi', text)

describe('a formula', () => {
  const printed = (math: Element, width: number) => {
    const own = h('math')
    fitFormula(math, own, width)
    return own.properties.style
  }
  const sum = (terms: number) => h('math', h('mrow', Array.from({length: terms}, () => [h('msub', [word('T'), h('mtext', 'embed')]), h('mo', '+')]).flat()))

  it('that fits is left as it is', () => expect(printed(sum(5), 40)).toBeUndefined())

  it('that does not has smaller letters, the smaller the longer it is, to a bound', () => {
    expect(printed(sum(12), 40)).toMatch(/^font-size:0\.[89]\d?em$/)
    expect(printed(sum(18), 40)).toMatch(/^font-size:0\.[56]\d?em$/)
    expect(printed(sum(400), 40)).toBe('font-size:0.45em')
  })

  it('that is long tears no line apart', () => {
    const classOf = (math: Element) => {
      const own = h('math')
      fitFormula(math, own, 40)
      return classes(own)
    }
    expect([classOf(sum(2)), classOf(sum(8)), classOf(h('math', {display: 'block'}, sum(8)))]).toEqual([[], ['long'], []])
  })

  it('set apart is broken before its relations and behind its commas, and loses nothing', () => {
    const chain = (terms: number, sign: string) => h('mrow', Array.from({length: terms}, () => [word('x'), h('mo', '+'), h('mn', '1'), h('mo', sign)]).flat())
    const lines = (row: Element, width: number) => {
      const math = h('math', {display: 'block'}, row)
      const own = structuredClone(math)
      fitFormula(math, own, width)
      expect(toString(own)).toBe(toString(math))
      return {style: own.properties.style, lines: own.children.flatMap((table) => (table.type === 'element' && table.tagName === 'mtable' ? table.children.map((line) => toString(line as Element)) : []))}
    }
    const broken = lines(chain(8, '='), 20)
    expect(broken.style).toBeUndefined()
    expect(broken.lines.length).toBeGreaterThan(1)
    for (const line of broken.lines.slice(1)) expect(line).toMatch(/^=/)
    expect(lines(chain(8, ','), 15).lines[0]).toMatch(/,$/)
    expect(lines(chain(8, '='), 50)).toEqual({style: undefined, lines: []})
    expect(lines(chain(8, '×'), 20)).toEqual({style: expect.stringContaining('font-size'), lines: []})
    expect(lines(h('mtable', h('mtr', h('mtd', chain(8, '=')))), 20).lines).toHaveLength(1) // as its author set it
    const numbered = h('math', {display: 'block'}, h('mtable', h('mtr', {className: 'tml-tageqn'}, [h('mtd'), h('mtd', chain(8, '=')), h('mtd', h('mtext', '(1)'))])))
    fitFormula(structuredClone(numbered), numbered, 20)
    expect(toHtml(numbered)).toMatch(/<mtd><mtable[^>]*>(?:<mtr>.*?<\/mtr>){2,}<\/mtable><\/mtd><mtd><mtext>\(1\)/)
  })

  it('is as wide as its widest line, and a fraction as its wider half', () => {
    const rows = h('math', h('mtable', Array.from({length: 30}, () => h('mtr', [h('mtd', word('x')), h('mtd', word('y'))]))))
    expect(printed(rows, 10)).toBeUndefined()
    const [alone, below] = [printed(sum(5), 12), printed(h('math', h('mfrac', [sum(5), sum(5)])), 12)].map((style) => Number(/[\d.]+/.exec(String(style))?.[0]))
    expect(below).toBeGreaterThan((alone ?? 0) - 0.03)
  })
})

describe.skipIf(!hasBrowser)('in the print', () => {
  it('no column, no end of a formula, and no line of a note is lost', async () => {
    const wide = (count: number, cell: (column: number) => string) => `| ${Array.from({length: count}, (_, column) => `H${column}`).join(' | ')} |\n|${'---|'.repeat(count)}\n| ${Array.from({length: count}, (_, column) => cell(column)).join(' | ')} |\n`
    const edition = await printFiles({
      'book.yml': 'title: 书\npdf: {trim: A5, footnotes: margin}\n',
      'a.md': `# 一\n\n句子[^1]。\n\n- 甲\n  - 乙\n    - 丙\n\n      ${wide(8, (column) => `nested_embedding_${column}`).trim().replaceAll('\n', '\n      ')}\n\n${wide(14, (column) => `1,200,000.${10 + column}`)}\n\n${wide(8, (column) => `max_position_embeddings_${column}`)}\n\n${wide(2, (column) => `\`https://example.org/a/very/long/address/that/goes/on/z${column}\``)}\n\n$$ ${Array.from({length: 14}, (_, index) => `T_{\\text{t${index}}}`).join(' + ')} \\tag{77} $$\n\n[^1]: 注文很长，很长，很长，很长，很长，很长，很长，很长，很长，注末。\n`,
    })
    const {text} = await readPdf(edition.data)
    const words = text.replace(/\s/g, '')
    for (const lost of ['注末', '1,200,000.23', 'embeddings_7', 'embedding_7', 'goes/on/z1', 't13', '(77)']) expect(words).toContain(lost)
  })

  it.each([['[60, 90]', true], ['A5', false]])('notes stand in the margin of %s where it has room for them', async (trim, atEnd) => {
    const {data, messages} = await printFiles({'book.yml': `title: 书\npdf: {trim: ${trim}, footnotes: margin}\n`, 'a.md': '# 一\n\n句子[^1]。\n\n另一句。\n\n[^1]: 注文。\n'})
    expect(messages.map(({ruleId}) => ruleId)).toEqual(atEnd ? ['footnotes-at-end'] : [])
    const items = (await readPdf(data)).pages.flatMap((page) => page.items)
    const [note, words] = ['注文', '另一句'].map((text) => items.find((item) => item.text.includes(text)))
    expect((note?.x ?? 0) > (words?.x ?? 0) + 100).toBe(!atEnd)
  })

  it('a note in the margin that is longer than its page ends before the next chapter opens, where chapters open pages', async () => {
    const note = '注文甚长，'.repeat(300)
    const print = (theme: string) => printFiles({'book.yml': `title: 书\npdf: {trim: A5, footnotes: margin, theme: ${theme}}\n`, 'a.md': `# 一\n\n句子[^1]。\n\n[^1]: ${note}\n`, 'b.md': '# 二\n\n下文。\n'})
    const pagesOf = async ({data}: Edition) => (await readPdf(data)).pages.map(({items}) => items.map(({text}) => text).join(''))
    const edition = await print('academic')
    const opened = (await pagesOf(edition)).filter((text) => text.includes('下文'))
    expect(opened.map((text) => text.includes('注文甚长'))).toEqual([false])
    expect(edition.messages).toEqual([])
    expect((await pagesOf(await print('brief'))).filter((text) => text.includes('下文')).map((text) => text.includes('注文甚长'))).toEqual([true])
  })

  it('rows of heads stand on every page of a table, whose pages are filled though cells span many rows', async () => {
    const groups = Array.from({length: 6}, (_, group) => Array.from({length: 17}, (_, row) => `<tr>${row === 0 ? `<td rowspan="17">类${group}</td>` : ''}<td>项${group}.${row}</td><td>值</td></tr>`).join(''))
    const {data} = await printFiles({'book.yml': 'title: 书\npdf: {trim: A5}\n', 'a.md': `# 一\n\n<table><tr><th>类</th><th colspan="2">头</th></tr>${groups.join('')}</table>\n`})
    const pages = (await readPdf(data)).pages.map(({items}) => items.map(({text}) => text).join('')).filter((text) => /项 ?\d/.test(text))
    expect(pages.flatMap((text) => text.match(/项 ?\d\./g) ?? [])).toHaveLength(6 * 17)
    expect(pages.every((text) => text.includes('头'))).toBe(true)
    expect(pages.length).toBeLessThan(6)
  })
})

describe('a head of a table', () => {
  const row = (...cells: Element[]) => h('tr', cells)
  const headed = (...rows: Element[]) => {
    const made = h('table', [h('tbody', rows)])
    headTable(made)
    return toHtml(made)
  }
  const data = row(h('td', '1'))
  it.each([
    ['one row of heads', [row(h('th', 'a')), data], '<thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody>'],
    ['cells over all rows of heads', [row(h('th', {rowSpan: 2}, 'a'), h('th', 'b')), row(h('th', 'c')), data], '<thead><tr><th rowspan="2">a</th><th>b</th></tr><tr><th>c</th></tr></thead><tbody><tr><td>1</td></tr></tbody>'],
    ['a head that reaches into the rows', [row(h('th', {rowSpan: 2}, 'a')), data], '<tbody><tr><th rowspan="2">a</th></tr><tr><td>1</td></tr></tbody>'],
    ['heads alone', [row(h('th', 'a'))], '<tbody><tr><th>a</th></tr></tbody>'],
    ['heads of rows', [row(h('th', 'a'), h('td', '1'))], '<tbody><tr><th>a</th><td>1</td></tr></tbody>'],
  ])('is read of %s', (_, rows, expected) => expect(headed(...structuredClone(rows))).toBe(`<table>${expected}</table>`))
})
