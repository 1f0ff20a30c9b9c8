/** Brackets that are no calls, the numbers inside brackets, and what residue leaves. */
import {describe, expect, it} from 'vitest'
import {isExpression} from '../../src/citations/expressions.ts'
import {giveBack} from '../../src/citations/give-back.ts'
import {readItems} from '../../src/citations/items.ts'
import {readLabel} from '../../src/citations/sources/labels.ts'
import type {CitationCandidate} from '../../src/model/nodes.ts'
import {composeFiles} from '../fixture.ts'

/** @param marked The bracket that is asked for stands between ‹ and ›. */
const asks = (marked: string) => {
  const start = marked.indexOf('‹')
  return isExpression(marked.replace(/[‹›]/g, ''), start, marked.indexOf('›') - 1)
}

describe('an expression', () => {
  it.each(['and arr‹[1]› is', 'the element x‹[2]› of', '变量x‹[2]›越界', 'my_list‹[3]›', 'a[i]‹[2]›', 'set data‹[1]› = 5', 'rows‹[2]›.map(f)', '第‹[1]›款', 'the vector ‹[3, 4]›', '区间为‹[1, 2]›', 'x ∈ ‹[1, 2]›', 'arr[1][2][3]‹[4]›', '[[1, 2], ‹[3, 4]›]'])('is %s', (text) => {
    expect(asks(text)).toBe(true)
  })

  it.each(['generation‹[1]›', '模型‹[1]›', '文 a‹[1]›b', 'option A‹[1]›', 'in ‹[1, 2]›', 'shown [[1]] and ‹[2, 3]›', 'x\n\n[[1, 2\n\n‹[3, 4]›', '(2020)‹[1]›', 'vector‹[1]›', 'a is so‹[1]›.', '第一‹[1]›，', '第三方研究‹[1]›条目', '3a‹[1]›', 'iPhone‹[1]› == 2?'])('is not %s', (text) => {
    expect(asks(text)).toBe(false)
  })

  it('makes what touches it one too, and proves no dialect', async () => {
    const list = '\n\n## References\n\n[1] A. https://e.org/1\n[2] B. https://e.org/2\n'
    expect((await composeFiles({'a.md': `# T\n\nThe cell arr[1][2] and [7].${list}`})).book.calls).toEqual([])
    expect((await composeFiles({'a.md': `# T\n\nThe cell arr[1][2], as said[1], and [7].${list}`})).book.calls.map(({number}) => number)).toEqual([1, 7])
  })
})

describe('numbers', () => {
  it.each([['1-3', [1, 2, 3]], ['2–2', undefined], ['3-1', undefined], ['1-500', undefined], ['1-201', 201], ['¹²', [12]], ['１，２', [1, 2]], ['0', undefined], ['01', undefined], ['1⁻³', [1, 2, 3]], ['1至3', [1, 2, 3]]] as const)('%s', (text, expected) => {
    const numbers = readItems(text)?.map(({number}) => number)
    if (typeof expected === 'number') expect(numbers).toHaveLength(expected)
    else expect(numbers).toEqual(expected)
  })
})

describe('labels', () => {
  it.each([['① 甲', 1], ['⑳ 甲', 20], ['㉑ 甲', 21], ['㉟ 甲', 35], ['㊱ 甲', 36], ['㊿ 甲', 50], ['¹² 甲', 12], ['<sup>3</sup> 甲', 3], ['［４］甲', 4], ['[citation:5] 甲', 5], ['来源6：甲', 6], ['Source 7: A', 7], ['\\[8\\] A', 8], ['(9) A', 9]])('%s', (line, number) => {
    expect(readLabel(line)?.number).toBe(number)
  })

  it.each(['2024年', '甲', '3.14 是', '[1](https://e.org)', 'Sources', '① '.slice(1)])('are none in %s', (line) => {
    expect(readLabel(line)).toBeUndefined()
  })
})

describe('residue', () => {
  it.each([
    ['甲 【12:0†a.pdf】。', '甲。'],
    ['甲（【12:0†a.pdf】）。', '甲。'],
    ['甲（见【12:0†a.pdf】）。', '甲（见）。'],
    ['A :contentReference[oaicite:0]{index=0} B.', 'A B.'],
    ['A [cite: 4] .', 'A .'],
    ['A citeturn0search1.', 'A.'],
    ['**甲**【12:0†a.pdf】。', '甲。'],
    ['【12:0†a.pdf】甲。', '甲。'],
  ])('leaves no gap in %s', async (text, expected) => {
    const {html} = await composeFiles({'a.md': text})
    expect(html.replace(/<[^>]+>/g, '').trim()).toBe(expected)
  })
})

describe('a mark that is given back', () => {
  const mark = (value: string): CitationCandidate => ({type: 'citationCandidate', dialect: 'bracket', value, items: [], children: []})
  const kinds = (values: string[], defined: string[]) => giveBack(values.map(mark), new Set(defined)).map((node) => (node.type === 'linkReference' ? `${node.referenceType} ${node.identifier}` : node.type))

  it('is what CommonMark reads: a label before another label is no shortcut', () => {
    expect(kinds(['[1]', '[2]'], ['1'])).toEqual(['text', 'text'])
    expect(kinds(['[1]', '[2]'], ['2'])).toEqual(['full 2'])
    expect(kinds(['[1]', '[2]', '[3]'], ['2', '3'])).toEqual(['full 2', 'shortcut 3'])
    expect(kinds(['[1]'], ['1'])).toEqual(['shortcut 1'])
    const [start, end] = [{line: 1, column: 1, offset: 0}, {line: 1, column: 4, offset: 3}]
    expect(giveBack([{...mark('[1]'), position: {start, end}}], new Set(['1']))[0]).toMatchObject({label: '1', position: {start, end}, children: [{value: '1'}]})
    expect(giveBack([mark('[1]')], new Set(['1']))[0]).not.toHaveProperty('position')
  })
})
