import {h} from 'hastscript'
import {toHtml} from 'hast-util-to-html'
import {expect, it} from 'vitest'
import {markRemarks} from '../../src/setting/remarks.ts'

const set = (...children: Parameters<typeof h>[1][]): string => {
  const tree = h('div', h('p', ...children))
  markRemarks(tree)
  return toHtml(tree).slice(5, -6)
}

it('a paragraph that is emphasised as a whole is a remark', () => {
  expect(set(h('em', '数据来源：中国民航局', h('sup', '1'), '；E 为预测值。'), '\n')).toBe('<p class="remark">数据来源：中国民航局<sup>1</sup>；E 为预测值。</p>')
})

it('stress and English stay emphasis', () => {
  for (const children of [[h('em', '重要！')], [h('em', '这一句话才是最重要的'), '。'], [h('em', 'A Bilingual Reader of Tides and Oceans · 双语读物双语读物')], [h('strong', '数据来源：中国民航局')]]) expect(set(...children)).not.toContain('remark')
})
