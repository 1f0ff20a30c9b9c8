/** DOIs of entries that are printed as they were written. */
import type {PhrasingContent} from 'mdast'
import fc from 'fast-check'
import {toString} from 'mdast-util-to-string'
import {describe, expect, it} from 'vitest'
import {linkIdentifiers} from '../../src/citations/identifiers.ts'
import {composeFiles} from '../fixture.ts'
import {growth, linear} from '../growth.ts'

const linked = (value: string) => linkIdentifiers([{type: 'text', value}]).flatMap((node) => (node.type === 'link' ? [`${toString(node)} → ${node.url}`] : []))

describe('a DOI', () => {
  it.each([
    ['王某. 题[J]. 刊, 2008: 1-7. DOI: 10.3760/cma.j.cn115791-2008-001.', ['10.3760/cma.j.cn115791-2008-001 → https://doi.org/10.3760/cma.j.cn115791-2008-001']],
    ['Smith J. Title. doi:10.1016/S0140-6736(05)71146-6', ['10.1016/S0140-6736(05)71146-6 → https://doi.org/10.1016/S0140-6736(05)71146-6']],
    ['Smith J. Title (DOI 10.1000/182).', ['10.1000/182 → https://doi.org/10.1000/182']],
    ['甲，DOI：10.1000/a；乙，doi: 10.1000/b。', ['10.1000/a → https://doi.org/10.1000/a', '10.1000/b → https://doi.org/10.1000/b']],
    ['比例为 10.1000/3，式 10.5/2。', []],
    ['undoi 10.1000/1', []],
  ])('is a link in %s', (text, expected) => expect(linked(text)).toEqual(expected))

  it('leaves every character, whatever stands around', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('DOI: ', 'doi', '10.1000/a', '(', ')', ']', '.', '，', ' ', '甲', '😀')), (parts) => {
      const read: PhrasingContent[] = [{type: 'text', value: parts.join('')}]
      expect(toString({type: 'paragraph', children: linkIdentifiers(read)})).toBe(parts.join(''))
    }))
  })

  it.each([')', ').', '.', 'doi:10.1000/', 'doi: 10.1000/a)'])('is looked for in linear time in rows of %s', async (piece) => {
    expect(await growth((size) => linked(`doi:10.1000/1${piece.repeat(size)}`), 20_000, 4)).toBeLessThan(linear)
  })

  it('is one in the list of a book, and a link of the author stays his', async () => {
    const {html} = await composeFiles({'a.md': '# 甲\n\n文[[1]][[2]]。\n\n# 乙\n\n# 参考文献\n\n[1] 王某. 题[J]. 刊, 2008. DOI: 10.1000/182.\n\n[2] 李某. 题[J]. DOI: [10.1000/183](https://example.org/).\n'})
    expect(html).toContain('DOI: <a href="https://doi.org/10.1000/182">10.1000/182</a>.')
    expect(html).toContain('DOI: <a href="https://example.org/">10.1000/183</a>.')
  })
})
