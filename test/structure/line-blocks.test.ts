/** Line blocks of pandoc. */
import {expect, it} from 'vitest'
import {wording} from '../../src/diagnostics/index.ts'
import {composeFiles} from '../fixture.ts'

const told = async (text: string) => {
  const {book, html} = await composeFiles({'book.yml': 'title: 书\nlanguage: zh-CN\n', 'a.md': `# 甲\n\n${text}\n\n# 乙\n\n文。\n`})
  return {html, messages: book.messages.filter(({ruleId}) => ruleId === 'syntax-unsupported')}
}

it.each(['| 床前明月光，\n| 疑是地上霜。', '| 举头*望*明月，\n| 低头思故乡。', '| 一\n|\n| 二', '> | 一\n> | 二'])('are told, with what to write instead: %j', async (text) => {
  const {messages} = await told(text)
  expect(messages).toHaveLength(1)
  expect(messages.map((entry) => wording(entry, 'en').reason)).toEqual(['Unexpected line block `| …`, expected marks that this program reads'])
  expect(JSON.stringify(messages)).toContain('请删去行首的竖线')
})

it('are printed line by line once they are mended as told', async () => {
  const {html, messages} = await told('床前明月光，\\\n疑是地上霜。')
  expect(messages).toEqual([])
  expect(html).toMatch(/床前明月光，<br>\n?疑是地上霜。/)
})

it.each(['| a | b |\n|---|---|\n| 1 | 2 |', '|x| < 1', '\\| 一\n\\| 二', '| 甲 | 乙 |', '甲 | 乙', '`| 一`', '    | 一\n    | 二'])('are no tables, bars or code: %j', async (text) => {
  expect((await told(text)).messages).toEqual([])
})
