import fc from 'fast-check'
import {h} from 'hastscript'
import type {Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {describe, expect, it} from 'vitest'
import {joinLines} from '../../src/setting/line-breaks.ts'

function joined(...children: Parameters<typeof h>[1][]): string {
  const tree: Root = {type: 'root', children: [h('p', ...children)]}
  joinLines(tree)
  return textOf(tree)
}

describe('line breaks of the source', () => {
  it.each([
    ['第一行\n第二行', '第一行第二行'],
    ['第一行。\n“第二行”', '第一行。“第二行”'],
    ['他说——\n好', '他说——好'],
    ['模型 GPT\n很大', '模型 GPT\n很大'],
    ['很大\nGPT', '很大\nGPT'],
    ['one\ntwo', 'one\ntwo'],
    ['한국\n한국', '한국\n한국'],
    ['甲\n\n乙', '甲\n\n乙'],
    ['𠀀\n𠀁', '𠀀𠀁'],
    ['甲\n', '甲\n'],
  ])('of %j come out as %j', (written, printed) => expect(joined(written)).toBe(printed))

  it('are joined over emphasis, links and raised citations', () => {
    expect(joined('甲\n', h('strong', '乙'), '\n丙')).toBe('甲乙丙')
    expect(joined(h('a', '甲'), '\n', h('em', '乙'))).toBe('甲乙')
    expect(joined('甲', h('sup', '[1]'), '\n乙')).toBe('甲[1]乙')
    expect(joined('甲\n', h('sup', '[1]'), '。乙')).toBe('甲[1]。乙')
  })

  it('stay in code, at forced breaks and between blocks', () => {
    expect(joined(h('code', '甲\n乙'))).toBe('甲\n乙')
    expect(joined('甲', h('br'), '\n乙')).toBe('甲\n乙')
    expect(joined('甲\n', h('code', 'x'), '\n乙')).toBe('甲\nx\n乙')
    const tree: Root = {type: 'root', children: [h('p', '甲'), {type: 'text', value: '\n'}, h('p', '乙')]}
    joinLines(tree)
    expect(textOf(tree)).toBe('甲\n乙')
  })

  it('are all that changes, in any text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('甲', '，', 'a', '\n', ' ', '“', '1'), {maxLength: 30}).map((parts) => parts.join('')), (written) => {
      const printed = joined(written)
      expect(printed.replaceAll('\n', '')).toBe(written.replaceAll('\n', ''))
      expect(printed).not.toMatch(/[甲，]\n[甲，“]/)
    }))
  })
})
