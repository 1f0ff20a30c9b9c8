/** Which heading is the title of the book. */
import {describe, expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

const read = async (text: string, settings = '') => {
  const {book, galley, messages} = await composeFiles({'book.yml': `language: zh-CN\n${settings}`, 'a.md': text.replaceAll('|', '\n\n')})
  return [book.config.title, ...galley.contents.map(({title}) => title), ...(messages === '' ? [] : [messages.split(' ')[2]])]
}

describe('a heading on the level of the chapters', () => {
  it('is the title where the settings have it and nothing stands below it', async () => {
    expect(await read('# 潮汐|# 月亮|引力。|# 太阳|光。', 'title: 潮汐\nnumbering: {headings: off}\n')).toEqual(['潮汐', '月亮', '太阳'])
    expect(await read('# 潮汐：概论|---|# 月亮|引力。', 'title: 潮汐\nsubtitle: 概论\nnumbering: {headings: off}\n')).toEqual(['潮汐', '月亮'])
  })
  it('is the title where all others are labelled', async () => {
    expect(await read('# 潮汐|# 第一章 月亮|引力。|# 第二章 太阳|光。|# 附录 表|表。')).toEqual(['潮汐', '第一章 月亮', '第二章 太阳', '附录 表'])
  })
  it('is a chapter where it has words, or others are no chapters by name', async () => {
    expect(await read('# 潮汐|涨。|# 月亮|引力。', 'title: 潮汐\nnumbering: {headings: off}\n')).toEqual(['潮汐', '潮汐', '月亮'])
    expect(await read('# 潮汐|## 涨|涨。|# 月亮|引力。', 'title: 潮汐\nnumbering: {headings: off}\n')).toEqual(['潮汐', '潮汐', '月亮'])
    expect(await read('# 潮汐|# 月亮|引力。|# 太阳|光。', 'title: 海\nnumbering: {headings: off}\n')).toEqual(['海', '潮汐', '月亮', '太阳'])
    expect(await read('# 潮汐|# 第一章 月亮|引力。|# 太阳|光。')).toEqual(['fixture', '潮汐', '第一章 月亮', '太阳'])
    expect(await read('# 前言|# 第一章 月亮|引力。|# 第二章 太阳|光。')).toEqual(['fixture', '前言', '第一章 月亮', '第二章 太阳'])
  })
})

it('a lone heading with the title and the subtitle does not differ from the settings', async () => {
  expect(await read('# 潮汐（2025年版）|## 月亮|引力。|## 太阳|光。', 'title: 潮汐\nsubtitle: 2025年版\nnumbering: {headings: off}\n')).toEqual(['潮汐', '月亮', '太阳'])
})
