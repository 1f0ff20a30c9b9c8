import type {Element} from 'hast'
import {expect, it} from 'vitest'
import {widenMarkers} from '../../../src/editions/pdf/list-markers.ts'

function styleOf(count: number, properties: Element['properties'], values: number[] = []): unknown {
  const list: Element = {type: 'element', tagName: 'ol', properties, children: []}
  widenMarkers(list, Array.from({length: count}, (_, index): Element => ({type: 'element', tagName: 'li', properties: values[index] === undefined ? {} : {value: String(values[index])}, children: []})))
  return list.properties.style
}

it.each([
  ['one digit', 9, {}, undefined],
  ['two digits', 20, {}, undefined],
  ['a year', 2, {start: 1998}, 'padding-left:2.8em'],
  ['the first of five digits', 2, {start: 9999}, 'padding-left:3.4em'],
  ['the last of five digits, backwards', 2, {start: 10_000, reversed: true}, 'padding-left:3.4em'],
  ['xviii', 1, {start: 18, type: 'i'}, 'padding-left:4.2em'],
  ['z', 26, {type: 'a'}, undefined],
  ['aaa', 703, {type: 'A'}, 'padding-left:2.8em'],
  ['no number', 1, {start: 'x'}, undefined],
] as const)('a list whose widest marker is %s has room for it', (_what, count, properties, style) => {
  expect(styleOf(count, {...properties})).toBe(style)
})

it('a list of items with numbers of their own has room for the widest', () => expect(styleOf(3, {}, [1, 1900, 2])).toBe('padding-left:2.8em'))
