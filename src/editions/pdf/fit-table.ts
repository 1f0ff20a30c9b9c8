/** Tables that fit the page: smaller letters where the columns need it, and short cells whole where there is room for it.
 *
 * What stands outside the type area is not printed, so the last resort divides words anywhere before a column is lost. */
import type {Element} from 'hast'
import {type Column, columnsOf, rowsOf} from '../table-columns.ts'
import {offerSlashes} from '../word-breaks.ts'
import {shareColumns} from './share-columns.ts'

/** Letters in ems of the text, padding of a cell in ems of its letters; base.css says the same. */
const settings = [
  {names: [], size: 0.88, padding: 1.4, from: 0},
  {names: ['wide'], size: 0.74, padding: 0.8, from: 7},
  {names: ['wide', 'very-wide'], size: 0.6, padding: 0.4, from: 12},
  {names: ['wide', 'very-wide', 'tiny'], size: 0.5, padding: 0.3, from: Number.POSITIVE_INFINITY},
] as const

export const smallest = settings[3]

/** Ems up to which a cell is short: a date, a number, a name. */
const short = 12

/** Of the type area, in ems of the text. */
export interface Measure {width: number; height: number}

/** In place. */
export function fitTable(table: Element, {width, height}: Measure): void {
  for (const row of rowsOf(table.children)) for (const cell of row.children) if (cell.type === 'element') cell.children = offerSlashes(cell.children)
  const columns = columnsOf(table, false)
  const turned = fitColumns(table, columns, width) >= turning && fitsTurned(table, columns, {width, height})
  if (turned) {
    addClasses(table, ['turned'])
    fitColumns(table, columns, height)
  }
  finishColumns(table, columns, turned ? height : width)
}

/** After the last setting is known. */
function finishColumns(table: Element, columns: Column[], measure: number): void {
  const fitting = settings[chooseSetting(columns, measure)]
  const room = fitting ? roomOf(fitting, columns, measure) : 0
  const {className} = table.properties
  const least = Array.isArray(className) && className.includes('whole-heads') ? columns.map(({letters, head}) => Math.max(letters, head)) : shareColumns(table, columns, room)
  keepWhole(table, columns, room, least)
}

/** From this setting on, letters are so small that a turned page is better. */
const turning = 3

/** Lines of a row, its padding, and the caption, in ems. */
const line = {height: 1.6, padding: 0.7, caption: 4}

/** A turned table is not broken: all its rows must stand on one page. */
function fitsTurned(table: Element, columns: Column[], {width, height}: Measure): boolean {
  const index = settingOf(columns, height, ({letters}) => letters)
  const setting = settings[index]
  if (!setting || index >= turning) return false
  const lines = Math.ceil(sumOf(columns.map(({whole, head}) => Math.max(whole, head))) / roomOf(setting, columns, height))
  return rowsOf(table.children).length * (lines * line.height + line.padding) * setting.size + line.caption <= width
}

/** @returns Index of the first setting in which the columns fit; -1: none. */
function settingOf(columns: Column[], measure: number, needOf: (column: Column) => number): number {
  const least = settings.findLastIndex(({from}) => columns.length >= from)
  return settings.findIndex((setting, index) => index >= least && roomOf(setting, columns, measure) >= sumOf(columns.map(needOf)))
}

/** Ems that a column of longer words needs, if letters need not be tiny for it. */
const bearable = 3

function chooseSetting(columns: Column[], measure: number): number {
  const easy = settingOf(columns, measure, ({letters, head, whole}) => Math.max(letters, Math.min(bearable, Math.max(head, whole))))
  return easy >= 0 && easy < turning ? easy : settingOf(columns, measure, ({letters}) => letters)
}

/** @returns Index of the setting; one beyond the last where words are divided. */
function fitColumns(table: Element, columns: Column[], measure: number): number {
  const index = chooseSetting(columns, measure)
  const fitting = settings[index]
  const heads = fitting && index === settingOf(columns, measure, ({letters, head}) => Math.max(letters, head))
  setClasses(table, kinds, [...(fitting ?? settings[3]).names, ...(fitting ? [] : ['anywhere']), ...(heads ? ['whole-heads'] : [])])
  return fitting ? index : settings.length
}

/** Ems of the table's letters that are free for words. */
function roomOf({size, padding}: {size: number; padding: number}, columns: Column[], measure: number): number {
  return measure / size - padding * columns.length
}

/** Columns of short cells, the shortest first, as long as the others keep what they need, and running text a fair width. */
function keepWhole(table: Element, columns: Column[], room: number, floors: number[] | undefined): void {
  const leasts = columns.map(({letters, whole}, index) => Math.max(letters, Math.min(whole, 5), floors?.[index] ?? 0))
  let left = room - sumOf(leasts)
  const kept = new Set<number>()
  for (const [index, parts] of [...columns.entries()].sort(([, one], [, other]) => one.whole - other.whole)) {
    const more = parts.whole - (leasts[index] ?? 0)
    if (parts.whole > short || more > left) continue
    left -= more
    kept.add(index)
  }
  for (const row of rowsOf(table.children)) {
    let column = 0
    for (const cell of row.children) {
      if (cell.type !== 'element') continue
      const span = Number(cell.properties.colSpan ?? 1) || 1
      if (cell.tagName === 'td' && span === 1) setClasses(cell, ['whole'], kept.has(column) ? ['whole'] : [])
      column += span
    }
  }
}

function addClasses(element: Element, names: readonly string[]): void {
  setClasses(element, [], names)
}

const kinds = [...settings.flatMap(({names}) => names), 'anywhere', 'whole-heads']

/** @param dropped Of an earlier try. */
function setClasses(element: Element, dropped: readonly string[], names: readonly string[]): void {
  const {className} = element.properties
  const kept = (Array.isArray(className) ? className : []).filter((name) => !dropped.includes(String(name)))
  if (kept.length + names.length > 0) element.properties.className = [...kept, ...names]
  else delete element.properties.className
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
