import type {List} from 'mdast'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import {describe, expect, it} from 'vitest'
import {setListItem} from '../../src/setting/list-items.ts'
import {growth, linear} from '../growth.ts'

const item = (...texts: string[]): List['children'][number] => ({type: 'listItem', children: texts.map((value) => ({type: 'paragraph', children: [{type: 'text', value}]}))})

describe('items of a list', () => {
  it.each([
    ['each a line', [item('甲'), item('乙')]],
    ['one of them of two paragraphs', [item('甲'), item('乙', '丙')]],
    ['one of them with a blank line', [{...item('甲'), spread: true}, item('乙')]],
    ['one of two paragraphs that stand close', [{...item('甲', '丙'), spread: false}, item('乙')]],
    ['none of words', [item(), item()]],
  ])('%s, are set as the library sets them', (_name, children) => {
    const list: List = {type: 'list', children}
    expect(toHtml(toHast(list, {handlers: {listItem: setListItem}}))).toBe(toHtml(toHast(list)))
  })

  it('cost what they hold, however many there are', async () => {
    const lists = new Map<number, List>()
    const make = (size: number): List => {
      const list = lists.get(size) ?? {type: 'list', children: Array.from({length: size}, () => item())}
      lists.set(size, list)
      return list
    }
    expect(await growth((size) => toHast(make(size), {handlers: {listItem: setListItem}}), 12_000)).toBeLessThan(linear)
  })
})
