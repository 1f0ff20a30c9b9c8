/** Formulas of other programs, and what only looks like one: no text is lost, and time grows with the text. */
import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {remarkCodeFormulas} from '../../src/code-formulas.ts'
import {remarkDollars} from '../../src/dollars.ts'
import {remarkLabelledFences} from '../../src/labelled-fences.ts'
import {reportTexCommands} from '../../src/structure/tex-commands.ts'
import {remarkTexEnvironments} from '../../src/tex-environments.ts'
import {growth, linear} from '../growth.ts'

const plain = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkDollars).use(remarkLabelledFences).freeze()
const parser = plain().use(remarkCodeFormulas).use(remarkTexEnvironments).freeze()
const parse = (text: string): Root => parser.parse(text)

const formulasOf = (tree: Nodes): Nodes[] => (tree.type === 'math' ? [tree] : 'children' in tree ? tree.children.flatMap(formulasOf) : [])

describe('a bare environment', () => {
  const lines = fc.constantFrom('\\begin{equation}', '\\begin{cases}', '\\end{cases}', '\\end{equation}', '\\begin{align*} a \\end{align*}', '\\end{cases} 文', 'x &= y \\\\', '- c', '= d', '> 引', '# 题', '```', '1. 项', '', '  ', '文 *字*')
  const prefix = fc.constantFrom('', '> ', '- ', '  ', '1. ', '    ')

  it('is taken whole or left alone, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(prefix, lines), {minLength: 2, maxLength: 12}), fc.constantFrom('\n', '\r\n'), (parts, ending) => {
        const text = parts.map(([before, line]) => before + line).join(ending)
        for (const {position, ...node} of formulasOf(parse(text))) {
          const written = text.slice(position?.start.offset, position?.end.offset)
          expect(written).toMatch(/^\\begin\{(equation|cases|align\*)\}[\s\S]*\\end\{\1\}[ \t]*$/)
          const bare = (words: string) => words.replace(/^[ \t>]+/gm, '').replace(/\r\n/g, '\n').trim()
          expect(bare('value' in node ? node.value : '')).toBe(bare(written))
        }
      }),
      {numRuns: 500},
    )
  })

  it('leaves a text without any as it was', () => {
    const others = fc.constantFrom('\\begin{itemize}', '\\item x', '\\end{itemize}', '\\\\begin{equation}', 'x \\begin{equation}', '\\begin {cases}', '\\[', '\\', '- c', '= d', '', '        \\begin{cases}')
    fc.assert(
      fc.property(fc.array(others, {maxLength: 12}), (parts) => {
        const text = parts.join('\n')
        expect(parse(text)).toEqual(plain.parse(text))
      }),
    )
  })
})

describe('time grows with the text', () => {
  it.each([
    ['openings', '\\begin{cases}\n'],
    ['openings of equations', '\\begin{equation}\nx\n'],
    ['openings and ends of others', '\\begin{matrix} x \\end{cases}\n'],
    ['closed ones with words behind', '\\begin{cases} x \\end{cases} 文\n'],
    ['openings in a row', '\\begin{cases}'],
    ['dollars and backquotes', '$`'],
    ['backquotes and dollars', '`$ '],
    ['unclosed code', 'a $`x '],
  ])('of %s', async (_, piece) => {
    expect(await growth((size) => parse(piece.repeat(size)), 300)).toBeLessThan(linear)
  })

  it.each([['commands', '\\cite{a} '], ['escaped commands', '\\\\cite{a} '], ['paths', 'C:\\a\\text{b}'], ['options', '\\cite[x'], ['openings of lines', '\\item '], ['spaces', '\\item\n        ']])('of %s', async (_, piece) => {
    const report = (size: number) => {
      const text = piece.repeat(size)
      reportTexCommands({texts: [{path: 'a.md', text, frontMatter: {}, tree: {type: 'root', children: [{type: 'text', value: text, position: {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: text.length + 1, offset: text.length}}}]}}], messages: []}, new Set())
    }
    expect(await growth(report, 2000)).toBeLessThan(linear)
  })
})
