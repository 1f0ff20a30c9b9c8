import {describe, expect, it} from 'vitest'
import {withoutOrnaments} from '../../src/structure/ornaments.ts'
import {composeFiles} from '../fixture.ts'
import {growth, linear} from '../growth.ts'

describe('signs around the words of a heading', () => {
  it.each([
    ['🚀 一、背景', '一、背景'],
    ['1️⃣ 方法', '1、方法'],
    ['1️⃣2️⃣ 方法', '12、方法'],
    ['👨\u200D👩\u200D👧 家庭 🎉🎉 ', '家庭'],
    ['■ 结论', '结论'],
    ['👍🏽 结论 ✅', '结论'],
    ['甲 🚀 乙', '甲 🚀 乙'],
    ['🚀', '🚀'],
    ['© 版权', '© 版权'],
    ['2024 年的事', '2024 年的事'],
    ['', ''],
  ])('%s is %s', (title, words) => {
    expect(withoutOrnaments(title)).toBe(words)
  })

  it('are taken off in linear time', async () => {
    for (const text of ['🚀', '🚀 ', '🚀x', '1️⃣', '\uFE0F']) expect(await growth((size) => withoutOrnaments(`x${text.repeat(size)}`) + withoutOrnaments(`${text.repeat(size)}x`), 10_000)).toBeLessThan(linear)
  })

  it('and bold labels of quotations are read in linear time', async () => {
    expect(await growth((size) => composeFiles({'a.md': `> **甲${' '.repeat(size)}乙**：丙\n`}), 10_000)).toBeLessThan(linear)
  })

  it.each([
    ['## 🎯 一、背景\n\n甲\n\n## 📊 二、数据\n', ['🎯 一、背景', '📊 二、数据']],
    ['## 🎯 背景\n\n甲\n\n### ✅ 1.1 小节\n\n## 📊 数据\n', ['🎯 背景', '📊 数据']],
    ['## 1️⃣ 背景\n\n甲\n\n## 2️⃣ 数据\n', ['1️⃣ 背景', '2️⃣ 数据']],
    ['## 📌 摘要\n\n甲\n\n## 🎯 背景\n\n乙\n\n## 📊 数据\n\n丙\n\n## 💡 结论\n', ['📌 摘要', '第一章　🎯 背景', '第二章　📊 数据', '💡 结论']],
  ])('hide no number and no name: %j', async (text, titles) => {
    const {galley} = await composeFiles({'book.yml': 'title: 书\nlanguage: zh-CN\n', 'a.md': text})
    expect(galley.contents.map(({title}) => title)).toEqual(titles)
  })

  it('stay before a number that the author wrote, and ours goes on from it', async () => {
    const {galley} = await composeFiles({'book.yml': 'title: 书\nlanguage: zh-CN\nnumbering: {headings: on}\n', 'a.md': '## 🎯 第3章 甲\n\n乙\n\n## 📊 丙\n'})
    expect(galley.contents.map(({title}) => title)).toEqual(['🎯 第3章 甲', '第四章　📊 丙'])
  })

  it('lead to no appendix and no chapter that is there', async () => {
    const {messages} = await composeFiles({'book.yml': 'title: 书\nlanguage: zh-CN\n', 'a.md': '## 🎯 第一章 甲\n\n见第二章，见附录 A。\n\n## 📊 第二章 乙\n\n丙\n\n## 📎 附录 A 表\n\n丁\n'})
    expect(messages).not.toContain('reference-dangling')
  })
})
