/** `check --fix` and `glossary fix` on disk: few edits, once, and nothing but those. */
import {readFileSync, writeFileSync} from 'node:fs'
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

  it('keep a byte order mark and front matter', async () => {
    const marked = `\ufeff---\ntitle: 旧名\n---\n\n${text}`
    const folder = openFolder({'a.md': marked, 'glossary.yml': glossary})
    await runCli(folder, ['glossary', 'fix', '.'])
    expect(readFileSync(path.join(folder, 'a.md'), 'utf8')).toBe(marked.replace('旧名很好', '新名很好').replace('解码（Speculative Decoding）又好', '解码又好'))
  })

  it('leave a file alone whose bytes are not the text that was checked', async () => {
    const folder = openFolder({'a.md': '', 'glossary.yml': glossary})
    const file = path.join(folder, 'a.md')
    const bytes = Buffer.from(text, 'utf16le')
    writeFileSync(file, Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]))
    const {err} = await runCli(folder, ['glossary', 'fix', '.', '--lang', 'en'])
    expect(err).toContain('`a.md` was left alone')
    expect(readFileSync(file).subarray(2).equals(bytes)).toBe(true)
  })

  it('are made in the file that holds the words, where a text includes others', async () => {
    const folder = openFolder({
      'book.yml': 'language: zh-CN\n', 'glossary.yml': glossary,
      'a.md': '---\nlanguage: zh-CN\n---\n# 一\n\n旧名一。\n\n{{#include inc/b.md}}\n\n\\{{#include inc/b.md}}\n\n旧名二。\n\n{{#include inc/c.md}}\n{{#include inc/b.md}}\n\n旧名三。\n',
      'inc/b.md': '\ufeff---\ntitle: 旧名\n---\r\n又旧名。\r\n{{#include c.md}}\r\n再旧名。\r\n',
      'inc/c.md': '深处的旧名。',
    })
    const {err} = await runCli(folder, ['check', '--fix', '.', '--lang', 'en'])
    const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
    expect(read('a.md')).toBe('---\nlanguage: zh-CN\n---\n# 一\n\n新名一。\n\n{{#include inc/b.md}}\n\n\\{{#include inc/b.md}}\n\n新名二。\n\n{{#include inc/c.md}}\n{{#include inc/b.md}}\n\n新名三。\n')
    expect(read('inc/b.md')).toBe('\ufeff---\ntitle: 旧名\n---\r\n又新名。\r\n{{#include c.md}}\r\n再新名。\r\n')
    expect(read('inc/c.md')).toBe('深处的新名。')
    for (const told of ['`a.md`: 3 edits', '`inc/b.md`: 2 edits', '`inc/c.md`: 1 edit']) expect(err).toContain(told)
    expect(err).not.toContain('term-deprecated')
  })

  it('are not made without being asked for', async () => {
    const folder = openFolder({'book.yml': 'language: zh-CN\n', 'a.md': text, 'glossary.yml': glossary})
    await runCli(folder, ['check', '.'])
    expect(readFileSync(path.join(folder, 'a.md'), 'utf8')).toBe(text)
  })
})

