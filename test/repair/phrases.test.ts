/** The phrase grammar of assistants' replies: what is one, and what only looks like one. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readsAsClosing, readsAsReply} from '../../src/repair/phrases.ts'
import {growth, linear} from '../growth.ts'

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

it.each(['好的，', 'Sure, ', '为您', 'here is ', '，'])('is linear in rows of openers: %s', async (piece) => {
  const read = (size: number) => { for (let time = 0; time < 1000; time++) readsAsReply(piece.repeat(size / piece.length)) }
  expect(await growth(read, 99)).toBeLessThan(linear)
})

describe('reads as last words to who asked', () => {
  it.each([
    '希望这份报告对您有所帮助！',
    '欢迎随时提问。',
    '如有任何疑问，欢迎随时提问！',
    '希望以上内容能够帮到您。如有其他问题，请随时告诉我。',
    '如果您还需要更详细的数据，我可以继续补充。',
    '如需我将其整理为表格，请告诉我。',
    '需要我把这份报告转换成演示文稿吗？',
    '以上就是根据您的要求整理的综述。',
    '以上就是完整的报告内容。如果您需要调整任何部分，或者需要我补充更多数据，请随时告诉我！😊',
    'That concludes the report. Let me know if you would like any changes.',
    'I hope this helps!',
    'Let me know if you would like me to expand any section.',
    'If you need further detail, I can add a table.',
    "If you'd like a shorter version, just tell me.",
    'Would you like me to turn this into slides?',
    'Feel free to ask if anything is unclear.',
    '免责声明：本报告由 AI 生成，仅供参考，不构成投资建议。如需进一步分析某一细分赛道，请随时告诉我！',
    'This report is AI-generated. Let me know if you need more.',
    'Answer from Perplexity: pplx.ai/share',
  ])('%s', (text) => expect(readsAsClosing(text)).toBe(true))
  it.each([
    '希望本书对读者有所帮助。',
    '免责声明：本报告仅供参考。如有疑问，请联系编辑部。',
    '希望这本小书能帮助您认识潮汐。',
    '如有疑问，请随时联系编辑部。',
    '学生如有疑问，欢迎随时提问。',
    '如果您在使用中发现错误，请致函出版社。',
    '希望在于未来。',
    '以上就是完整的报告内容。',
    '以上是全部结果。如有疑问，请联系编辑部。',
    'This concludes the proof. If the reader wants more, the appendix has it.',
    '我们需要更多的数据吗？这仍是一个问题。',
    'I hope this book helps you on your way.',
    'If you want peace, prepare for war.',
    "Shall I compare thee to a summer's day?",
    'Let me now turn to the last question.',
    'Hope is the thing with feathers.',
    'Answers from Perplexity and two others were compared.',
  ])('and these do not: %s', (text) => expect(readsAsClosing(text)).toBe(false))
})
