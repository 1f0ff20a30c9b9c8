import {chmodSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {openFolder, runCli} from './run.ts'

describe('a wrong use is told with what was meant, and answered with 2', () => {
  const folder = () => openFolder({'notes.md': '# A\n', 'data.csv': '1', 'empty/x.txt': '', 'a/book/1.md': '# A\n', 'b/book/1.md': '# B\n'})
  it.each([
    ['an unknown option', ['build', '--stirct'], 'Unknown option `--stirct`. Did you mean `--strict`?'],
    ['an unknown command', ['biuld'], 'Unknown command `biuld`. Did you mean `build`?'],
    ['a book in the place of a command', ['notes.md'], 'Unknown command `notes.md`. Did you mean `banben build notes.md`?'],
    ['an unknown format', ['build', '-f', 'docx'], 'Unexpected value `docx` for `-f, --format <list>`, expected html, pdf, epub.'],
    ['an unknown reporter', ['check', '--reporter', 'xml'], 'Unexpected value `xml` for `--reporter <name>`, expected text, json, sarif, github.'],
    ['two options against each other', ['build', '--quiet', '--json'], 'exclude each other.'],
    ['a missing argument', ['init'], 'Missing argument `folder`.'],
    ['a missing value', ['build', '--out'], 'Option `-o, --out <folder>` needs a value.'],
    ['a file that is not there', ['build', 'note.md'], 'There is no file or folder `note.md`. Did you mean `notes.md`?'],
    ['a file of another kind', ['build', 'data.csv'], '`data.csv` is not a Markdown file'],
    ['a folder without text', ['build', 'empty'], 'The folder `empty` holds no Markdown file.'],
    ['two books of one name', ['build', 'a/book', 'b/book'], '`a/book` and `b/book` have the same name, `book`'],
    ['no book at all', ['build'], 'There is no book here'],
  ])('%s', async (_, args, expected) => {
    const {code, err} = await runCli(expected.includes('no book here') ? openFolder({'data.csv': '1'}) : folder(), args)
    expect(err).toContain(expected)
    expect(code).toBe(2)
  })

  it.each([
    ['one text', {'notes.md': '# A\n\nText.\n', 'deep/other.md': '# B\n'}, 'notes\n'],
    ['several texts', {'1.md': '# A\n\nText.\n', '2.md': '# B\n\nText.\n', '_hidden.md': 'x'}, 'banben-cli-'],
  ])('takes a folder of %s for a book', async (_, files, expected) => {
    const {code, out} = await runCli(openFolder(files as Record<string, string>), ['check'])
    expect(out).toContain(expected)
    expect(code).toBe(0)
  })

  it('takes a folder with sources as a book', async () => {
    const {code, out} = await runCli(await openFolder({'notes.md': '# A\n\nA [[1]].\n', 'sources.yml': '- {id: 1, title: A, author: B, issued: 2020}\n'}), ['check'])
    expect(out).toContain('1 given')
    expect(code).toBe(0)
  })

  it('guesses no name that was given, and none that has nothing in common with it', async () => {
    const root = await openFolder({'e': '', 'notes.md': '# A\n'})
    symlinkSync('nowhere.md', path.join(root, 'broken.md'))
    expect((await runCli(root, ['build', 'broken.md'])).err).toBe('banben: `broken.md` is a link to a file or folder that is not there.\n')
    expect((await runCli(root, ['build', '-'])).err).toBe('banben: There is no file or folder `-`.\n')
  })

  it.skipIf(process.getuid?.() === 0)('says of what cannot be read that it cannot be read', async () => {
    const root = await openFolder({'locked/notes.md': '# A\n'})
    chmodSync(path.join(root, 'locked'), 0o311)
    expect((await runCli(root, ['check', 'locked'])).err).toContain('Cannot read `')
    chmodSync(path.join(root, 'locked'), 0o755)
  })

  it('is told in Chinese where the system speaks Chinese', async () => {
    const {err} = await runCli(folder(), ['build', 'note.md'], {environment: {LANG: 'zh_CN.UTF-8'}})
    expect(err).toBe('banben: 没有名为 `note.md` 的文件或文件夹。是否想写 `notes.md`？\n')
  })

  it('follows the order of POSIX: LC_ALL before LC_MESSAGES before LANG', async () => {
    const {out} = await runCli(folder(), ['--help'], {environment: {LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'zh_TW', LC_ALL: 'C'}})
    expect(out).toContain('Make publishable')
  })
})

describe('help', () => {
  it.each(['build', 'check', 'preview', 'init'])('of %s names every option, in both languages', async (command) => {
    const [en, zh] = await Promise.all(['en', 'zh'].map((lang) => runCli('.', [command, '--help', '--lang', lang])))
    const options = (text: string) => [...text.matchAll(/^ {2}(-\S.*?)(?: {2,}|$)/gm)].map(([, option]) => option)
    expect(options(zh?.out ?? '')).toEqual(options(en?.out ?? ''))
    expect(options(en?.out ?? '').length).toBeGreaterThan(1)
    expect(zh?.out).toMatch(/\p{Script=Han}/u)
    expect([en?.code, zh?.code]).toEqual([0, 0])
  })

  it('is given, with exit code 2, where no command is', async () => {
    const {code, err} = await runCli('.', [])
    expect(code).toBe(2)
    expect(err).toContain('Usage: banben')
  })
})
