/** What may stand where, without a validator: each mend by itself. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {toString} from 'hast-util-to-string'
import {describe, expect, it} from 'vitest'
import {lawfulAttributes, lawfulUrl} from '../../../src/editions/epub/attributes.ts'
import {mendContent} from '../../../src/editions/epub/content-model.ts'
import {settleTable} from '../../../src/editions/epub/tables.ts'

/** `table(thead(tr) tbody)` */
const shape = (node: ElementContent): string => (node.type === 'text' ? `"${node.value}"` : node.type === 'element' ? `${node.tagName}${node.children.length > 0 ? `(${node.children.map(shape).join(' ')})` : ''}` : '')
const mended = (node: Element) => mendContent(node).map(shape).join(' ')

describe('a table', () => {
  const rows = (cell: string) => h('tr', [h('td', cell)])
  it('has its parts once and in order, and loses no row for it', () => {
    expect(mended(h('table', [h('tfoot', [rows('f')]), h('thead', [rows('h')]), rows('1'), rows('2'), h('caption', 'c')]))).toBe('table(caption("c") thead(tr(td("h"))) tbody(tr(td("1")) tr(td("2"))) tfoot(tr(td("f"))))')
    const twice = h('table', [h('thead', [rows('a')]), h('thead', [rows('b')]), h('tbody', [rows('c')]), h('tbody', [rows('d')])])
    expect(mended(twice).match(/thead/g)).toHaveLength(1)
    expect(mendContent(twice).map((node) => toString(node)).join('')).toContain('b')
  })
  it('has digits of one width where a column holds nothing but figures', () => {
    const table = (...cells: string[][]) => settleTable(h('table', [h('thead', h('tr', [h('th', 'a'), h('th', 'b')])), h('tbody', cells.map((row) => h('tr', row.map((cell) => h('td', cell)))))]))
    expect(table(['甲', '1,024'], ['乙', '−3.5 %']).properties.className).toEqual(['figures'])
    expect(table(['甲', '1'], ['乙', '无']).properties.className).toBeUndefined()
    expect(table(['甲', '1']).properties.className).toBeUndefined()
  })
  it('without rows gives its caption as a paragraph, with text in it that text', () => {
    expect(mended(h('table', [h('caption', 'c')]))).toBe('p("c")')
    expect(mended(h('table', ['loose', h('tbody', [rows('1')])]))).toBe('"loose" table(tbody(tr(td("1"))))')
  })
})

describe('a list of definitions', () => {
  it('stays one where every term has its meaning, and is plain blocks where not', () => {
    expect(mended(h('dl', [h('dt', 'a'), h('dt', 'b'), h('dd', 'c')]))).toBe('dl(dt("a") dt("b") dd("c"))')
    expect(mended(h('dl', [h('div', [h('dt', 'a'), h('dd', 'c')])]))).toBe('dl(div(dt("a") dd("c")))')
    expect(mended(h('dl', [h('dd', 'c'), h('dt', 'a')]))).toBe('div(div("c") div("a"))')
    expect(mended(h('dl', [h('dt', 'a')]))).toBe('div(div("a"))')
  })
})

describe('attributes', () => {
  it('keep lawful numbers and no others', () => {
    expect(lawfulAttributes('td', {colSpan: '2', rowSpan: '0'})).toEqual({colSpan: '2'})
    expect(lawfulAttributes('td', {colSpan: '', rowSpan: '99999'})).toEqual({})
    expect(lawfulAttributes('ol', {start: '-3', type: 'Q'})).toEqual({start: '-3'})
  })
  it('say the language twice, as XML and as HTML, and only a tag', () => {
    expect(lawfulAttributes('p', {lang: 'en-GB'})).toEqual({lang: 'en-GB', 'xml:lang': 'en-GB'})
    expect(lawfulAttributes('p', {lang: '!!'})).toEqual({})
  })
})

describe('an address', () => {
  it('is one for readers by either standard', () => {
    expect(lawfulUrl('https://example.org/%zz%4G?q=a|b#c#d')).toBe('https://example.org/%25zz%254G?q=a%7Cb#c%23d')
    expect(lawfulUrl('https://例子.测试/路径')).toBe('https://xn--fsqu00a.xn--0zwm56d/%E8%B7%AF%E5%BE%84')
    expect(lawfulUrl(' mailto:a@example.org')).toBe('mailto:a@example.org')
    expect([lawfulUrl('javascript:x'), lawfulUrl('http://[::1'), lawfulUrl('data:text/html,x'), lawfulUrl('a.md')]).toEqual([undefined, undefined, undefined, undefined])
  })
})
