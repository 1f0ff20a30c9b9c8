/** Paths of other systems, line ends and marks of other editors: places stay true, and names stay apart. */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {relative} from '../../src/commands/inputs.ts'
import {leadsOut} from '../../src/manuscript/files.ts'
import {openFolder, runCli} from './run.ts'

describe('a path is shown', () => {
  it('from the folder, with slashes, on Windows too', () => {
    expect(relative('C:\\work', 'C:\\work\\source\\a.md', path.win32)).toBe('source/a.md')
    expect(relative('C:\\work', 'C:\\work', path.win32)).toBe('.')
    expect(relative('C:\\work', 'D:\\books\\a.md', path.win32)).toBe('D:/books/a.md')
    expect(relative('C:\\work\\x', 'C:\\work\\a.md', path.win32)).toBe('C:/work/a.md')
    expect(relative('/work', '/work/..notes/a.md', path.posix)).toBe('..notes/a.md')
  })
})

describe('a name leads out of the folder', () => {
  it.each(['../a.md', 'x/../../a.md', '..\\a.md', '/etc/passwd', 'C:\\a.md', 'C:/a.md', '\\\\host\\a.md'])('%s', (name) => expect(leadsOut(name)).toBe(true))
  it.each(['a..b.md', '..notes.md', 'x/a.md', 'a.md'])('but %s does not', (name) => expect(leadsOut(name)).toBe(false))
})

const told = async (bytes: Buffer) => {
  const folder = openFolder()
  writeFileSync(path.join(folder, 'a.md'), bytes)
  const {out} = await runCli(folder, ['check', 'a.md', '--json'])
  const {books: [book]} = JSON.parse(out) as {books: {messages: {ruleId: string; line: number; column: number}[]}[]}
  return book?.messages.filter(({ruleId}) => ruleId === 'link-undefined').map(({line, column}) => [line, column])
}

describe('a place', () => {
  const text = '---\ntitle: T\n---\n\n# A\n\nWords\nand [x](#none).\n'
  it.each([
    ['plain', text],
    ['with CR LF', text.replaceAll('\n', '\r\n')],
    ['with CR', text.replaceAll('\n', '\r')],
    ['behind a byte order mark', `\ufeff${text}`],
    ['with CR LF behind a byte order mark', `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ])('is the same in a text %s', async (_, written) => {
    expect(await told(Buffer.from(written))).toEqual([[8, 5]])
  })

  it('is shown with its line where the file is no plain UTF-8', async () => {
    const folder = openFolder()
    writeFileSync(path.join(folder, 'a.md'), Buffer.from('\ufeff[x](#none) 一\n', 'utf16le'))
    const {err} = await runCli(folder, ['check', 'a.md', '--lang', 'en'])
    expect(err).toContain('1 │ [x](#none) 一\n    │ ^^^^^^^^^^\n')
  })
})

describe('names that differ in capitals', () => {
  it('would meet on many a disk', async () => {
    const {code, err} = await runCli(openFolder({'a/Book.md': '# A\n', 'b/book.md': '# B\n'}), ['check', 'a/Book.md', 'b/book.md'])
    expect(err).toContain('have the same name')
    expect(code).toBe(2)
  })

  it('are told of an image', async () => {
    const {out} = await runCli(openFolder({'book.yml': '', 'a.md': '# A\n\n![x](Images/One.SVG)\n', 'images/one.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'}), ['check', '--json'])
    expect(out).toContain('"meant": "images/one.svg"')
  })
})
