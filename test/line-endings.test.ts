/** Lines of a paragraph: the tree is that of the parser without us, and its cost grows with the text alone. */
import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {remarkBoundedAutolinks} from '../src/autolink-syntax.ts'
import {remarkCitations} from '../src/citations/index.ts'
import {remarkLineEndings} from '../src/line-endings.ts'
import {growth, linear} from './growth.ts'

const bare = unified().use(remarkParse).use(remarkGfm).use(remarkBoundedAutolinks).use(remarkMath).use(remarkCitations)
const ours = bare().use(remarkLineEndings).freeze()
bare.freeze()
const parse = (text: string): Root => ours.parse(text)

const parts = fc.constantFrom('甲', 'a', ':', '! ', '&', '&amp;', '\\', '\\*', '*', '**', '_', '~~', '`', '$', '[', '](b)', '![', '[[1]]', '[1]', '<', '<b>', 'a@b.c', 'www.e.org', 'https://e.org/1', ' ', '  ', '\n', '\r\n', '\n  ', '\n> ', '\n- ', '[^1]', '|')

describe('lines of a paragraph', () => {
  it('are read as without us, positions included', () => {
    fc.assert(
      fc.property(fc.array(parts, {maxLength: 30}), (written) => {
        const text = written.join('')
        expect(parse(text)).toEqual(bare.parse(text))
      }),
      {numRuns: 1500},
    )
  })

  it.each(['甲: 你好！\n', '::\n', 'a@b: c\n'])('cost what they hold: %j', async (line) => {
    expect(await growth((size) => parse(line.repeat(size)), 2_000)).toBeLessThan(linear)
  })
})
