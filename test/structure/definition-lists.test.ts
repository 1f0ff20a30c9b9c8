import fc from 'fast-check'
import {toString} from 'mdast-util-to-string'
import type {Nodes, Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {joinDefinitions} from '../../src/structure/index.ts'
import {growth, linear} from '../growth.ts'

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

function join(text: string): Root {
  const tree = parser.parse(text)
  joinDefinitions({texts: [{path: 'a.md', text, tree, frontMatter: {}}]})
  return tree
}

/** `dl(甲=一/二)`, paragraphs as `p`. */
function outline(node: Nodes): string {
  if (node.type === 'block' && node.data?.hName === 'dl') return `dl(${node.children.map((part) => (part.data?.hName === 'dt' ? ` ${toString(part)}=` : `/${toString(part)}`)).join('').trim()})`
  return 'children' in node && node.type !== 'paragraph' ? `${node.type}(${node.children.map(outline).join(' ')})` : node.type
}

describe('lists of definitions', () => {
  it.each([
    ['甲\n: 一\n\n乙\n: 二', 'root(dl(甲=/一 乙=/二))'],
    ['甲\n: 一\n: 二', 'root(dl(甲=/一/二))'],
    ['甲\n:   一', 'root(dl(甲=/一))'],
    ['甲\n\n:\t一', 'root(dl(甲=/一))'],
    ['甲\n\n: 一\n\n: 二', 'root(dl(甲=/一/二))'],
    ['甲\n: 一\n乙\n: 二', 'root(dl(甲=/一 乙=/二))'],
    ['甲\n: 一\n续\n\n乙\n: 二', 'root(dl(甲=/一\n续 乙=/二))'],
    ['甲\n: 一\n\n文\n\n乙\n: 二', 'root(dl(甲=/一) paragraph dl(乙=/二))'],
    ['> 甲\n> :  一', 'root(blockquote(dl(甲=/一)))'],
    ['**甲**\n: 一\n\n`乙`\n: 二', 'root(dl(甲=/一 乙=/二))'],
  ])('are read in %j', (text, expected) => {
    expect(outline(join(text))).toBe(expected)
  })

  it.each([
    ['时间\n: 三点'],
    ['他说：\n: 好。\n\n她说：\n: 好。'],
    ['甲\n: 你好\n\n乙\n: 你好\n\n甲\n: 再见'],
    ['甲\n: “你好。”\n\n乙\n: “很好。”'],
    ['一句话。\n: 一\n\n又一句。\n: 二'],
    ['甲\n:一\n\n乙\n:二'],
    ['甲\n：一\n\n乙\n：二'],
    [String.raw`甲
\:  一`],
    [`${'很长的一行'.repeat(10)}\n: 一\n\n${'又长的一行'.repeat(10)}\n: 二`],
  ])('are none in %j', (text) => {
    expect(outline(join(text))).not.toContain('dl(')
  })

  it('are none above a table, and none whose definitions hold blocks', () => {
    expect(outline(join('甲\n\n:   表题\n\n| a |\n|---|\n| b |\n'))).not.toContain('dl(')
    expect(outline(join('甲\n:   一\n\n        又一段\n'))).not.toContain('dl(')
  })

  it('never lose a line or change the order', () => {
    const line = fc.constantFrom('甲', '乙', ': 一', ':   二', '', '> ', '- ', '# ', '    ', '| a |\n|---|', '```\n')
    fc.assert(fc.property(fc.array(line, {maxLength: 20}), (lines) => {
      const words = toString(join(lines.map((text, index) => `${text}w${index};`).join('\n')))
      const parts = lines.map((_, index) => words.indexOf(`w${index};`))
      expect(parts).toEqual([...parts].sort((a, b) => a - b))
    }), {numRuns: 300})
  })

  it.each(['甲\n: 一\n\n', '甲\n: 一\n', ': 一\n', '甲\n\n:  一\n\n'])('are read in time that grows with their number: %j', async (text) => {
    let count = 0
    expect(await growth((size) => join(text.repeat(size).replaceAll('甲', () => `甲${count++}`)), 250)).toBeLessThan(linear)
  }, 60_000)
})
