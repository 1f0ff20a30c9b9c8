/** What the checks of terms report and mend: rule, place and edit, sentence by sentence. */
import {describe, expect, it} from 'vitest'
import {lintNearMisses} from '../../src/glossary/lint/near-miss.ts'
import type {Run} from '../../src/glossary/runs.ts'
import type {Message} from '../../src/model/message.ts'
import {composeFiles} from '../fixture.ts'

async function lint(text: string, glossary = '- {zh: 甲, en: a}\n'): Promise<{text: string; messages: Message[]}> {
  const {book} = await composeFiles({'a.md': text, 'glossary.yml': glossary, 'book.yml': 'language: zh-CN\n'})
  return {text, messages: book.messages.filter(({ruleId}) => ruleId !== 'term-unused')}
}

/** The text with the edits of one rule made. */
function mend({text, messages}: {text: string; messages: Message[]}, rule: string): string {
  const fixes = messages.flatMap(({ruleId, fix}) => (fix && ruleId === rule ? [fix] : []))
  return fixes.toSorted((a, b) => b.start - a.start).reduce((mended, fix) => mended.slice(0, fix.start) + fix.text + mended.slice(fix.end), text)
}

const places = (messages: Message[], rule: string) => messages.flatMap(({ruleId, place: {line, column, endColumn}}) => (ruleId === rule ? [`${line}:${column}–${endColumn}`] : []))

describe('a word to avoid', () => {
  const glossary = '- {zh: 新名, en: new name, deprecated: [旧名, oldname]}\n- {zh: 别名, deprecated: [旧称]}\n- {zh: 又名, deprecated: [旧称]}\n'

  it('becomes the name of its script', async () => {
    expect(mend(await lint('旧名与 oldname。\n', glossary), 'term-deprecated')).toBe('新名与 new name。\n')
  })

  it.each([
    ['in a heading, which others may name', '# 书\n\n## 旧名\n\n文。\n\n## 二\n\n文。\n', ['3:4–6']],
    ['of two terms', '旧称。\n', ['1:1–3']],
    ['with a reference within', '旧&#21517;。\n', ['1:1–10']],
  ])('%s is told and left', async (_, text, expected) => {
    const {messages} = await lint(text, glossary)
    expect(places(messages, 'term-deprecated')).toEqual(expected)
    expect(messages.flatMap(({fix}) => fix ?? [])).toEqual([])
  })
})

describe('a place', () => {
  it.each([
    ['in a list', '- 一\n  二旧名。\n', '2:4–6'],
    ['in a quotation', '> 一\n> 二旧名。\n', '2:4–6'],
    ['in a footnote', '文[^1]。\n\n[^1]: 一\n    二旧名。\n', '4:6–8'],
    ['in a cell', '| a \\| 旧名 |\n|---|\n| 一 |\n', '1:8–10'],
    ['behind an escape', '\\*旧名。\n', '1:3–5'],
    ['behind a backslash that is one', 'a\\b旧名。\n', '1:4–6'],
    ['behind references', '&amp;&#128512;&unknown;旧名。\n', '1:24–26'],
    ['behind a hidden character', '一\u200b&#8203;旧名。\n', '1:10–12'],
    ['behind spaces at the end of a line', '一 \n旧名。\n', '2:1–3'],
    ['behind a link to a figure', '| 一 |\n|---|\n| 二 |\n\n表 1：题\n\n一\n见表 1 旧名。\n', '8:6–8'],
    ['over a line end', '> 一旧\n> 名。\n', '1:4–4'],
  ])('%s is that of the file, and so is its mend', async (_, text, expected) => {
    const told = await lint(text, '- {zh: 新名, deprecated: [旧名]}\n')
    expect(places(told.messages, 'term-deprecated')).toEqual([expected])
    expect(mend(told, 'term-deprecated')).toBe(text.replace(/旧(?:\n> )?名/, '新名'))
  })
})

describe('a gloss', () => {
  const glossary = '- {zh: 推理, en: inference}\n'

  it('that says something else is told from the term to its end', async () => {
    expect(places((await lint('这是推理（reasoning）。\n', glossary)).messages, 'term-gloss-disagrees')).toEqual(['1:3–16'])
  })

  it('of a longer word says nothing against the term', async () => {
    expect((await lint('推理过程（procedure）好。\n', glossary)).messages).toEqual([])
  })

  it('that stands twice is taken out, but not in headings', async () => {
    const told = await lint('推理（inference）好，推理（inference）也好。\n', glossary)
    expect(mend(told, 'term-expanded-twice')).toBe('推理（inference）好，推理也好。\n')
    expect(told.messages[0]?.related).toMatchObject([{line: 1, column: 1, endColumn: 3}])
    expect((await lint('# 书\n\n## 推理（inference）\n\n推理（inference）好。\n\n## 二\n', glossary)).messages).toEqual([])
  })
})

