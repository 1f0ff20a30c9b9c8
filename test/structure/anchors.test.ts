/** Whatever the author writes: ids are unique, every link inside the book has a place, and nothing of ours leaks. */
import fc from 'fast-check'
import type {Element} from 'hast'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import type {Galley} from '../../src/model/book.ts'
import {composeFiles} from '../fixture.ts'

const words = fc.constantFrom('甲', '术语', 'Word', '图 1', '表 2', '[见](#甲)', '[](#a)', '[x](second.md#乙)', '[^1]', '[^n]', '<b id="c1">z</b>', '<a name="fig-1">q</a>', '`code`', '$x$', '**粗**')
const line = fc.array(words, {minLength: 1, maxLength: 6}).map((parts) => parts.join(' '))
const heading = fc.tuple(fc.integer({min: 1, max: 6}), line, fc.constantFrom('', ' {#a}', ' {#b}')).map(([depth, text, label]) => `${'#'.repeat(depth)} ${text}${label}`)
const table = fc.constantFrom('| a |\n|---|\n| b |', '| a |\n|---|\n| b |\n\nTable: 名 {#a}', '表 2　名\n\n| a |\n|---|\n| b |')
const other = fc.constantFrom('![alt](x.png "题 {#b}")', '> [!NOTE]\n> 注意', '- [ ] 项\n- [x] 项', '```js\n1\n```', '$$\nx\n$$', '[^1]: 注', '[^n]: 注[^1]', '***', '<div id="c2-h1">块</div>')
const document = fc.array(fc.oneof(heading, line, table, other), {maxLength: 14}).map((blocks) => blocks.join('\n\n'))

function anchorsOf(galley: Galley): {ids: string[]; hrefs: string[]} {
  const ids = galley.chapters.map(({id}) => id)
  const hrefs: string[] = []
  for (const {tree} of galley.chapters) {
    visit(tree, 'element', ({properties}: Element) => {
      if (properties.id !== undefined) ids.push(String(properties.id))
      if (String(properties.href ?? '').startsWith('#')) hrefs.push(String(properties.href).slice(1))
    })
  }
  const listed = (entries: Galley['contents']): string[] => entries.flatMap(({id, children}) => [id, ...listed(children)])
  hrefs.push(...listed(galley.contents), ...galley.captioned.map(({id}) => id))
  return {ids, hrefs}
}

describe('anchors', () => {
  it('are unique, and every link inside the book has one', async () => {
    await fc.assert(
      fc.asyncProperty(document, document, async (first, second) => {
        const {galley, html} = await composeFiles({'first.md': first, 'second.md': second})
        const {ids, hrefs} = anchorsOf(galley)
        expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
        expect(hrefs.filter((href) => !ids.includes(decodeURIComponent(href)))).toEqual([])
        expect(html).not.toContain('f1c7')
      }),
      {numRuns: 150},
    )
  })

  it('have levels of headings without gaps, the chapter first', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (text) => {
        const {galley} = await composeFiles({'one.md': text})
        for (const {tree} of galley.chapters) {
          let last = 1
          visit(tree, 'element', ({tagName}: Element) => {
            const level = Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0)
            if (level === 0) return
            expect(level).toBeLessThanOrEqual(last + 1)
            last = level
          })
        }
      }),
      {numRuns: 100},
    )
  })
})
