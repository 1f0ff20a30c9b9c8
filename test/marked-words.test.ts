import fc from 'fast-check'
import {toString} from 'mdast-util-to-string'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {visit} from 'unist-util-visit'
import {remarkCitations} from '../src/citations/index.ts'
import {remarkMarkedWords} from '../src/marked-words.ts'
import {growth, linear} from './growth.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkMarkedWords).use(remarkCitations).use(remarkCjkFriendly).freeze()
/** Without GFM, whose addresses part the text at each word: to join these pieces costs more than a mark does. */
const alone = unified().use(remarkParse).use(remarkMarkedWords).freeze()

function marksIn(text: string): string[] {
  const found: string[] = []
  visit(parser.parse(text), 'mark', (node) => void found.push(toString(node)))
  return found
}

describe('marked words', () => {
  it.each([
    ['A ==mark== here.', ['mark']],
    ['==two words== and ==more==', ['two words', 'more']],
    ['这里有==重点==的字', ['重点']],
    ['这是==重点。==接下来', ['重点。']],
    ['（==重点==）与“==引文==”', ['重点', '引文']],
    ['中文==English words==中文', ['English words']],
    ['前==5 倍==后', ['5 倍']],
    ['**==粗==**与==**粗**==。', ['粗', '粗']],
    ['(==in brackets==), ==at the end==.', ['in brackets', 'at the end']],
    ['[==words==](https://example.org)', ['words']],
    ['==一行\n又一行==', ['一行又一行']],
    ['==a=b==', ['a=b']],
    ['a ==Watch out!== b', ['Watch out!']],
    ['==事实[[3]]==。', ['事实']],
    ['== no== but ==yes==', ['yes']],
  ])('are read in %s', (text, expected) => {
    expect(marksIn(text).map((words) => words.replace('[[3]]', '').replace('\n', ''))).toEqual(expected)
  })

  it.each([
    'x == y and z == w',
    'if a==b and c==d then',
    '若 a==b 且 c==d 则止',
    '若余额==0，则状态==1。',
    'if (n%2)==0 and (m%2)==0',
    '"a"=="b" or "c"=="d"',
    'a ==> b and c <== d',
    '===三个===',
    '====',
    '== 标题 ==',
    '`==code==` 与 ``x ==y== z``',
    '$a ==b== c$',
    String.raw`\==none== and =\=none==`,
    'dGVzdA== and dGVzdA==',
    'https://example.org/?q==a==&b==c==',
    'a !== b and c !== d',
    'x ==\ny ==',
    '题\n==\n\n又==一',
    '**a ==b** c==x',
  ])('are none in %s', (text) => {
    expect(marksIn(text)).toEqual([])
  })

  it('never lose a character', () => {
    const piece = fc.constantFrom('==', '=', '**', '~~', '字', 'a', ' ', '。', '(', ')', '[', '](u)', '`', '[[1]]', '\n')
    fc.assert(fc.property(fc.array(piece, {maxLength: 24}), (pieces) => {
      const text = `甲${pieces.join('')}乙`
      const tree = parser.parse(text)
      const equals = (words: string) => words.split('=').length - 1
      let marks = 0
      let hidden = 0
      visit(tree, (node) => {
        if (node.type === 'mark') marks += 1
        if (node.type === 'heading' || node.type === 'code') hidden += 1 // their lines of `==` or `~~~==` are no text
      })
      if (hidden === 0) expect(equals(toString(tree)) + 4 * marks).toBe(equals(text))
    }), {numRuns: 500})
  })

  it.each(['==a ', 'a== ', '==a== ', '字==字', '==', '余额==0 '])('are read in time that grows with their number: %s', async (text) => {
    expect(await growth((size) => alone.parse(text.repeat(size)), 1000)).toBeLessThan(linear)
  }, 60_000)
})