describe('a foreign word', () => {
  const usual = 'trait 一，trait 二，trait 三，trait 四，trait 五，trait 六，trait 七，trait 八，trait 九'

  it('in a rarer case becomes the usual one', async () => {
    expect(mend(await lint(`${usual}，有 Trait，有 TRAIT。\n`), 'term-case')).toBe(`${usual}，有 trait，有 trait。\n`)
  })

  it.each(['Trait 在段首。', '“Trait” 在引号。', '甲：Trait 在冒号。', '完。 Trait 在句首。', '换行  \nTrait 在行首。', '有 my Trait。', '有 my, Trait。', '有 Trait my。', 'A Trait。'])('may open with a capital, or stand in a phrase: %s', async (text) => {
    expect(places((await lint(`${usual}。\n\n${text}\n`)).messages, 'term-case')).toEqual([])
  })

  it.each([['在中，Trait 不大写。', '3:4–9'], ['有 Trait。', '3:3–8'], ['“TRAIT” 在引号。', '3:2–7']])('may not elsewhere: %s', async (text, place) => {
    expect(places((await lint(`${usual}。\n\n${text}\n`)).messages, 'term-case')).toEqual([place])
  })

  it('in parts is one word', async () => {
    const usual = 'fine-tune 一，fine-tune 二，fine-tune 三'
    expect(mend(await lint(`${usual}，有 Fine-Tune，又有 finetune。\n`), 'term-case')).toBe(`${usual}，有 fine-tune，又有 fine-tune。\n`)
    expect(places((await lint(`${usual.slice(0, 23)}，有 Fine-Tune，又有 finetune。\n`)).messages, 'term-case')).toEqual([])
  })

  it('in two cases about as often is left', async () => {
    expect(places((await lint('trait 一，trait 二，trait 三，有 Trait，又有 Trait。\n')).messages, 'term-case')).toEqual([])
  })
})

describe('an abbreviation', () => {
  it.each([
    ['人工神经网（ANN）很大。ANN 很快。', []],
    ['ANN（人工神经网）很大。ANN 很快。', []],
    ['某些（如 ANN）很大。ANN 很快。', ['1:6–9']],
    ['ANN（如大网）很大。ANN 很快。', ['1:1–4']],
    ['ANN 很大。', []],
    ['Alpha ANN 好，Alpha ANN 快。', []],
    ['ANN Alpha 好，ANN-bench 快。', []],
    ['A&ANN 好，ANN & B 快。', []],
  ])('is explained or told: %s', async (text, expected) => {
    expect(places((await lint(`${text}\n`)).messages, 'abbreviation-unexplained')).toEqual(expected)
  })
})

describe('a mark', () => {
  const glossary = '- {zh: 推理, en: inference, sense: {name: inference, context: [部署]}}\n- {zh: 推理, en: reasoning, sense: {name: reasoning, context: [逻辑]}}\n- {zh: 训练, en: training}\n'

  it.each([
    ['部署时推理<!-- term: reasonin -->快。', ['reasonin', 'inference, reasoning']],
    ['训练<!-- term: 锻炼 -->快。', ['锻炼', '训练']],
  ])('that names no sense is told, and the term left: %s', async (text, [sense, expected]) => {
    const {messages} = await lint(`${text}\n`, glossary)
    expect(messages.map(({ruleId, values}) => [ruleId, values.sense, values.expected, values.term])).toEqual([['term-sense-unknown', sense, expected, text.startsWith('训练') ? '训练' : '推理']])
  })

  it('that names a sense, or another name of it, is obeyed', async () => {
    for (const sense of ['reasoning', ' Reasoning ']) expect((await lint(`部署时推理<!-- term: ${sense} -->快。\n`, glossary)).messages).toEqual([])
  })

  it('behind no term is told as it was written, and one that asks for a gloss names no sense', async () => {
    const marks = async (text: string) => (await lint(`${text}\n`, glossary)).messages.map(({ruleId, values}) => `${ruleId} ${values.mark}`)
    expect([await marks('没有<!-- term: x -->。'), await marks('没有<!-- no-gloss -->。'), await marks('推理<!-- gloss -->不明。')]).toEqual([['term-mark-stray term: x'], ['term-mark-stray no-gloss'], []])
  })

  it('behind a gloss is that of the term', async () => {
    const {html} = await composeFiles({'a.md': '训练（training）<!-- no-term -->快，训练慢。\n', 'glossary.yml': glossary, 'book.yml': 'language: zh-CN\n'})
    expect(html.replace(/<\/?span[^>]*>/g, '')).toContain('训练（training）快，<dfn')
  })
})

describe('Traditional among Simplified', () => {
  const text = '这个与对学会机电国说时来后发。\n'

  it('is told where more than ten characters are of one script only', async () => {
    const told = async (characters: string) => places((await lint(`這${characters}。\n`)).messages, 'term-script')
    expect([await told('个与对学会机电国说时'), await told('个与对学会机电国说时来')]).toEqual([[], ['1:1–2']])
  })

  it('is mended in prose and told in headings', async () => {
    const told = await lint(`# 书\n\n## 這\n\n這個。${text}\n## 二\n`)
    expect(places(told.messages, 'term-script')).toEqual(['3:4–5', '5:1–3'])
    expect(mend(told, 'term-script')).toBe(`# 书\n\n## 這\n\n这个。${text}\n## 二\n`)
  })
})

describe('a word of Taiwan', () => {
  it.each([['我们都用软体', ['1:5–7']], ['软体很好。', ['1:1–3']], ['改变数据，软体动物。', []], ['用程式码。', ['1:2–5']]])('is told where it is a word: %s', async (text, expected) => {
    expect(places((await lint(`${text}\n`)).messages, 'term-region')).toEqual(expected)
  })
})

it('words of the text are models for others up to 120,000 characters', async () => {
  const {book} = await composeFiles({'a.md': '文。\n'})
  const [chapter] = book.chapters
  if (!chapter) throw new Error('no chapter')
  const told = (length: number) => {
    const text = '大规模训练，大规模部署，大规模应用，大规语言模型。'
    const runs = [text, 'x'.repeat(length - text.length)].map((each): Run => ({chapter, source: undefined, section: chapter.id, kind: 'prose', text: each, segments: [], marks: [], edges: new Set()}))
    book.messages = []
    lintNearMisses(book, {runs, mentions: []})
    return book.messages.map(({values}) => values?.written)
  }
  expect([told(120_000), told(120_001)]).toEqual([['大规'], []])
})
