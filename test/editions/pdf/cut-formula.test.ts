/** Formulas of many rows: a page may end between two of them. */
import type {Element} from 'hast'
import {h} from 'hastscript'
import {describe, expect, it} from 'vitest'
import {cutFormula} from '../../../src/editions/pdf/cut-formula.ts'
import {growth, linear} from '../../growth.ts'
import {hasBrowser, printFiles, readPdf} from './print.ts'

const row = (index: number, wide = 1) => h('mtr', {id: `r${index}`}, [h('mtd', [h('mi', 'x'.repeat(wide))]), h('mtd', [h('mo', '='), h('mn', String(index))])])
const formula = (table: Element) => h('div', {className: ['formula']}, [h('math', {display: 'block', id: 'f', lang: 'qfm-x-m1'}, [table])])
const rowsOf = (table: Element | undefined) => (table?.children ?? []) as Element[]
const idsOf = (element: Element): string[] => [element.properties.id, ...element.children.flatMap((child) => (child.type === 'element' ? idsOf(child) : []))].flatMap((id) => (typeof id === 'string' ? [id] : []))

describe('a formula of many rows', () => {
  it('is cut into formulas of a row, which hold what is widest too, and are one to who hears it', () => {
    const holder = formula(h('mtable', Array.from({length: 30}, (_, index) => row(index, index === 20 ? 9 : 1))))
    cutFormula(holder, 40)
    const pieces = holder.children as Element[]
    expect(pieces).toHaveLength(30)
    const [shown, others] = [false, true].map((collapsed) => pieces.map((piece) => rowsOf(piece.children[0] as Element).filter(({properties}) => (properties.style === 'visibility:collapse') === collapsed)))
    expect(shown?.map((rows) => rows.map(({properties}) => properties.id))).toEqual(Array.from({length: 30}, (_, index) => [`r${index}`]))
    expect(others?.every((rows, index) => index === 20 || rows.some((each) => JSON.stringify(each).includes('xxxxxxxxx')))).toBe(true)
    expect(idsOf(holder)).toEqual(['f', ...Array.from({length: 30}, (_, index) => `r${index}`)])
    expect([holder.properties.lang, pieces.some(({properties}) => properties.lang !== undefined)]).toEqual(['qfm-x-m1', false])
  })

  it.each<[string, Element]>([
    ['few rows', h('mtable', Array.from({length: 6}, (_, index) => row(index)))],
    ['a brace before them', h('mrow', [h('mo', '{'), h('mtable', Array.from({length: 30}, (_, index) => row(index)))])],
    ['one row', h('mrow', [h('mi', 'x')])],
  ])('stays whole with %s', (_name, table) => {
    const holder = formula(table)
    const before = JSON.stringify(holder)
    cutFormula(holder, 40)
    expect(JSON.stringify(holder)).toBe(before)
  })

  it('takes time in proportion to its rows', async () => {
    const cut = (rows: number) => cutFormula(formula(h('mtable', Array.from({length: rows}, (_, index) => row(index)))), 40)
    expect(await growth(cut, 200, 4)).toBeLessThan(linear)
  })

  it.skipIf(!hasBrowser)('fills pages in the print, with its columns aligned, and leaves none empty', async () => {
    const rows = Array.from({length: 32}, (_, index) => `x_{${index + 1}} &= \\frac{a + b}{c} + ${index + 1}`).join(' \\\\\n')
    const {data, messages} = await printFiles({'book.yml': 'title: 书\npdf: {trim: A5}\n', 'a.md': `# 一\n\n先看：\n\n$$\n\\begin{align}\n${rows}\n\\end{align}\n$$\n\n后文。\n`})
    expect(messages).toEqual([])
    const pages = (await readPdf(data)).pages.map(({items}) => items)
    const [first, last] = ['先看', '后文'].map((words) => pages.findIndex((items) => items.some(({text}) => text.includes(words))))
    const body = pages.slice(first, (last ?? 0) + 1)
    expect(body).toHaveLength(3)
    const equals = body.map((items) => items.filter(({text}) => text.trim().startsWith('=')))
    expect(equals.map(({length}) => length > 0)).toEqual([true, true, true])
    expect(equals.flat()).toHaveLength(32)
    for (const items of equals) expect(Math.max(...items.map(({x}) => x)) - Math.min(...items.map(({x}) => x))).toBeLessThan(0.5)
  })
})
