/** Tags that are never closed, or closed far away: time grows with the text, not with its square. */
import type {Root} from 'mdast'
import {expect, it} from 'vitest'
import {printTags} from '../../src/repair/angle-brackets.ts'
import {growth, linear} from '../growth.ts'

/** A paragraph for each tag, as the parser makes them. */
function paragraphs(tag: string, count: number, last: string): {tree: Root; text: string} {
  const text = `${`${tag}\n\n`.repeat(count)}${last}\n`
  const children: Root['children'] = Array.from({length: count}, (_, index) => {
    const start = index * (tag.length + 2)
    const position = {start: {line: 1 + 2 * index, column: 1, offset: start}, end: {line: 1 + 2 * index, column: tag.length + 1, offset: start + tag.length}}
    return {type: 'paragraph', position, children: [{type: 'html', value: tag, position}]}
  })
  return {tree: {type: 'root', children}, text}
}

it.each([['<style a>', ''], ['<style a>', '</style>'], ['<div a>', ''], ['<b a>', '</b>'], ['<style a>', '</style x']])('of %s … %s', async (tag, last) => {
  const walk = (size: number) => {
    const {tree, text} = paragraphs(tag, size, last)
    printTags(tree, text)
  }
  expect(await growth(walk, 4000)).toBeLessThan(linear)
})
