/** The phrase grammar of assistants' replies: what is one, and what only looks like one. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readsAsReply} from '../../src/repair/phrases.ts'

describe('reads as a reply', () => {
  it.each([
    '好的，请查阅这份关于储能的完整报告。',
    '好的，以下是为您撰写的报告：',
    '当然可以！以下是关于潮汐的详细介绍。',
    '没问题。我已根据您的要求整理了一份综述。',
    '以下是根据您的要求撰写的文章。',
    '根据您的要求，我整理了如下内容。',
    '这是为您准备的研究报告。',
    '我已为您完成这份报告，请审阅。',
    '请查阅以下报告。',
    '您好，以下是您所需的分析。',
    'Sure, here is the report you asked for.',
    'Certainly! Below is a detailed overview of tides.',
    'Of course. I have compiled the findings.',
    "Here's the essay you requested.",
    'Here is a comprehensive report based on your outline:',
    'As requested, I have written the summary.',
    "I've put together a review for you.",
    'Okay, let me walk you through the results.',
  ])('%s', (text) => expect(readsAsReply(text)).toBe(true))
})

describe('does not read as a reply', () => {
  it.each([
    '好的开始是成功的一半。',
    '好的，坏的，都是经验。',
    '以下是本书的主要结论。',
    '本报告综述2024年的进展。',
    '我在长江边长大。',
    '这是最好的时代，这是最坏的时代。',
    '请看下图。',
    '根据国家统计局的要求，企业须按月填报。',
    '当然，事情并不那么简单。',
    '我们感谢所有的作者。',
    'Sure enough, the tide came in.',
    'Here is what we found.',
    'Certainly the most debated question is cost.',
    'This is the best of times, this is the worst of times.',
    'I have a dream that one day this nation will rise up.',
    'Of course, no model is perfect.',
    'Based on surveys of 300 firms, we describe three trends.',
    'Call me Ishmael.',
  ])('%s', (text) => expect(readsAsReply(text)).toBe(false))
})

it('never takes a long paragraph, whatever it says', () => {
  fc.assert(fc.property(fc.integer({min: 400, max: 2000}), (length) => !readsAsReply(`好的，以下是为您整理的报告。${'字'.repeat(length)}`)))
})

it('stays fast on rows of openers', () => {
  const start = performance.now()
  for (const piece of ['好的，', 'Sure, ', '为您', 'here is ', '，']) readsAsReply(piece.repeat(399 / piece.length))
  expect(performance.now() - start).toBeLessThan(100)
})
