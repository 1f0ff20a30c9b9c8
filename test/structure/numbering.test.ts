import {describe, expect, it} from 'vitest'
import {chineseNumber} from '../../src/structure/numbering.ts'
import {composeFiles} from '../fixture.ts'

describe('numbers of headings', () => {
  it.each([[1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [21, '二十一'], [100, '一百'], [101, '一百零一'], [110, '一百一十'], [999, '九百九十九'], [1000, '1000']])('writes %i as %s', (number, written) => {
    expect(chineseNumber(number)).toBe(written)
  })

  const plain = '# 甲\n\n## 乙\n\n# 丙\n'
  it.each([
    ['auto', plain, ['第一章　甲', '第二章　丙']],
    ['off', plain, ['甲', '丙']],
    ['auto', '# 第一章 甲\n\n# 丙\n', ['第一章 甲', '丙']],
    ['auto', '# 甲\n\n## 1.1 乙\n\n# 丙\n', ['甲', '丙']],
    ['auto', '# 甲\n\n# 丙\n\n# 结语\n\n# 数据表\n', ['第一章　甲', '第二章　丙', '结语', '数据表']],
    ['auto', '# 甲\n\n# 丙\n\n# 附录 调查\n\n# 问卷\n', ['第一章　甲', '第二章　丙', '附录 调查', '问卷']],
    ['auto', '# 甲\n\n# 丙\n\n# 附件1：问卷\n\n# 附件：名单\n', ['第一章　甲', '第二章　丙', '附件1：问卷', '附件：名单']],
    ['auto', '# 附件管理\n\n# 附件一览\n', ['第一章　附件管理', '第二章　附件一览']],
    ['auto', '# 第一条 定义\n\n# 第二条　费用\n\n# 附件一：清单\n', ['第一条 定义', '第二条　费用', '附件一：清单']],
    ['auto', '# 第一条铁路\n\n# 丙\n', ['第一章　第一条铁路', '第二章　丙']],
    ['auto', '# 译者序\n\n# 一　论独处\n\n# 二　致妹妹的信\n\n# 译名对照表\n', ['译者序', '一　论独处', '二　致妹妹的信', '译名对照表']],
    ['auto', '# 楔子\n\n# 甲\n\n# 丙\n\n# 番外 旧事\n\n# 番外二：新事\n\n# 尾声\n', ['楔子', '第一章　甲', '第二章　丙', '番外 旧事', '番外二：新事', '尾声']],
    ['auto', '# Preface: Why this book\n\n# 甲\n\n# 丙\n\n# Interlude\n\n# 尾声学\n', ['Preface: Why this book', '第一章　甲', '第二章　丙', 'Interlude', '第三章　尾声学']],
    ['auto', '# 楔子\n\n# 第一回 甲\n\n# 第一百二十回 丙\n', ['楔子', '第一回 甲', '第一百二十回 丙']],
    ['auto', '# 第一回合的胜负\n\n# 丙\n', ['第一章　第一回合的胜负', '第二章　丙']],
    ['on', '# 第一回 甲\n\n# 第二回　丙\n\n# 丁\n', ['第一回　甲', '第二回　丙', '第三章　丁']],
    ['auto', '# 凡例\n\n# 一　生\n\n# 丙\n\n# 大事记\n', ['凡例', '第一章　一　生', '第二章　丙', '大事记']],
    ['on', '# 甲\n\n# 二 乙丙\n\n# 丁\n', ['第一章　甲', '二 乙丙', '第三章　丁']],
    ['on', '# 绪论\n\n## 缘起\n\n# 甲\n\n# 丙\n', ['绪论', '第一章　甲', '第二章　丙']],
    ['on', '# 第一章 绪论\n\n# 甲\n\n# 丙\n', ['第一章 绪论', '第二章　甲', '第三章　丙']],
    ['on', '# 1 引言\n\n# 甲\n\n# 丙\n', ['1 引言', '第二章　甲', '第三章　丙']],
    ['on', '# 0 引言\n\n# 甲\n\n# 丙\n', ['0 引言', '第一章　甲', '第二章　丙']],
    ['auto', '# 引言\n\n# 甲\n\n# 丙\n', ['引言', '第一章　甲', '第二章　丙']],
    ['auto', '# 第一章 绪论\n\n# 甲\n\n# 丙\n', ['第一章 绪论', '甲', '丙']],
    ['on', '# 甲\n\n## 1.1 乙\n\n# 丙\n', ['第一章　甲', '第二章　丙']],
    ['on', '# 第一章 甲\n\n# 丙\n\n# 第五章：丁\n\n# 戊\n', ['第一章　甲', '第二章　丙', '第五章　丁', '第六章　戊']],
    ['on', '# 1 甲\n\n# 2. 乙\n\n# 2024 年的事\n\n# 四、丁\n\n# 100 个问题\n', ['1　甲', '2. 乙', '第三章　2024 年的事', '四、丁', '第五章　100 个问题']],
    ['on', '# 甲\n\n# 第二章\n\n# 第三章 $x$\n', ['第一章　甲', '第二章', '第三章　x']],
  ])('are %s', async (headings, text, titles) => {
    const {galley} = await composeFiles({'book.yml': `title: 书\nlanguage: zh-CN\nnumbering: {headings: ${headings}}\n`, 'a.md': text})
    expect(galley.contents.map(({title}) => title)).toEqual(titles)
  })

  it.each([
    ['on', '# 第一章 甲\n\n## 1.1 乙\n\n### 1.1.1丙\n\n### 丁\n\n## 1.3 戊\n\n## 己\n', ['1.1 乙', '1.1.1 丙', '1.1.2 丁', '1.3 戊', '1.4 己']],
    ['on', '# 甲\n\n## 一、乙\n\n### （一）丙\n\n## 丁\n', ['一、乙', '（一）丙', '1.2 丁']],
    ['on', '# 甲\n\n## 3D 打印\n\n## 3.5 英寸软盘\n\n## 2024 年\n\n## 1．丙\n\n## 第五节 丁\n\n## I. 戊\n', ['1.1 3D 打印', '1.2 3.5 英寸软盘', '1.3 2024 年', '1．丙', '第五节 丁', '1.6 I. 戊']],
    ['on', '# Chapter 1: 甲\n\n## I. 乙\n\n## 2 丙\n\n## §3 丁\n\n## Section 4: 戊\n', ['I. 乙', '2 丙', '§3 丁', 'Section 4 戊']],
    ['auto', '# 甲\n\n## （一）乙\n\n# 丙\n\n## 丁\n', ['（一）乙', '2.1 丁']],
  ])('of sections are the author’s where there are any: %s, %s', async (headings, text, titles) => {
    const {galley} = await composeFiles({'book.yml': `title: 书\nlanguage: zh-CN\nnumbering: {headings: ${headings}}\n`, 'a.md': text.includes('# 丙\n\n## 丁') ? text : `${text}\n# 末\n`})
    const all = (entries: typeof galley.contents): string[] => entries.flatMap(({title, children}) => [title, ...all(children)])
    expect(all(galley.contents.flatMap(({children}) => children)).map((title) => title.replaceAll('\u2002', ' '))).toEqual(titles)
  })

  it('are set as ours are where the author wrote them, and named by links', async () => {
    const {html} = await composeFiles({'book.yml': 'title: 书\nlanguage: zh-CN\nnumbering: {headings: on}\n', 'a.md': '# 第一章 甲\n\n见 [](#b) 与 [](#c)。\n\n## 1.1 乙 {#b}\n\n## 丙 {#c}\n\n# 丁\n'})
    expect(html).toContain('<span class="heading-number">第一章</span>　甲')
    expect(html).toContain('<span class="heading-number">1.1</span>\u2002乙')
    expect(html.replace(/<[^>]+>/g, '')).toContain('见 1.1 节 与 1.2 节。')
  })

  it('are written in English where the book is', async () => {
    const {galley} = await composeFiles({'book.yml': 'title: Book\nlanguage: en\n', 'a.md': '# One\n\n## Part of it\n\n# Two\n'})
    expect(galley.contents.map(({title, children}) => [title, ...children.map((entry) => entry.title)])).toEqual([['1\u2002One', '1.1\u2002Part of it'], ['2\u2002Two']])
  })
})

it('are counted through the parts, which keep their own labels', async () => {
  const titles = async (language: string, text: string) => (await composeFiles({'book.yml': `title: 书\nlanguage: ${language}\n`, 'a.md': text})).book.chapters.map(({title}) => title)
  expect(await titles('zh-CN', '# 第一部分 海\n\n## 甲\n\n## 乙\n\n# 第二部分 陆\n\n## 丙\n')).toEqual(['第一部分 海', '第一章　甲', '第二章　乙', '第二部分 陆', '第三章　丙'])
  expect(await titles('en', '# Part I Sea\n\n## Tide\n\n## Wave\n\n# Part II Land\n\n## Hill\n')).toEqual(['Part I Sea', '1\u2002Tide', '2\u2002Wave', 'Part II Land', '3\u2002Hill'])
  expect(await titles('zh-CN', '# 第一部分 海\n\n# 甲\n\n## 子\n\n# 乙\n\n## 丑\n\n# 第二部分 陆\n\n# 丙\n\n## 寅\n')).toEqual(['第一部分 海', '第一章　甲', '第二章　乙', '第二部分 陆', '第三章　丙'])
})

describe('what stands among the parts', () => {
  const contentsOf = async (text: string) => (await composeFiles({'book.yml': 'language: zh-CN\nnumbering: {headings: off}\n', 'a.md': text.replaceAll('|', '\n\n')})).galley.contents.map(({title, children}) => [title, ...children.map((entry) => entry.title)].join('+'))

  it.each([
    ['is in no part, and its headings are its sections', '# 第一编 聚|## 第一章 甲|文。|# 第二编 散|## 第二章 乙|文。|# 参考文献|## 一、古籍|书。|## 二、今人著作|书。|# 附录一 表|## 甲表|表。|# 后记|记。', ['第一编 聚+第一章 甲', '第二编 散+第二章 乙', '参考文献+一、古籍+二、今人著作', '附录一 表+甲表', '后记']],
    ['may be a chapter, whose headings are what they were', '# 第一编 聚|## 第一章 甲|文。|# 第二编 散|## 第二章 乙|文。|# 余论|文。|# 结语|## 第三章 丙|文。', ['第一编 聚+第一章 甲', '第二编 散+第二章 乙', '余论', '结语', '第三章 丙']],
    ['may stand before them', '# 前言|## 缘起|文。|# 第一编 聚|## 第一章 甲|文。|# 第二编 散|## 第二章 乙|文。', ['前言+缘起', '第一编 聚+第一章 甲', '第二编 散+第二章 乙']],
    ['may be all but one part', '# 第一编 聚|## 第一章 甲|文。|## 第二章 乙|文。|# 致谢|谢。', ['第一编 聚+第一章 甲+第二章 乙', '致谢']],
    ['is at the end what closes the book, where parts stand among the chapters', '# 第一编 聚|# 第一章 甲|文。|# 结语|文。|# 第二编 散|# 第二章 乙|文。|# 附录一 表|表。|# 主要参考文献|书。|# 编后记|记。', ['第一编 聚+第一章 甲+结语', '第二编 散+第二章 乙', '附录一 表', '主要参考文献', '编后记']],
    ['may be nothing: one part is no title', '# 第一编 聚|## 第一章 甲|文。|## 第二章 乙|文。', ['第一编 聚+第一章 甲+第二章 乙']],
    ['needs labelled chapters where there is one part', '# 第一编 聚|## 甲|文。|## 乙|文。|# 致谢|谢。', ['第一编 聚+甲+乙', '致谢']],
  ])('%s', async (_, text, expected) => {
    expect(await contentsOf(text)).toEqual(expected)
  })
})
