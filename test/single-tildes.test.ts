import {toString} from 'mdast-util-to-string'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {remarkSingleTildes} from '../src/single-tildes.ts'
import {growth, linear} from './growth.ts'

const parser = unified().use(remarkParse).use(remarkGfm, {singleTilde: false}).use(remarkSingleTildes).use(remarkCjkFriendly).use(remarkCjkFriendlyGfmStrikethrough, {singleTilde: false}).freeze()
const alone = unified().use(remarkParse).use(remarkSingleTildes).freeze()

/** What is lowered as `_…`, what is struck out as `-…`. */
function read(text: string): string[] {
  const found: string[] = []
  visit(parser.parse(text), (node) => {
    if (node.type === 'lowered') found.push(`_${toString(node)}`)
    if (node.type === 'delete') found.push(`-${toString(node)}`)
  })
  return found
}

describe('a tilde alone', () => {
  it.each([
    ['H~2~O 与 CO~2~。', ['_2', '_2']],
    ['x~i~, x~i,j~ and x~n+1~', ['_i', '_i,j', '_n+1']],
    ['SO~4~^2-^，Fe~2~O~3~', ['_4', '_2', '_3']],
    ['*x*~max~ 与 α~0~', ['_max', '_0']],
    ['速度 v~初~ 与 v~0~', ['_初', '_0']],
    ['**H~2~O**', ['_2']],
    ['~gone~ and ~gone too~.', ['-gone', '-gone too']],
    ['（~删去~）', ['-删去']],
    ['~~删~~与~~去~~', ['-删', '-去']],
    ['~从 3~5 天~ 起', ['-从 3~5 天']],
  ])('lowers or strikes out in %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    '约~5 至 ~6 天，3~5 天、10~20 人',
    '温度 5~10℃、15~20℃ 之间，9:00~12:00、14:00~18:00。',
    '2019~2020~2021 年',
    '甲~乙~丙三地，A~B~C 三地',
    '好的~我来了~',
    '（~5 天，~6 天）',
    '**3~5** 天与 **10~20** 人',
    'A1~A5、B1~B5',
    '在 ~/src 与 ~/lib 中，cd ~ 与 ls ~ 。',
    'a ~ b ~ c',
    String.raw`H\~2\~O`,
    '`H~2~O`',
    '~',
    '第 1~3 章、第 5~7 章',
    '$3~5$ 与 x~ y~',
  ])('is text in %s', (text) => {
    expect(read(text)).toEqual([])
    expect(toString(parser.parse(text)).split('~')).toHaveLength(text.split('~').length)
  })

  it('does not come between bold words', () => {
    const bold: string[] = []
    visit(parser.parse('**3~5** 天与 **10~20** 人'), 'strong', (node) => void bold.push(toString(node)))
    expect(bold).toEqual(['3~5', '10~20'])
  })

  it.each(['a~', '~a ', 'a~b~', '3~5 ', '~', '(~a) '])('is read in time that grows with their number: %s', async (text) => {
    expect(await growth((size) => alone.parse(text.repeat(size)), 1000)).toBeLessThan(linear)
  }, 60_000)
})
