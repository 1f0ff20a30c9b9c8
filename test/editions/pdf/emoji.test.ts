/** Emoji in print: one glyph for what is one sign, and the text that was written. */
import {expect, it} from 'vitest'
import {hasBrowser, printFiles, readPdf} from './print.ts'

const signs = ['🚀', '✅', '❌', '📊', '1\uFE0F\u20E3', '🇨🇳', '👨\u200D👩\u200D👧', '👍🏽']

it.skipIf(!hasBrowser)('prints emoji, joined ones as one, in titles and cells too, and claims its standards', {timeout: 60_000}, async () => {
  const {data, messages, fonts} = await printFiles({'a.md': `# 🚀 报告 ✅\n\n${signs.map((sign) => `甲${sign}乙`).join('')}\n\n| 项 | 状态 |\n| --- | --- |\n| 一 | ✅ |\n| 二 | ❌ |\n`})
  expect(fonts?.uncovered).toEqual([])
  expect(messages).toEqual([])
  const text = (await readPdf(data)).text.replace(/\s/g, '')
  for (const sign of signs) expect(text).toContain(`甲${sign.replace(/\p{Emoji_Modifier}/u, '')}乙`) // one colour shows no tone of skin
})

it.skipIf(!hasBrowser)('prints them within formulas', {timeout: 60_000}, async () => {
  const {data, messages, fonts} = await printFiles({'a.md': '# 题\n\n```math\n\\text{收益 🙂}= x\n```\n'})
  expect([fonts?.uncovered, messages]).toEqual([[], []])
  expect((await readPdf(data)).text).toContain('🙂')
})
