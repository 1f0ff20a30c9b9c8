/** `check` tells what `build` would, but for what only printing can know. */
import {describe, expect, it} from 'vitest'
import {openFolder, runCli} from './run.ts'

interface Told {ruleId: string; path: string; line?: number; column?: number; reason: string; note: string; related?: unknown[]}

async function checkOf(files: Record<string, string>, command = ['check']): Promise<{code: number; messages: Told[]}> {
  const {code, out} = await runCli(openFolder(files), [...command, '--json', '--no-cache'])
  const {books: [book]} = JSON.parse(out) as {books: {messages: Told[]}[]}
  return {code, messages: book?.messages ?? []}
}

const short = (messages: Told[]) => messages.map(({ruleId, path, line, column}) => `${path}:${line}:${column} ${ruleId}`)

describe('check', () => {
  it('names a theme and a style that are not there, at their line, with what was probably meant', async () => {
    const {code, messages} = await checkOf({'book.yml': 'pdf:\n  theme: acadmic\ncitations: {style: ieeee}\nepub: {theme: vertical}\nhtml: {theme: vertical}\n', '1.md': '# A\n\nWords.\n'})
    expect(short(messages)).toEqual(['book.yml:2:10 theme-missing', 'book.yml:3:20 citation-style-unknown', 'book.yml:5:15 theme-missing'])
    expect(messages[0]?.reason).toBe('Unexpected theme `acadmic` for `pdf.theme`, expected one of academic, brief, technical')
    expect(messages[0]?.note).toMatch(/^Did you mean `academic`\?/)
    expect(messages[1]?.note).toMatch(/^Did you mean `ieee`\?/)
    expect(code).toBe(1)
  })

  it('names the theme of a variant at its line', async () => {
    const {messages} = await checkOf({'book.yml': 'editions:\n  - name: small\n    format: pdf\n    options:\n      pdf: {theme: breif}\n', '1.md': '# A\n\nWords.\n'})
    expect(short(messages)).toEqual(['book.yml:5:20 theme-missing'])
  })

  it('names characters that no font has once, where each is first written', async () => {
    const odd = '\u{3FFFD}'
    const {code, messages} = await checkOf({'book.yml': 'title: T\nlanguage: en\n', '1.md': `# A\n\nWords.\n\nOne ${odd} and again ${odd}.\n`, '2.md': `# B\n\nTwo \u{3FFFC}.\n`})
    expect(short(messages)).toEqual(['2.md:3:5 glyph-missing'])
    expect(messages[0]?.reason).toBe(`Unexpected characters that no font has, \u{3FFFC} U+3FFFC, ${odd} U+3FFFD, expected only what the fonts have`)
    expect(messages[0]?.related).toEqual([{path: '1.md', line: 5, column: 5}])
    expect(code).toBe(0)
  })

  it('names a book without a title', async () => {
    expect(short((await checkOf({'1.md': '# A\n\nWords.\n\n# B\n\nWords.\n'}, ['check', '1.md'])).messages)).toEqual(['1.md:1:1 title-missing'])
    expect(short((await checkOf({'1.md': '# 1\n\nWords.\n\n## B\n\nWords.\n'}, ['check', '1.md'])).messages)).toEqual([])
  })

  it('names an image that cannot be decoded', async () => {
    const broken = Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008020000009091683600000000', 'hex').toString('latin1')
    const folder = openFolder({'1.md': '# A\n\n![a dot](dot.png)\n'})
    const {writeFileSync} = await import('node:fs')
    writeFileSync(`${folder}/dot.png`, Buffer.from(broken, 'latin1'))
    const {out} = await runCli(folder, ['check', '1.md', '--json', '--no-cache'])
    expect(out).toContain('"ruleId": "image-unreadable"')
  })
})

it('is told by a build once, though two editions have the fonts', async () => {
  const {messages} = await checkOf({'book.yml': 'language: en\nhtml: {fonts: subset}\n', '1.md': '# A\n\nOne \u{3FFFD}.\n'}, ['build', '--format', 'html,epub'])
  expect(short(messages)).toEqual(['1.md:3:5 glyph-missing'])
})

it('asks for links before it sums up, and counts those that do not answer', async () => {
  const folder = openFolder({'book.yml': 'title: A\nlanguage: en\n', '1.md': '# B\n\nWords.[[1]](http://127.0.0.1:9/a) More.[[2]](http://127.0.0.1:9/b)\n\n# C\n\nWords.\n'})
  const asked = await runCli(folder, ['check', '.', '--links', '--lang', 'en'])
  expect(asked.err.match(/127\.0\.0\.1:9\/[ab] is no public host/g)).toHaveLength(2)
  expect(asked.out).toContain('2 addresses without a good answer')
  expect(asked.out).not.toContain('no problems')
  expect(asked.code).toBe(0)
  expect((await runCli(folder, ['check', '.', '--lang', 'en'])).out).toContain('no problems')
  expect((await runCli(folder, ['check', '.', '--links', '--strict', '--lang', 'en'])).code).toBe(1)
})
