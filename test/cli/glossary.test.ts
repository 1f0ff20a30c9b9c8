/** `check --fix` and `glossary fix` on disk: few edits, once, and nothing but those. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {openFolder, runCli} from './run.ts'

const text = '# 一\r\n\r\n旧名很好，`旧名` 不动。\r\n\r\n```\r\n旧名\r\n```\r\n\r\n推测解码（Speculative Decoding）好，推测解码（Speculative Decoding）又好。\r\n'
const glossary = '- {zh: 新名, en: new, deprecated: [旧名]}\n- {zh: 推测解码, en: Speculative Decoding}\n'

describe('safe edits', () => {
  for (const command of [['check', '--fix'], ['glossary', 'fix']]) {
    it(`are made by ${command.join(' ')}, outside code, and once`, async () => {
      const folder = openFolder({'book.yml': 'language: zh-CN\n', 'a.md': text, 'glossary.yml': glossary})
      const file = path.join(folder, 'a.md')
      expect((await runCli(folder, [...command, '.'])).code).toBe(0)
      const mended = text.replace('旧名很好', '新名很好').replace('解码（Speculative Decoding）又好', '解码又好')
      expect(readFileSync(file, 'utf8')).toBe(mended)
      const again = await runCli(folder, [...command, '.'])
      expect(readFileSync(file, 'utf8')).toBe(mended)
      expect(again.err).not.toContain('a.md`: ')
    })
  }

  it('are not made without being asked for', async () => {
    const folder = openFolder({'book.yml': 'language: zh-CN\n', 'a.md': text, 'glossary.yml': glossary})
    await runCli(folder, ['check', '.'])
    expect(readFileSync(path.join(folder, 'a.md'), 'utf8')).toBe(text)
  })
})
