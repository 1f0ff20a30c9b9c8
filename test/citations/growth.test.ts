/** Long entries and long rows of references: time grows with the text, not with its square. */
import {expect, it} from 'vitest'
import {pointReader} from '../../src/citations/places.ts'
import {foldLines} from '../../src/citations/sources/entries.ts'
import {joinLines} from '../../src/setting/line-breaks.ts'
import {reportDangling} from '../../src/structure/dangling.ts'
import {growth, linear} from '../growth.ts'

it('folds the lines of an entry', async () => {
  expect(foldLines('甲\n乙\\\nc\n\n- d\n> 丁\n- 戊')).toBe('甲乙 c d 丁 戊')
  expect(await growth((size) => foldLines('（1）文 x 文\n'.repeat(size)), 2000)).toBeLessThan(linear)
})

it('joins the lines of a paragraph', async () => {
  expect(await growth((size) => joinLines({type: 'root', children: [{type: 'text', value: '① 文\nx\n'.repeat(size)}]}), 2000)).toBeLessThan(linear)
})

it('tells appendices that are not there', async () => {
  const report = (size: number) => {
    const text = {type: 'text', value: '见附录一。\n'.repeat(size), position: {start: {line: 1, column: 1}, end: {line: size, column: 1}}}
    const messages: unknown[] = []
    reportDangling({messages, chapters: [{path: 'a.md', tree: {type: 'root', children: [{type: 'paragraph', children: [text]}]}}]} as never, []) // no more of a book is looked at
    return messages
  }
  expect(report(30)).toMatchObject([{place: {line: 1, column: 2}, related: {length: 20}}])
  expect(await growth(report, 1000)).toBeLessThan(linear)
})

it('finds the place of each entry', async () => {
  const places = (size: number) => {
    const text = '[1] 甲\n'.repeat(size)
    return Array.from({length: size}, (_, line) => pointReader(text)(6 * line))
  }
  expect(places(3)).toEqual([{line: 1, column: 1, offset: 0}, {line: 2, column: 1, offset: 6}, {line: 3, column: 1, offset: 12}])
  expect(await growth(places, 1000)).toBeLessThan(linear)
})