describe('glossary extract', () => {
  const sure = '采用**推测解码**（Speculative Decoding）。'
  const unsure = '会场的红杉时代（TKQ）很大。'

  it('proposes what it is sure of, and lists the rest with its place', async () => {
    const folder = openFolder({'a.md': `# 一\n\n${sure}\n\n${unsure}\n`})
    const {out, err} = await runCli(folder, ['glossary', 'extract', '.', '--lang', 'en'])
    expect(out).toContain('zh: 推测解码')
    expect(out).not.toContain('TKQ')
    expect(err).toMatch(/Not sure of 1 more.*\na\.md:5:\d+ .*（TKQ）/)
  })

  it('prints what is new, and where it stands', async () => {
    const folder = openFolder({'a.md': `# 一\n\n${sure}采用**强化学习**（Reinforcement Learning，RL）。\n`, 'glossary.yml': '# ours\n- zh: 推测解码\n  en: Speculative Decoding\n- zh: 强化学习\n  en: Reinforcement Learning\n- zh: 别的\n  en: else\n'})
    const {out, err} = await runCli(folder, ['glossary', 'extract', '.', '--lang', 'en'])
    expect(out).toBe('- zh: 强化学习\n  en: Reinforcement Learning\n  abbreviation: RL\n')
    expect(err).toMatch(/^a\.md:3:\d+ .*强化学习.*\n$/)
  })

  it('tells a term whose abbreviation the glossary has by another name, and writes no second entry', async () => {
    const folder = openFolder({'book.yml': 'language: zh-CN\n', 'a.md': '# 一\n\n投机解码（SD）好。\n', 'glossary.yml': '- {zh: 推测解码, en: Speculative Decoding, abbreviation: SD}\n'})
    const {code, err} = await runCli(folder, ['glossary', 'extract', '.', '--write', '--lang', 'zh'])
    expect(code).toBe(0)
    expect(err).toContain('a.md:3:1 投机解码（SD）：未加入，术语表中的 SD 是“推测解码”')
    expect(readFileSync(path.join(folder, 'glossary.yml'), 'utf8')).toBe('- {zh: 推测解码, en: Speculative Decoding, abbreviation: SD}\n')
  })

  it('says so where nothing is', async () => {
    const folder = openFolder({'a.md': `# 一\n\n${sure}\n`, 'glossary.yml': '- zh: 推测解码\n  en: Speculative Decoding\n'})
    const {out, err} = await runCli(folder, ['glossary', 'extract', '.', '--lang', 'en'])
    expect([out, err]).toEqual(['', 'Nothing new: the glossary has all 1 term that the text glosses.\n'])
  })

  it('says so where the text glosses nothing', async () => {
    const folder = openFolder({'a.md': '# 一\n\n没有括注。\n'})
    const {out, err} = await runCli(folder, ['glossary', 'extract', '.', '--lang', 'en'])
    expect([out, err]).toEqual(['', 'No terms found: the text glosses none in parentheses.\n'])
  })

  it('proposes the rest too when asked', async () => {
    const folder = openFolder({'a.md': `# 一\n\n${sure}\n\n${unsure}\n`})
    const {out} = await runCli(folder, ['glossary', 'extract', '.', '--all', '--json'])
    expect((JSON.parse(out) as {raw: string; unsure: boolean}[]).map(({unsure}) => unsure)).toEqual([false, true])
  })
})

describe('glossary import', () => {
  const own = '- {zh: 推测解码, en: Speculative Decoding, abbreviation: SD}\n- {zh: 推理, en: Inference, sense: {name: inference, context: [训练]}}\n'
  const importing = async (csv: string) => {
    const folder = openFolder({'book.yml': 'language: zh-CN\n', 'a.md': '# 一\n\n文。\n', 'glossary.yml': own, 'new.csv': csv})
    const {code, err} = await runCli(folder, ['glossary', 'import', 'new.csv', '.', '--lang', 'en'])
    return {code, err, text: readFileSync(path.join(folder, 'glossary.yml'), 'utf8')}
  }

  it.each([
    ['a new Chinese name', 'zh,en,abbreviation\n投机解码,Speculative Decoding,SD\n', 'Unexpected second `zh` of Speculative Decoding: 投机解码, expected 推测解码'],
    ['a new English name', 'zh,en,abbreviation\n推测解码,Speculative Sampling,SD\n', 'Unexpected second `en` of 推测解码: Speculative Sampling, expected Speculative Decoding'],
    ['a new name beside the abbreviation alone', 'zh,abbreviation\n投机解码,SD\n', 'Unexpected second `zh` of SD: 投机解码, expected 推测解码'],
  ])('tells %s, and adds no second entry', async (_, csv, expected) => {
    const {code, err, text} = await importing(csv)
    expect(err).toContain(`new.csv:2 warning ${expected}`.replace('new.csv:2 ', ''))
    expect(err).toContain('0 terms added')
    expect(text).toBe(own)
    expect(code).toBe(0)
  })

  it('adds what is new', async () => {
    const {err, text} = await importing('zh,en\n强化学习,Reinforcement Learning\n推理,Reasoning\n')
    expect(err).toContain('2 terms added')
    expect(text).toContain('Reasoning')
  })
})
