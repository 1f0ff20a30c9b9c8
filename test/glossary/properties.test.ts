/** What holds of injection whatever the text: it adds glosses and nothing else, and once. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

const words = ['推测解码', '解码', '推理', 'SD', 'AI', 'OpenAI', 'speculative decoding', '模型', '的', '与', '采用', 'very', ' ', '，', '。', '（如文本）', '（Decoding）', '**粗**', '`推理`', '“引”', '“推理”', '器', '非', '**推理的问题**：', '《推理》', '2024年', '[推理](#a)', '(', '）', '（Speculative Decoding，SD）', ' (decoding)']
const glossary = '- {zh: 推测解码, en: Speculative Decoding, abbreviation: SD}\n- {zh: 解码, en: decoding}\n- {zh: 推理, en: inference}\n- {zh: 模型, en: model}\n- {zh: 人工智能, en: Artificial Intelligence, abbreviation: AI}\n'
const manuscript = fc.array(fc.array(fc.constantFrom(...words), {minLength: 1, maxLength: 12}).map((list) => list.join('')), {minLength: 1, maxLength: 4}).map((blocks) => `# 一\n\n${blocks.map((block) => `甲${block}`).join('\n\n')}\n`)
const forms = fc.constantFrom('zh-first', 'en-first', 'none', 'ruby')
const runs = {numRuns: 150}

/** Body of the book as text. `gloss` elements are kept as Markdown would hold them, or left out. */
function bodyOf(html: string, kept: boolean): string {
  const body = html.replace(/<section id="(?:glossary|abbreviations)"[\s\S]*/, '')
  return (kept ? body : body.replace(/<(rp)>[^<]*<\/rp>/g, '').replace(/<(span|rt) class="gloss"[^>]*>(?:<span[^>]*>[^<]*<\/span>|[^<])*<\/\1>/g, '')).replace(/<[^>]+>/g, '')
}

describe('injection', () => {
  it('leaves every text as it was when its glosses are taken away', async () => {
    await fc.assert(fc.asyncProperty(manuscript, forms, async (text, form) => {
      const bare = await composeFiles({'a.md': text})
      const glossed = await composeFiles({'a.md': text, 'glossary.yml': glossary, 'book.yml': `glossary: {form: ${form}}\n`})
      expect(bodyOf(glossed.html, false)).toBe(bodyOf(bare.html, true))
    }), runs)
  })

  it('adds nothing to a text that has the glosses already', async () => {
    const plain = fc.array(fc.constantFrom('推测解码', '推理', '模型', '人工智能', '与', '采用', '，', '。'), {minLength: 1, maxLength: 20}).map((list) => `甲，${list.join('')}。`)
    await fc.assert(fc.asyncProperty(plain, fc.constantFrom('zh-first', 'en-first'), async (text, form) => {
      const files = {'glossary.yml': glossary, 'book.yml': `glossary: {form: ${form}}\n`}
      const once = bodyOf((await composeFiles({...files, 'a.md': `${text}\n`})).html, true).trim()
      const twice = await composeFiles({...files, 'a.md': `${once}\n`})
      expect(bodyOf(twice.html, true).trim()).toBe(once)
      expect(twice.html).not.toContain('class="gloss"')
    }), runs)
  })

  it('glosses each term once in a book', async () => {
    await fc.assert(fc.asyncProperty(manuscript, async (text) => {
      const {book} = await composeFiles({'a.md': text, 'glossary.yml': glossary})
      const defining = book.mentions.filter(({role}) => role === 'defining').map(({entry}) => entry)
      expect(new Set(defining).size).toBe(defining.length)
      expect(new Set(book.mentions.map(({anchor}) => anchor)).size).toBe(book.mentions.length)
    }), runs)
  })
})
