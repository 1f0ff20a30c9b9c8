/** Underlined headings: the tree is CommonMark's, and its cost grows with the text alone. */
import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {remarkSetextUnderlines} from '../src/setext-underline.ts'
import {growth, linear} from './growth.ts'

const bare = unified().use(remarkParse).use(remarkGfm).use(remarkMath)
const ours = bare().use(remarkSetextUnderlines).freeze()
bare.freeze()
const parse = (text: string): Root => ours.parse(text)

const lines = fc.constantFrom('题', '===', '---', '-', '=', ' ==', '    ===', '--- a', '', '[a]: http://x', '[b]:', '"c"', '> 题', '> ---', '- 题', '  ===', '| a |', '|---|', '```', '$$', '<div>', '[^1]: 注', '题\\', '**a', '# b')

describe('headings with a line below', () => {
  it('are those of CommonMark, positions included', () => {
    fc.assert(
      fc.property(fc.array(lines, {maxLength: 14}), (parts) => {
        const text = parts.join('\n')
        expect(parse(text)).toEqual(bare.parse(text))
      }),
      {numRuns: 400},
    )
  })

  it('cost what they hold, however many stand above', async () => {
    expect(await growth((size) => parse('题\n==\n\n'.repeat(size)), 500)).toBeLessThan(linear)
  })
})
