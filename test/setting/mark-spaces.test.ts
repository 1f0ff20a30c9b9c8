import {h} from 'hastscript'
import type {Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {describe, expect, it} from 'vitest'
import {dropMarkSpaces} from '../../src/setting/mark-spaces.ts'
import {growth, linear} from '../growth.ts'

function dropped(...children: Parameters<typeof h>[1][]): string {
  const tree: Root = {type: 'root', children: [h('p', ...children)]}
  dropMarkSpaces(tree)
  return textOf(tree)
}

describe('a space beside a full-width mark', () => {
  it('goes where the mark has its own blank, and a line would begin with it', () => {
    expect(dropped('用 decoder ，再', h('code', 'x'), ' 。又 GPT\n、LLM')).toBe('用 decoder，再x。又 GPT、LLM')
    expect(dropped('前者， 后者； The end。 又')).toBe('前者，后者；The end。又')
    expect(dropped('甲： ', '乙')).toBe('甲：乙')
    expect(dropped('模型（ LLM ）与《 书 》')).toBe('模型（LLM）与《书》')
    expect(dropped('见 ', h('em', '要点 ：'), '甲， ', h('dfn', '词'), '（ ', h('a', 'LLM'), ' ）')).toBe('见 要点：甲，词（LLM）')
  })

  it('stays where it separates, is to be filled in, or is written out', () => {
    for (const text of ['《红楼梦》 曹雪芹', '（一） 总则', '答案是（ ）。', '姓名：  性别：', '前　，后', 'a, b; c.', '中文 English 中文', 'x = (1, 2)']) expect(dropped(text)).toBe(text)
    expect(dropped('注文。 ', h('a', {dataFootnoteBackref: ''}, '↩'))).toBe('注文。 ↩')
    expect(dropped(h('code', 'f ，g'), h('kbd', 'a ：b'))).toBe('f ，ga ：b')
  })

  it('keeps the width of what is to be filled in', () => {
    expect(dropped('选（   ）。(  ) f( )')).toBe('选（\u00a0\u00a0\u00a0）。(\u00a0\u00a0) f( )')
    expect(dropped(h('code', '(  )'))).toBe('(  )')
  })

  it('takes time in proportion to the text', async () => {
    const drop = (size: number) => dropped(' '.repeat(size), `，${'（ '.repeat(size)}`, `a${' '.repeat(size)}b`)
    expect(await growth(drop, 2000)).toBeLessThan(linear)
  })
})
