/** A title whose heading holds pictures. */
import {expect, it} from 'vitest'
import type {Heading, Image} from 'mdast'
import {picturesOf, titleOf} from '../../src/structure/title-pictures.ts'
import {composeFiles} from '../fixture.ts'

const picture = (alt: string, asset?: string): Image => ({type: 'image', url: 'a.svg', alt, ...(asset === undefined ? {} : {data: {asset}})})
const heading = (...children: Heading['children']): Heading => ({type: 'heading', depth: 1, children})

it('is its words without its badges, which may stand in links', () => {
  const badge = {type: 'link' as const, url: 'https://e.org', children: [picture('npm')]}
  expect(titleOf(heading({type: 'text', value: '名 '}, badge, picture('图')))).toBe('名')
})

it('is the alternative text where it has no words', () => {
  expect(titleOf(heading(picture('名')))).toBe('名')
})

it('keeps the pictures that the book has', () => {
  const own = picture('图', 'hash')
  expect(picturesOf(heading({type: 'text', value: '名'}, picture('npm'), {type: 'link', url: 'https://e.org', children: [own]}))).toEqual([own])
})

it('is none where nothing says what the picture shows: the name of the file stands in, and is told', async () => {
  const {book, html} = await composeFiles({'a.md': '# ![](a.svg)\n\n文字。\n'})
  expect([book.config.title, book.untitled]).toEqual([book.name, true])
  expect(html).not.toContain('<h1')
  expect(html).toContain('文字。')
})

it('is none where the heading is empty, which leaves nothing behind', async () => {
  const {book, html} = await composeFiles({'a.md': '# \n\n文字。\n'})
  expect(book.untitled).toBe(true)
  expect(html).not.toMatch(/<h1|<p[^>]*><\/p>/)
})
