/** Properties: markers made from the grammar are all found where they stand; without sources the output is CommonMark's. */
import fc from 'fast-check'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {liftSources, remarkCitations} from '../../src/citations/index.ts'
import type {Book} from '../../src/model/book.ts'
import {composeFiles} from '../fixture.ts'
import {growth, linear} from '../growth.ts'

const number = fc.integer({min: 1, max: 999})
const separator = fc.constantFrom(', ', ',', '，', '、', ';', '；', ' , ')
const group = fc.tuple(fc.array(number, {minLength: 1, maxLength: 5}), separator, fc.boolean()).map(([numbers, mark, inner]) => ({
  raw: inner ? `[${numbers.map((each) => `[${each}]`).join(mark)}]` : `[[${numbers.join(mark)}]]`,
  numbers,
}))
const words = fc.constantFrom('模型变大了', '句子。', 'plain words ', '**重**点', '`[[7]]`', '\\[[8]] ', '（注）', 'a*b', '！')

describe('grammar', () => {
  it('finds every marker with its place and numbers, and nothing else', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(words, group), {minLength: 1, maxLength: 8}), async (pieces) => {
      let text = '引'
      const expected: [number, number[]][] = []
      for (const [before, {raw, numbers}] of pieces) {
        text += `${before}字`
        expected.push([text.length + 1, [...new Set(numbers)]]) // a group names a source once
        text += `${raw}字`
      }
      const {book} = await composeFiles({'a.md': text})
      const found = new Map<number, number[]>()
      for (const {place, number: called} of book.calls) found.set(place.column ?? 0, [...(found.get(place.column ?? 0) ?? []), called])
      expect([...found]).toEqual(expected)
    }), {numRuns: 60})
  })

  it('is CommonMark where no citation is in play', async () => {
    const piece = fc.constantFrom('[1]', '[2][1]', '[1][2]', '[x][1]', '[1](https://e.org)', '[a [1] b]', '![1]', '[1][]', '\\[1]', '`[1]`', '*[3]*', '[4, 5]', '【1】', '[^1^]', '[^7]', ' ', '字', '\n', '[y]', '![z](https://e.org/i.png)', '](', '[')
    const definitions = fc.constantFrom('', '\n\n[x]: https://e.org/x', '\n\n[y]: https://e.org/y\n[x]: https://e.org/x')
    const plain = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify)
    const ours = unified().use(remarkParse).use(remarkGfm).use(remarkCitations)
    const out = unified().use(remarkRehype).use(rehypeStringify)
    await fc.assert(fc.asyncProperty(fc.array(piece, {minLength: 1, maxLength: 10}), definitions, async (pieces, tail) => {
      const text = pieces.join('') + tail
      fc.pre(!/\[(?:\[1\]\(https:\/\/e\.org\)\s*)+\]/.test(text)) // that is a citation, whatever stands behind it
      const tree = ours.parse(text)
      await liftSources(bookOf(text, tree), [], [])
      expect(out.stringify(await out.run(tree))).toBe(String(await plain.process(text)))
    }), {numRuns: 400, examples: [[['[1](https://e.org)', '\n', '\n', '[1]', '![z](https://e.org/i.png)'], '']]})
  })

  it('keeps what remark-stringify escapes as text', async () => {
    const escaped = unified().use(remarkParse).use(remarkStringify).processSync('甲[[2], [11]]乙[[1]]').toString()
    expect(escaped).toContain('\\[')
    const {book} = await composeFiles({'a.md': escaped})
    expect(book.calls).toEqual([])
  })
})

function bookOf(text: string, tree: Book['texts'][number]['tree']): Book {
  const config = {citations: {dialect: 'auto'}} as Book['config'] // the one setting that promotion reads
  return {name: 'p', config, texts: [{path: 'a.md', text, tree, frontMatter: {}}], chapters: [], sources: new Map(), calls: [], terms: new Map(), mentions: [], dialects: {}, notes: new Map(), assets: new Map(), assetByUrl: new Map(), messages: [], hash: '', epoch: 0}
}

describe('hostile text', () => {
  it.each([
    ['unclosed groups', '', '[[1], [2], ', 500],
    ['unclosed numbers', '[[', '1, ', 700],
    ['brackets', '', '[', 1000],
    ['a locator without end', '[[1, p. ', 'x', 1200],
    ['an address without end', '[[1]](https://e.org/', '(', 1200],
    ['residue without end', '', ':contentReference[', 500],
    ['empty private marks', '', '\ue200', 1000],
  ])('%s take time in proportion', async (_name, opening, piece, size) => {
    expect(await growth((count) => composeFiles({'a.md': opening + piece.repeat(count)}), size)).toBeLessThan(linear)
  })

  it('sets 5,000 citations in one group and on one line', async () => {
    const one = await composeFiles({'a.md': `[${Array.from({length: 5000}, (_, index) => `[${index + 1}]`).join(', ')}]`})
    expect(one.book.calls).toHaveLength(5000)
    const line = await composeFiles({'a.md': Array.from({length: 5000}, (_, index) => `[[${(index % 50) + 1}]]`).join(', ')})
    expect(line.book.calls).toHaveLength(5000)
  })
})
