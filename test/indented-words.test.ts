/** Where spaces make code, and where words. */
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {remarkIndentedWords} from '../src/indented-words.ts'
import {growth, linear} from './growth.ts'

const parser = unified().use(remarkParse).use(remarkIndentedWords).freeze()
const types = (text: string) => parser.parse(text).children.map(({type}) => type)
const sentence = '近年来，大语言模型发展迅速，训练与推理的成本也随之上升。'

describe('indented words', () => {
  it('are a paragraph each', () => {
    expect(types(`    ${sentence}\n\n\t他笑了。\n\n文\n\n    ${sentence}`)).toEqual(['paragraph', 'paragraph', 'paragraph', 'paragraph'])
  })

  it('are words where all lines stand far to the right', () => {
    expect(types(`文\n\n${' '.repeat(24)}某某办公室\n${' '.repeat(20)}2025年3月18日\n`)).toEqual(['paragraph', 'paragraph'])
    expect(types(`文\n\n${' '.repeat(12)}某某办公室\n`)).toEqual(['paragraph', 'code'])
  })

  it('stay code where one line of the block is code, in English, and behind a colon', () => {
    expect(types(`    ${sentence}\n\n    print("你好")\n`)).toEqual(['code'])
    expect(types(`    ${sentence}\n    # 注释\n`)).toEqual(['code'])
    expect(types('    The quick brown fox jumps over the lazy dog, in a whole sentence.\n')).toEqual(['code'])
    expect(types(`输出：\n\n    ${sentence}\n`)).toEqual(['paragraph', 'code'])
    expect(types(`**输出：**  \n\n    ${sentence}\n`)).toEqual(['paragraph', 'code'])
  })

  it('stay code in lists and in quotations', () => {
    expect(parser.parse(`>     ${sentence}`).children[0]).toMatchObject({type: 'blockquote', children: [{type: 'code'}]})
    expect(parser.parse(`- 甲\n\n      ${sentence}`).children[0]).toMatchObject({children: [{children: [{type: 'paragraph'}, {type: 'code'}]}]})
  })

  it('keep their places', () => {
    const [first, second] = parser.parse(`文\n\n    ${sentence}\n    又一行。`).children
    expect(first?.type).toBe('paragraph')
    expect(second?.position?.start).toEqual({line: 3, column: 5, offset: 7})
  })

  it.each([`    ${sentence}\n\n`, `    ${sentence}\n\n文\n\n`, '    甲。\n', '    x\n\n'])('are looked through once: %j', async (part) => {
    expect(await growth((size) => parser.parse(part.repeat(size)), 1000)).toBeLessThan(linear)
  })
})
