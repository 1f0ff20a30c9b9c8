/** Brackets that are no calls, the numbers inside brackets, and what residue leaves. */
import {describe, expect, it} from 'vitest'
import {readMarker} from '../../src/citations/dialects.ts'
import {isExpression} from '../../src/citations/expressions.ts'
import {giveBack} from '../../src/citations/give-back.ts'
import {readItems} from '../../src/citations/items.ts'
import {localCall} from '../../src/citations/linked.ts'
import {numbersCalled} from '../../src/citations/sources/calls.ts'
import {readLabel} from '../../src/citations/sources/labels.ts'
import type {Link} from 'mdast'
import type {CitationCandidate} from '../../src/model/nodes.ts'
import {composeFiles} from '../fixture.ts'

/** @param marked The bracket that is asked for stands between ‹ and ›. */
const asks = (marked: string) => {
  const start = marked.indexOf('‹')
  return isExpression(marked.replace(/[‹›]/g, ''), start, marked.indexOf('›') - 1)
}

describe('an expression', () => {
  it.each(['and arr‹[1]› is', 'the element x‹[2]› of', '变量x‹[2]›越界', 'my_list‹[3]›', 'a[i]‹[2]›', 'set data‹[1]› = 5', 'rows‹[2]›.map(f)', '第‹[1]›款', 'the vector ‹[3, 4]›', '区间为‹[1, 2]›', 'x ∈ ‹[1, 2]›', 'arr[1][2][3]‹[4]›', '[[1, 2], ‹[3, 4]›]', '数组元素 A‹[1]›, A[2], . . ., A[n]', 'of w[i-1] and Rows‹[2]›, as Rows[k+1] is'])('is %s', (text) => {
    expect(asks(text)).toBe(true)
  })

  it.each(['generation‹[1]›', '模型‹[1]›', '文 a‹[1]›b', 'option A‹[1]›', 'in ‹[1, 2]›', 'shown [[1]] and ‹[2, 3]›', 'x\n\n[[1, 2\n\n‹[3, 4]›', '(2020)‹[1]›', 'vector‹[1]›', 'a is so‹[1]›.', '第一‹[1]›，', '第三方研究‹[1]›条目', '3a‹[1]›', 'iPhone‹[1]› == 2?', 'Beijing‹[1]› and Beijing[a]', 'GPT‹[1]›, GPT4[n]'])('is not %s', (text) => {
    expect(asks(text)).toBe(false)
  })

  it('is looked through for four dimensions of an array', () => {
    expect([asks('the arr[1][2][3]‹[4]›'), asks('the arr[1][2][3][4]‹[5]›')]).toEqual([true, false])
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

it.each([['1: page 5', 'page 5'], ['1: pages 5-6', 'pages 5-6'], ['1：第3章', '第3章'], ['1: p. 5', 'p. 5'], ['1: §2', '§2'], ['1: other', undefined]])('the place in %s is %s', (text, locator) => {
  expect(readItems(text)?.[0]?.locator).toBe(locator)
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
    ['**甲**  【12:0†a.pdf】。', '甲。'],
    ['甲 [cite: 4 , 5] 。', '甲。'],
    ['A [cite: 4 , 5 B.', 'A B.'],
    ['A [cite: 4 .', 'A .'],
    ['甲 \ue200cite\n乙\ue201。', '甲乙\ue201。'],
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

describe('a marker', () => {
  it.each(['a[[1]](https://e.org/1)', '[[1]](ftp://e.org/1)', '[[1]](https://e.org/1', '[[1, 2]](https://e.org/1)', '[[1, 2], [3, 4]]'])('is none in %s', (raw) => {
    expect(readMarker(raw)).toBeUndefined()
  })

  it('with an address gives it to its source', () => {
    expect(readMarker('[[2]](HTTP://e.org/1)')?.items).toEqual([{number: 2, url: 'HTTP://e.org/1'}])
    expect(readMarker('[[1]](<https://e.org/1>)')).toEqual({dialect: 'double-bracket-link', items: [{number: 1, url: 'https://e.org/1'}], certain: true})
  })

  it('joined to another by a dash calls what lies between', async () => {
    expect((await composeFiles({'a.md': '字[[1]]-[[4]]，字[[7]]–[[6]]。'})).book.calls.map(({number}) => number)).toEqual([1, 2, 3, 4, 7, 6])
  })

  it('in a heading is no part of the title of its section, or of its chapter', async () => {
    const {book} = await composeFiles({'a.md': '# 书\n\n## 一章[[1]]\n\n### 一节[[1]]\n\n句[[1]]。\n\n## 二章\n'})
    expect(book.calls.map(({sectionTitle}) => sectionTitle?.slice(-2)).slice(1)).toEqual(['一节', '一节'])
    expect(book.chapters[0]?.title).toMatch(/一章$/)
  })

  it('within a link is text', async () => {
    const {book, html} = await composeFiles({'a.md': '见[字[[1]]](https://e.org/)。\n'})
    expect(book.calls).toEqual([])
    expect(html).toContain('字[[1]]</a>')
  })

  it('is called by a link of a number and nothing else', () => {
    const link = (...values: string[]): Link => ({type: 'link', url: 'https://e.org/', children: values.map((value) => ({type: 'text', value}))})
    expect([...numbersCalled({type: 'root', children: [{type: 'paragraph', children: [link('1'), link('[2]'), link('3', 'a'), link('4a'), link('123456')]}]})]).toEqual([1, 2])
  })
})

describe('a link to the author’s own list', () => {
  const call = (words: string, url: string) => localCall({type: 'link', url, children: [{type: 'text', value: words}]})

  it.each([['1', '#ref-1', 1], ['[12]', '#012', 12], ['1', '#ref-2', undefined], ['甲', '#ref-1', undefined], ['甲', 'https://e.org/', undefined], ['0', '#0', undefined], ['1', '第3页', 1], ['1', '%zz', undefined]])('[%s](%s)', (words, url, number) => {
    expect(call(words, url)?.number).toBe(number)
  })

  it('is no number that a list of sources would have to reach', async () => {
    const {book} = await composeFiles({'a.md': '# 题\n\n分割为数组元素 A[1], A[2], …, A[n]，并返回。\n\n## 参考资料\n\n- [甲网](https://example.org/a)\n'})
    expect(book.messages.map(({ruleId}) => ruleId).filter((id) => id.startsWith('source-list'))).toEqual([])
    const {book: cited} = await composeFiles({'a.md': '# 题\n\n见文献 A[1], B[2]，并返回。\n\n## 参考资料\n\n- [甲网](https://example.org/a)\n'})
    expect(cited.messages.map(({ruleId}) => ruleId)).toContain('source-list-miscounted')
  })
})
