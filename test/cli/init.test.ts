import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, it} from 'vitest'
import {openFolder, runCli} from './run.ts'

it.each(['en', 'zh'])('makes a book in %s that builds without a message', async (lang) => {
  const folder = openFolder()
  expect((await runCli(folder, ['init', 'new', '--lang', lang])).code).toBe(0)
  const {code, out} = await runCli(folder, ['build', 'new', '-f', 'html', '--json'])
  const [book] = JSON.parse(out).books
  expect({code, published: book.published, messages: book.messages}).toEqual({code: 0, published: true, messages: []})
})

it('names the book after its folder, whatever that is called', async () => {
  const folder = openFolder()
  const made = await runCli(folder, ['init', '“我的” 书: #1', '--lang', 'en'])
  expect(made.out).toContain('banben build "“我的” 书: #1"') // can be pasted
  const {code} = await runCli(folder, ['check', '“我的” 书: #1'])
  expect(code).toBe(0)
  expect(readFileSync(path.join(folder, '“我的” 书: #1', 'book.yml'), 'utf8')).toContain('“我的” 书: #1')
})

it('never writes over anything', async () => {
  const folder = openFolder({'mine/01-start.md': 'mine'})
  const {code, err} = await runCli(folder, ['init', 'mine'])
  expect({code, err}).toEqual({code: 2, err: 'banben: `mine` is there already; nothing was written.\n'})
  expect(readdirSync(path.join(folder, 'mine'))).toEqual(['01-start.md'])
  expect(readFileSync(path.join(folder, 'mine/01-start.md'), 'utf8')).toBe('mine')
})
