import {existsSync, mkdirSync, utimesSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, it} from 'vitest'
import {trimCache} from '../../src/cache.ts'
import {openFolder} from './run.ts'

it('removes the oldest results, and no more than it must', async () => {
  const folder = openFolder()
  mkdirSync(path.join(folder, 'fonts'))
  const files = ['old', 'middle', 'new'].map((name) => path.join(folder, 'fonts', name))
  for (const [index, file] of files.entries()) {
    writeFileSync(file, Buffer.alloc(100))
    utimesSync(file, 1000 + index, 1000 + index)
  }
  expect(await trimCache(folder, 250)).toBe(100)
  expect(files.map((file) => existsSync(file))).toEqual([false, true, true])
  expect(await trimCache(folder, 250)).toBe(0)
})

it('looks again when something was added since', async () => {
  const folder = openFolder()
  mkdirSync(path.join(folder, 'fonts'))
  writeFileSync(path.join(folder, 'fonts', 'a'), Buffer.alloc(100))
  expect(await trimCache(folder, 250)).toBe(0)
  utimesSync(path.join(folder, 'fonts'), 1000, 1000)
  writeFileSync(path.join(folder, 'fonts', 'a'), Buffer.alloc(300)) // no new file, so it is not seen
  expect(await trimCache(folder, 250)).toBe(0)
  writeFileSync(path.join(folder, 'fonts', 'b'), Buffer.alloc(100))
  expect(await trimCache(folder, 250)).toBeGreaterThan(0)
})

it('takes a folder that is not there for an empty one', async () => {
  expect(await trimCache(path.join(openFolder(), 'none'), 0)).toBe(0)
})
