import {toString} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {raisePowers} from '../../src/structure/raised.ts'
import {growth, linear} from '../growth.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze()

function raised(text: string): string[] {
  const tree = parser.parse(text)
  raisePowers({texts: [{path: 'a.md', text, tree, frontMatter: {}}]})
  const found: string[] = []
  visit(tree, 'block', (node) => void found.push(toString(node)))
  return found
}

describe('raised figures', () => {
  it.each([
    ['x^2^ + y^2^', ['2', '2']],
    ['10^-3^ 与 10^6^，2^10^', ['-3', '6', '10']],
    ['面积 5 km^2^、30m^3^、cm^2^', ['2', '3', '2']],
    ['Ca^2+^ 与 Cl^-^、SO^2-^', ['2+', '-', '2-']],
    ['1^st^ and a^n^', ['st', 'n']],
    ['ms^-1^，(ab)^-1^', ['-1', '-1']],
  ])('are read in %s', (text, expected) => {
    expect(raised(text)).toEqual(expected)
  })

  it.each(['模型^12^', 'claims^12^', 'LLM^2^', 'et al^3^', '2019^3^', '（2019）^3^', '^1^', '3.10^5^', 'x^2', String.raw`x\^2^`, '`x^2^`', '$x^2^$', 'a ^2^', 'x^ 2^', 'x^^2^^', '[^1^]', 'x^[1]^', 'x^2^y', '第3^，4^'])('are none in %s', (text) => {
    expect(raised(text)).toEqual([])
  })

  it.each(['x^2^ ', 'x^', '^', 'x^2'])('are read in time that grows with their number: %s', async (text) => {
    const parsed = new Map<number, ReturnType<typeof parser.parse>>()
    expect(await growth((size) => {
      const tree = parsed.get(size) ?? parser.parse(text.repeat(size))
      parsed.set(size, tree)
      raisePowers({texts: [{path: 'a.md', text: text.repeat(size), tree: structuredClone(tree), frontMatter: {}}]})
    }, 1000)).toBeLessThan(linear)
  }, 60_000)
})
