/** The one folder that is read from: names that lead out of it or to no file, and what is listed. */
import {mkdirSync, rmSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {openFolder} from '../../src/manuscript/folder.ts'
import {folderOf} from './fixture.ts'

describe('a name', () => {
  it.each([
    ['.', 'outside'], ['..', 'outside'], ['../other.md', 'outside'], ['..\\other.md', 'outside'], ['/etc/passwd', 'outside'], ['C:\\a.md', 'outside'], ['\\\\host\\a.md', 'outside'], ['a\0.md', 'outside'],
    ['out.md', 'outside'], ['up', 'outside'], ['sub', 'no-file'], ['none.md', 'missing'], ['sub/a.md/', 'a.md'], ['long.md', 'large'],
  ])('%j is refused as %s', async (name, refused) => {
    const folder = folderOf({'sub/a.md': 'a', 'long.md': 'x'.repeat(11)})
    symlinkSync('/etc/passwd', path.join(folder, 'out.md'))
    symlinkSync('..', path.join(folder, 'up'))
    const read = await openFolder(folder).read(name, 10)
    if (refused === 'a.md') expect(read).toMatchObject({path: 'sub/a.md'})
    else expect(read).toMatchObject({refused, ...(refused === 'large' ? {bytes: 11} : {})})
  })

  it.each([['sub/a.md', 'sub/a.md'], ['sub\\a.md', 'sub/a.md'], ['sub/../b.md', 'b.md'], ['..b.md', '..b.md'], ['in.md', 'b.md'], ['e\u0301.md', '\u00e9.md']])('%j is read as %s', async (name, expected) => {
    const root = folderOf({'sub/a.md': 'a', 'b.md': 'b', '..b.md': 'c', '\u00e9.md': 'd'})
    symlinkSync('b.md', path.join(root, 'in.md'))
    const folder = openFolder(root)
    expect(await folder.read(name, 1)).toMatchObject({path: expected})
    expect([...folder.opened]).toEqual([expected])
  })
})

describe('the list', () => {
  it('has plain files and links to them, eight folders deep, and nothing hidden', async () => {
    const deep = (levels: number) => `${'d/'.repeat(levels)}a.md`
    const folder = folderOf({'a.md': '', '.hidden/a.md': '', '.b.md': '', 'node_modules/a.md': '', [deep(8)]: '', [deep(9)]: ''})
    symlinkSync('a.md', path.join(folder, 'link.md'))
    mkdirSync(path.join(folder, 'empty'))
    expect((await openFolder(folder).list()).sort()).toEqual(['a.md', deep(8), 'link.md'])
  })

  it('is empty where the folder has gone', async () => {
    const folder = folderOf({'a.md': ''})
    const opened = openFolder(folder)
    rmSync(folder, {recursive: true})
    expect(await opened.list()).toEqual([])
  })
})
