import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {readWikiLinks} from '../../src/structure/wiki-links.ts'
import {growth, linear} from '../growth.ts'

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

function read(text: string, path = 'a.md'): Root {
  const tree = parser.parse(text)
  readWikiLinks({texts: [{path, text, tree, frontMatter: {}}, {path: 'parts/Note.md', text: '', tree: parser.parse(''), frontMatter: {}}]})
  return tree
}

function links(text: string, path?: string): string[] {
  const found: string[] = []
  visit(read(text, path), (node) => {
    if (node.type === 'link') found.push(`${node.url} ${node.children.map((child) => ('value' in child ? child.value : '')).join('')}`)
    if (node.type === 'image') found.push(`!${node.url} ${node.alt}`)
  })
  return found
}

describe('links of Obsidian', () => {
  it.each([
    ['见[[Note]]。', ['parts/Note.md Note']],
    ['[[parts/Note|words]]', ['parts/Note.md words']],
    ['[[Note.md#A heading]]', ['parts/Note.md#a-heading Note.md']],
    ['[[Note#^block]]', ['parts/Note.md Note']],
    ['[[#A heading]]', ['#a-heading A heading']],
    ['[[None|words]]', ['None.md words']],
    ['[[1|words]]', ['1.md words']],
    ['![[a b.png]] ![[c.svg|300]] ![[d.jpg|words]]', ['!a b.png ', '!c.svg ', '!d.jpg words']],
    ['**[[Note]]** and *[[Note|x]]*', ['parts/Note.md Note', 'parts/Note.md x']],
    [String.raw`\[[Note]] and [[Note]]`, ['parts/Note.md Note']],
  ])('are read in %s', (text, expected) => {
    expect(links(text)).toEqual(expected)
  })

  it('lead out of a folder', () => {
    expect(links('[[Note]]', 'b/c.md')).toEqual(['../parts/Note.md Note'])
  })

  it.each(['[[1]]', '[[1], [2]]', '[[1, 2], [3, 4]]', '[[1-3]]', '[[1|2]]', 'x[[Note]]', '[[None]]', '[[nodiscard]]', '`[[Note]]`', '[[ -f x ]]', '[[ a || b ]]', '![[Note]]', '[[]]', '[[|x]]'])('are none in %s', (text) => {
    expect(links(text)).toEqual([])
  })

  it('keep the places of what stands beside them', () => {
    const piece = fc.constantFrom('文', ' ', '[[Note]]', '[[Note|x]]', '[[None]]', '![[a.png]]', '\n', '**b**', String.raw`\[[Note]]`, '[[1]]')
    fc.assert(fc.property(fc.array(piece, {maxLength: 12}), (pieces) => {
      const text = `甲${pieces.join('')}乙`
      visit(read(text), (node: Nodes) => {
        const {start, end} = node.position ?? {}
        if (node.type !== 'link' && node.type !== 'image') return
        expect(text.slice(start?.offset, end?.offset)).toMatch(/^!?\[\[[^[\]]+\]\]$/)
        expect(text.split('\n').slice(0, (start?.line ?? 1) - 1).join('\n').length + ((start?.line ?? 1) > 1 ? 1 : 0) + (start?.column ?? 1) - 1).toBe(start?.offset)
      })
    }), {numRuns: 300})
  })

  it.each(['[[Note]]', String.raw`\[[Note]]`, '[[None]]\n', '[[a', '![[a.png]] '])('are read in time that grows with their number: %s', async (text) => {
    const trees = new Map<number, Root>()
    expect(await growth((size) => {
      const parsed = trees.get(size) ?? parser.parse(text.repeat(size))
      trees.set(size, parsed)
      const tree = structuredClone(parsed)
      readWikiLinks({texts: [{path: 'a.md', text: text.repeat(size), tree, frontMatter: {}}]})
    }, 250)).toBeLessThan(linear)
  }, 60_000)
})
