/** Bare addresses beside Chinese punctuation and citations: nothing is lost, and every node stands where it says. */
import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {remarkBoundedAutolinks, withoutAutolinks} from '../src/autolink-syntax.ts'
import {growth, linear} from './growth.ts'

const parser = unified().use(remarkParse).use(remarkGfm).freeze()
const bounded = unified().use(remarkParse).use(remarkGfm).use(remarkBoundedAutolinks).freeze()
const read = (text: string): Root => bounded.parse(text)

const leaves = (node: Nodes): Nodes[] => ('children' in node ? node.children.flatMap(leaves) : [node])
const links = (node: Nodes): string[] => [...(node.type === 'link' ? [node.url] : []), ...('children' in node ? node.children.flatMap(links) : [])]

const address = fc.tuple(fc.constantFrom('https://e.org', 'http://a.b.cn/x', 'https://e.org/a_(b)?c=d&e=f#g', 'https://e.org/a/b-c.html'), fc.constantFrom('', '/1', '/q?x=1')).map(([host, path]) => host + path)
const mark = fc.constantFrom('，', '。', '；', '、', '）', '》', '”', '】', '[1]。', '[12][3]，')
const words = fc.constantFrom('后文', '字**重点**字', ' plain ', '\n下一行', '甲', '')

describe('bare addresses', () => {
  it('end where Chinese punctuation or a citation begins, and nothing else changes', () => {
    fc.assert(fc.property(fc.array(fc.tuple(words, address, mark, words), {minLength: 1, maxLength: 5}), (pieces) => {
      const text = `见${pieces.map(([before, url, end, after]) => `${before}（${url}${end}${after}`).join('')}`
      const tree = read(text)
      expect(links(tree)).toEqual(pieces.map(([, url]) => url))
      for (const node of leaves(tree)) {
        if (node.type !== 'text' || !node.position || node.value.includes('\n')) continue
        expect(text.slice(node.position.start.offset, node.position.end.offset).trim()).toBe(node.value.trim())
      }
      expect(leaves(tree).map((node) => ('value' in node ? node.value : '')).join('').replace(/\s/g, '')).toBe(text.replace(/\*\*|\s/g, ''))
    }), {numRuns: 200})
  })

  it.each(['https://e.org/a[1]=x', 'https://e.org/a?b[2]=c', '`https://e.org/，`', '[字](https://e.org/，)', '<https://e.org/，a>'])('stay as they are in %s', (text) => {
    expect(read(text)).toEqual(parser.parse(text))
  })

  it.each([
    ['https://e.org/1[[2]]。后', 'https://e.org/1'],
    ['https://e.org/1[[2], [3]] 后', 'https://e.org/1'],
    ['https://e.org/1[2]的报告', 'https://e.org/1'],
    ['https://e.org/1[2].', 'https://e.org/1'],
    ['www.e.org/a.，后', 'http://www.e.org/a'],
    ['https://e.org……后', 'https://e.org'],
    ['https://zh.wikipedia.org/wiki/版本，后', 'https://zh.wikipedia.org/wiki/版本'],
    ['[见 https://e.org/1，后**文**', 'https://e.org/1'],
    ['[见 https://e.org/1。https://e.org/2[[2]]。www.e.org，后', 'https://e.org/1', 'https://e.org/2', 'http://www.e.org'],
  ])('of %s ends where it does', (text, ...urls) => {
    const tree = read(text)
    expect(links(tree)).toEqual(urls)
    expect(leaves(tree).map((node) => ('value' in node ? node.value : '')).join('')).toBe(text.replaceAll('*', ''))
  })

  it('take time in proportion', async () => {
    expect(await growth((size) => read(`https://e.org/${'[1'.repeat(size)}`), 1250)).toBeLessThan(linear)
    expect(await growth((size) => read('https://e.org/1，'.repeat(size)), 100)).toBeLessThan(linear)
    expect(await growth((size) => read(`[${'https://e.org/1，'.repeat(size)}`), 100)).toBeLessThan(linear)
    expect(await growth((size) => read('https://e.org/1[[2]]'.repeat(size)), 100)).toBeLessThan(linear)
  })
})

describe('constructs of bare addresses', () => {
  const without = unified().use(remarkParse).use(remarkGfm).use(withoutAutolinks).freeze()
  const bracket = fc.constantFrom('[', ']', '![', '](', '(', ')', '[1]', '[a](b)', '\\[', '[[', ', ', ' ', '\n', '*', '_', '字', 'w', 'h.', '1', '`')
  const text = (piece: fc.Arbitrary<string>) => fc.array(piece, {minLength: 1, maxLength: 14}).map((pieces) => pieces.join(''))

  it('read as GFM does, brackets open or not', () => {
    for (const written of ['[https://h.', 'https://www.e.org_a@b.orgwww.e.org']) expect(bounded.parse(written)).toEqual(parser.parse(written))
    fc.assert(fc.property(text(fc.oneof(bracket, fc.constantFrom('a@b.org', 'http://e.org/', 'www.e.org', '@', 'x@y', 'https://'))), (written) => {
      fc.pre(!/\[\d/.test(written)) // a citation ends an address
      expect(bounded.parse(written)).toEqual(parser.parse(written))
    }), {numRuns: 1500})
  })

  it('are not missed where there is no address', () => {
    fc.assert(fc.property(text(bracket), (written) => {
      expect(without.parse(written)).toEqual(parser.parse(written))
    }), {numRuns: 500})
  })

  it.each([['plain', ''], ['with an address', ' https://e.org a@b.org']])('take time in proportion in a bracket that never closes, %s', async (_name, tail) => {
    const read = tail === '' ? without : bounded // GFM's own: 0.3 s, 1.5 s and 7.8 s for 15, 30 and 60 thousand characters
    expect(await growth((length) => read.parse(`[${'1,h,w,'.repeat(length / 6)}${tail}`), 15_000)).toBeLessThan(linear)
  })
})
