import {h} from 'hastscript'
import {toHtml} from 'hast-util-to-html'
import {expect, it} from 'vitest'
import {markVerses} from '../../src/setting/verses.ts'

const isVerse = (...children: Parameters<typeof h>[1][]): boolean => {
  const tree = h('div', h('p', ...children))
  markVerses(tree)
  return toHtml(tree).startsWith('<div><p class="verse">')
}

it('short lines that the author broke are verse', () => {
  expect(isVerse('虹月归来夜，', h('br'), '江声', h('em', '入梦'), '寒。')).toBe(true)
  expect(isVerse('Two roads diverged in a wood,', h('br'), 'and I')).toBe(true)
})

it('nothing else is', () => {
  expect(isVerse('一行')).toBe(false)
  expect(isVerse('字'.repeat(40), h('br'), '短')).toBe(false)
  expect(isVerse('前', h('br'), h('br'), '后')).toBe(false)
  const signed = h('div', h('p', {align: 'right'}, '张三', h('br'), '北京'))
  markVerses(signed)
  expect(toHtml(signed)).not.toContain('verse')
})

it('what wide spaces set apart is not stretched', () => {
  const set = (...children: Parameters<typeof h>[1][]) => {
    const tree = h('div', h('p', ...children))
    markVerses(tree)
    return toHtml(tree)
  }
  expect(set('甲：乙　　', h('b', '丙：丁'))).toBe('<div><p class="spaced">甲：乙　　<b>丙：丁</b></p></div>')
  expect(set('单位：＿＿＿ 　　姓名：＿＿＿')).toContain('spaced')
  expect(set('　　甲　乙')).not.toContain('spaced')
})
