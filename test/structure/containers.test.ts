import fc from 'fast-check'
import {toString} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Root} from 'mdast'
import {describe, expect, it} from 'vitest'
import {remarkBoundedAutolinks} from '../../src/autolink-syntax.ts'
import {remarkContainers} from '../../src/containers-syntax.ts'
import type {Message} from '../../src/model/message.ts'
import {joinContainers} from '../../src/structure/index.ts'
import {growth, linear} from '../growth.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkBoundedAutolinks).use(remarkContainers).freeze()

function join(text: string): {tree: Root; messages: Message[]} {
  const [tree, messages] = [parser.parse(text), [] as Message[]]
  joinContainers({texts: [{path: 'a.md', text, tree, frontMatter: {}}], messages})
  return {tree, messages}
}

/** Types of blocks, with the kinds of containers. */
function outline(node: Root | Root['children'][number]): string {
  const name = node.type === 'blockquote' && node.data?.callout ? node.data.callout.name : node.type
  const blocks = 'children' in node ? (node.children as Root['children']).filter(({type}) => ['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'code', 'html'].includes(type)) : []
  return blocks.length > 0 ? `${name}(${blocks.map(outline).join(' ')})` : name
}

describe('containers', () => {
  it.each([
    ['::: tip\na\n:::', 'root(tip(paragraph))'],
    ['::: note\n::: tip\na\n:::\nb\n:::', 'root(note(tip(paragraph) paragraph))'],
    [':::: note\n::: tip\na\n:::\nb\n::::', 'root(note(tip(paragraph) paragraph))'],
    [':::: note\n::: tip\na\n::::\nb', 'root(note(paragraph paragraph) paragraph)'],
    ['::: note\na\n:::\n:::', 'root(note(paragraph) paragraph)'],
    ['::: note\n\na', 'root(paragraph paragraph)'],
    ['- a\n\n  ::: note\n  b\n  :::', 'root(list(listItem(paragraph note(paragraph))))'],
    ['::: note\n- a\n:::', 'root(note(list(listItem(paragraph))))'],
    ['> ::: note\n> a\n> :::', 'root(blockquote(note(paragraph)))'],
    ['<aside>\n💡 **a**\n\n- b\n</aside>\nc', 'root(tip(paragraph list(listItem(paragraph))) paragraph)'],
    ['<aside>\n⚠️ a\n::: note\nb\n</aside>\n\nc', 'root(warning(paragraph paragraph paragraph) paragraph)'],
    ['- a\n\n    <aside>\n    b\n    \n    </aside>', 'root(list(listItem(paragraph note(paragraph))))'],
    ['<aside>\n\na\n\n</aside>', 'root(html paragraph html)'],
    ['<aside>\n<p>a</p>\n</aside>', 'root(html)'],
    ['<aside>\na\n\n> b', 'root(html paragraph blockquote(paragraph))'],
    ['::: note\na\n</aside>\n:::', 'root(note(paragraph html))'],
    ['::: columns\n\n# a\n:::', 'root(heading)'],
    ['    ::: note\n    a', 'root(code)'],
    ['```\n::: note\n:::\n```', 'root(code)'],
    ['!!! tip\n    a\n\n    b\n\nc', 'root(tip(paragraph paragraph) paragraph)'],
    ['!!! tip\n\ta', 'root(tip(paragraph))'],
    ['a\n!!! tip "b"\n    c', 'root(paragraph tip(paragraph paragraph))'],
    ['!!! tip\n    !!! note\n        a', 'root(tip(note(paragraph)))'],
    ['=== "C++"\n    ```cpp\n    x\n    ```\n\n=== "Rust"\n    a', 'root(paragraph code paragraph paragraph)'],
    ['???+ note\n    === "a"\n        b', 'root(note(paragraph paragraph))'],
    ['=== "a"\nb', 'root(paragraph)'],
    ['a\n===\n    b', 'root(heading code)'],
    ['!!! tip\na', 'root(paragraph)'],
    ['!!! 注意\n    a', 'root(paragraph)'],
    ['a :::\n::::: b', 'root(paragraph)'],
    [':::)\n:-)', 'root(paragraph)'],
  ])('are read in %j', (text, expected) => {
    expect(outline(join(text).tree)).toBe(expected)
  })

  it('that close nothing leave the paragraph they stand in as it was', () => {
    const {tree} = join('a\n:::\nb\n\n::: tip *c* {}\nd')
    expect(tree.children.map((node) => toString(node))).toEqual(['a\n:::\nb', '::: tip c {}\nd'])
  })

  it('never lose a line or change the order', () => {
    const line = fc.constantFrom('::: tip', '::: 栏 题', ':::', '::::', ':::: {.note}', '- 项', '> 引', '!!! note', '    缩进', '', '# 题', '```')
    fc.assert(fc.property(fc.array(line, {maxLength: 20}), (lines) => {
      const numbered = lines.map((text, index) => `${text}\n${text.startsWith('    ') ? '    ' : ''}w${index};`)
      const words = toString(join(numbered.join('\n')).tree)
      const parts = lines.map((_, index) => words.indexOf(`w${index};`))
      expect(parts).toEqual([...parts].sort((a, b) => a - b))
      expect(parts).not.toContain(-1)
    }), {numRuns: 300})
  })

  it.each(['::: a\n', ':::\n', '::: a\n:::\n', '::: a\nb\n\n', '!!! note\n\n', '::: a b\nc\n', '<aside>\na\n', '<aside>\na\n</aside>\n', '</aside>\n'])('are read in time that grows with their number: %j', async (text) => {
    expect(await growth((size) => join(text.repeat(size)), 250)).toBeLessThan(linear)
  }, 60_000)

  it.each([`::: ${'a '.repeat(5000)}\n`, `:::${' '.repeat(5000)}\n`, `!!! note "${'" '.repeat(5000)}\n`])('with a long line are read quickly', async (text) => {
    expect(await growth((size) => join(text.repeat(size)), 2)).toBeLessThan(linear)
  }, 60_000)
})
