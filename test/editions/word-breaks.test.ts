/** Where headings and cells break: between words. */
import fc from 'fast-check'
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {toString} from 'hast-util-to-string'
import {describe, expect, it} from 'vitest'
import {settleTable} from '../../src/editions/epub/tables.ts'
import {keepWords, wordsOfTitle} from '../../src/editions/word-breaks.ts'

const pieces = (element: Element) => element.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' && child.tagName === 'wbr' ? '|' : `<${toString(child)}>`)).join('')
const table = (rows: (string | ElementContent[])[][]) => h('table', [h('tbody', rows.map((row) => h('tr', row.map((cell) => h('td', cell)))))])
const classes = (element: Element) => (Array.isArray(element.properties.className) ? element.properties.className : [])

describe('words', () => {
  it('stay whole in headings, and no closing mark opens a line', () => {
    expect(pieces(keepWords(h('h2', '架构的创新与混合趋势，及展望')))).toBe('架构|的|创新|与|混合|趋势，|及|展望')
  })
  it('that the segmenter cuts in two stay whole', () => {
    expect(pieces(keepWords(h('td', '引文预览与链接')))).toBe('引文|预览|与|链接')
    expect(pieces(keepWords(h('td', '灵活性较高')))).toMatch(/^灵活性/)
  })
  it('of a title are all there, however long it is', () => {
    for (const title of ['中国成人血糖管理指南', 'A Title', '书名'.repeat(300)]) expect(wordsOfTitle(title, 12).join('')).toBe(title)
    expect(wordsOfTitle('血糖管理指南')).toEqual(['血糖', '管理', '指南'])
  })
  it.each([
    'Beyond |"Attention": |(Some) |Thoughts', 'C++ |& |C# |/ |F# — |a |"quick" |guide', 'GPT-4o |vs. |LLaMA-3.1', 'Self-|Attention', '#1 |Best', '50% |of |$100', 'and/|or, |a/b',
    '关于|"大|模型"|的|若干|问题', '"引号"|开头', '（引号）|开头', '人工|智能|(AI)|概论', 'A&B|公司', '10-20|岁', '等等……',
  ])('hold together with the signs that belong to them: %s', (divided) => {
    expect(wordsOfTitle(divided.replaceAll('|', '')).join('|')).toBe(divided)
  })
  it('are left alone in other scripts, in code and in running text', () => {
    for (const element of [h('td', 'Speculative decoding'), h('td', '是'), h('td', '字'.repeat(41))]) expect(keepWords(element)).toBe(element)
    const {children} = keepWords(h('h3', ['结构', h('code', '模型架构')]))
    expect(children.at(-1)).toEqual(h('code', '模型架构'))
  })
  it('keep every character, whatever the text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('大', '模型', '，', '与', ' ', 'GPT-4', '（', '）', '——', '😀', '𰻞', '\n', 'é'), {maxLength: 30}), (parts) => {
      const element = h('h2', parts.join(''))
      expect(toString(keepWords(element))).toBe(toString(element))
    }))
  })
})

describe('a table of the EPUB', () => {
  it('keeps words whole where its columns fit a phone', () => {
    const settled = settleTable(table([['模态融合', '深度融合'], ['灵活程度', '较低']]))
    expect(classes(settled)).toEqual([])
    expect(JSON.stringify(settled)).toContain('"wbr"')
  })
  it('comes closer before words are divided, and divides anything before a column is lost', () => {
    const row = (columns: number, text: string) => Array.from({length: columns}, () => text)
    expect(classes(settleTable(table([row(7, '模型能力')])))).toEqual(['close'])
    expect(classes(settleTable(table([row(9, '上下文长度')])))).toEqual(['tight'])
    expect(classes(settleTable(table([row(8, 'unbreakable')])))).toEqual(['tight', 'anywhere'])
  })
  it('too wide for numbers to stay whole is a list of its rows on a narrow page, each cell with its head', () => {
    const row = Array.from({length: 11}, (_, column) => `148,${800 + column}`)
    const wide = h('table', [h('thead', h('tr', row.map((_, column) => h('th', `H ${column}`)))), h('tbody', h('tr', row.map((cell) => h('td', cell))))])
    const settled = settleTable(wide)
    expect(classes(settled)).toEqual(['tight', 'anywhere', 'rows-40'])
    expect(JSON.stringify(settled)).toContain('"data-head":"H 10"')
    expect(toString(settled)).toBe(toString(wide))
  })
  it('comes closer where measures and calls that no line may break leave no room', () => {
    const measure = (text: string) => [h('span', {className: ['nobreak']}, text)]
    const call = (text: string) => [h('sup', {className: ['citation']}, text)]
    const rows = (target: ElementContent[]) => table([['毛细血管血糖，非空腹', target, '1A', call('[39, 40, 41, 42]')]])
    expect(classes(settleTable(rows([{type: 'text', value: '<130/80 mmHg（1 mmHg='}, ...measure('0.133 kPa'), {type: 'text', value: '）'}])))).toEqual(['close'])
    expect(classes(settleTable(rows([{type: 'text', value: '约 0.133 kPa'}])))).toEqual([])
    expect(classes(settleTable(table([['温度与压力', measure('100 000 000 000 000 000 000 mmol/L')]])))).toEqual(['close'])
    expect(classes(settleTable(table([['温度与压力', '100 000 000 000 000 000 000 mmol/L']])))).toEqual([])
  })
  it('reckons columns behind cells that span', () => {
    const spanned = h('table', [h('tbody', [h('tr', [h('td', {colSpan: 2}, 'a very long unbreakableunbreakable heading'), h('td', 'internationalisation')]), h('tr', [h('td', '甲'), h('td', '乙'), h('td', 'internationalisation')])])])
    expect(classes(settleTable(spanned))).toEqual([])
    expect(classes(settleTable(table([['甲', 'internationalisation', 'internationalisation']])))).toEqual(['close'])
  })
})
