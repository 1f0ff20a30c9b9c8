/** Which places name a term, and in which sense. */
import {describe, expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

async function mentionsIn(text: string, glossary: string): Promise<string[]> {
  const {book} = await composeFiles({'a.md': text, 'glossary.yml': glossary, 'book.yml': 'language: zh-CN\n'})
  return book.mentions.map(({entry, place}) => `${Object.values(book.terms.get(entry)?.forms ?? {}).at(-1)} ${place.line}:${place.column}`)
}

const senses = '- {zh: 推理, en: inference, sense: {name: inference, context: [部署]}}\n- {zh: 推理, en: reasoning, sense: {name: reasoning, context: [逻辑]}}\n'

describe('a mention', () => {
  it('is not what markup cuts, and the next one is', async () => {
    expect(await mentionsIn('推**理**与推理。', '- {zh: 推理, en: inference}\n')).toEqual(['inference 1:8'])
  })

  it('takes its sense from its sentence, else from its paragraph, else none', async () => {
    expect(await mentionsIn('部署快。推理也快。', senses)).toEqual(['inference 1:5'])
    expect(await mentionsIn('部署快。逻辑推理也快。', senses)).toEqual(['reasoning 1:7'])
    expect(await mentionsIn('部署与逻辑。推理也快。', senses)).toEqual([])
  })
})

describe('a gloss', () => {
  it('is not put into words of others, but behind the next mention', async () => {
    const {html} = await composeFiles({'a.md': '> 滇铜马帮何日可到。\n\n> [!NOTE]\n> 文。\n\n马帮走了。', 'glossary.yml': '- {zh: 马帮, en: mule caravan}\n', 'book.yml': 'language: zh-CN\n'})
    expect(html).toContain('马帮</a>何日可到')
    expect(html.replace(/<[^>]*>/g, '')).toContain('马帮（mule caravan）走了')
    expect(html.replace(/<[^>]*>/g, '').match(/mule caravan）/g)).toHaveLength(1)
    const {html: callout} = await composeFiles({'a.md': '> [!NOTE]\n> 马帮走了。', 'glossary.yml': '- {zh: 马帮, en: mule caravan}\n', 'book.yml': 'language: zh-CN\n'})
    expect(callout.replace(/<[^>]*>/g, '')).toContain('马帮（mule caravan）走了')
  })

  it('in the plural is that of the term', async () => {
    const {book} = await composeFiles({'a.md': '向量数据库（Vector Databases）很好。', 'glossary.yml': '- {zh: 向量数据库, en: Vector Database}\n', 'book.yml': 'language: zh-CN\n'})
    expect(book.messages.map(({ruleId}) => ruleId)).not.toContain('term-gloss-disagrees')
    expect(book.mentions[0]?.written).toBe(true)
  })

  it('is not added to a forbidden word', async () => {
    const {html} = await composeFiles({'a.md': '旧称很好。', 'glossary.yml': '- {zh: 新称, en: new name, forbidden: [旧称]}\n', 'book.yml': 'language: zh-CN\n'})
    expect(html).not.toContain('class="gloss"')
  })
})
