import {h} from 'hastscript'
import type {Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {describe, expect, it} from 'vitest'
import {dropEmphasisSpaces} from '../../src/setting/emphasis-spaces.ts'

function dropped(...children: Parameters<typeof h>[1][]): string {
  const tree: Root = {type: 'root', children: [h('p', ...children)]}
  dropEmphasisSpaces(tree)
  return textOf(tree)
}

describe('a space beside emphasis', () => {
  it('goes where it stands between a full-width mark and Chinese', () => {
    expect(dropped('其', h('strong', '机制（Mechanism）'), ' 能够')).toBe('其机制（Mechanism）能够')
    expect(dropped(h('strong', '要点：'), ' 内容')).toBe('要点：内容')
    expect(dropped('参见 ', h('em', '《书》'), ' ，又')).toBe('参见《书》，又')
    expect(dropped(h('strong', h('dfn', '词', h('span', '（word）'))), ' 的')).toBe('词（word）的')
  })

  it('stays between words, and before Latin', () => {
    expect(dropped(h('strong', '作者'), ' 张三')).toBe('作者 张三')
    expect(dropped(h('strong', '甲（a）'), ' GPT')).toBe('甲（a） GPT')
    expect(dropped(h('strong', 'a (b)'), ' 文')).toBe('a (b) 文')
    expect(dropped('（甲） 三千 （乙） 四千')).toBe('（甲） 三千 （乙） 四千')
    expect(dropped(h('code', h('strong', '甲）'), ' 乙'))).toBe('甲） 乙')
    expect(dropped(h('strong', '甲）'), '  乙')).toBe('甲）  乙')
  })
})
