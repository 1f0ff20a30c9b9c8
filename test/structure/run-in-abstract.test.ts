/** An abstract and keywords that open a manuscript without a heading. */
import {expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

async function read(opening: string, language = 'zh-CN') {
  const {book, html} = await composeFiles({'book.yml': `language: ${language}\n`, 'a.md': `# 书\n\n${opening}\n\n## 第一章 甲\n\n文。\n\n## 第二章 乙\n\n文。\n`})
  return {html, roles: book.chapters.map(({role, matter, title}) => `${role} ${matter} ${title}`), config: book.config, messages: book.messages}
}

it.each([
  ['zh-CN', '**执行摘要：**本指南共形成**18条**意见。\n\n**关键词：** 血糖；指南', '执行摘要', '本指南共形成18条意见。', ['血糖', '指南']],
  ['zh-CN', '**【摘要】** 本文说明一件事。\n\n关键词：甲，乙', '摘要', '本文说明一件事。', ['甲', '乙']],
  ['zh-TW', '**摘要**：本文說明一件事。\n\n第二段。\n\n**關鍵詞**：甲；乙', '摘要', '本文說明一件事。', ['甲', '乙']],
  ['en', '**Executive Summary:** This paper explains one thing.\n\n**Keywords:** one; two', 'Executive Summary', 'This paper explains one thing.', ['one', 'two']],
  ['zh-CN', '**摘 要：**只有一段。', '摘要', '只有一段。', []],
])('is one as if it had a heading, and serves the metadata: %s %#', async (language, opening, title, description, keywords) => {
  const {roles, config, html} = await read(opening, language)
  expect(roles.slice(0, 2)).toEqual([`abstract front ${title}`, 'chapter body 第一章 甲'])
  expect([config.description, config.keywords]).toEqual([description, keywords])
  expect(html.match(/<h\d.*?<\/h\d>/)?.[0]).toContain(title)
  if (keywords.length > 0) expect(html).toContain('class="keywords"')
})

it('may be followed by one in another language, and preceded by other words', async () => {
  const {roles, config} = await read('某某　著\n\n**摘要：**甲乙丙丁。\n\n**关键词：**甲；乙\n\n**Abstract:** This paper explains one thing and nothing else.\n\n**Keywords:** one; two')
  expect(roles.slice(0, 3)).toEqual(['introduction body 书', 'abstract body 摘要', 'abstract body Abstract'])
  expect([config.description, config.keywords]).toEqual(['甲乙丙丁。', ['甲', '乙']])
})

it.each(['**摘要：**甲。\n\n**关键词：**乙\n\n正文从这里开始。', '**摘要：**甲。\n\n正文从这里开始。', '**摘要**见后。', '**摘要：**', '**要点：**甲。', '**摘要：**甲。\n\n| a |\n|---|\n| 1 |'])('is none where other text stands below, or the words are no name: %#', async (opening) => {
  expect((await read(opening)).roles[0]).toBe('introduction body 书')
})

it('keeps the places of its words', async () => {
  const {messages} = await read('**摘要：**见图 9 的数据。')
  expect(messages.find(({ruleId}) => ruleId === 'reference-dangling')?.place).toMatchObject({line: 3, column: 9})
})
