/** Results that are kept: what comes back is what was made. */
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {expect, it, onTestFinished} from 'vitest'
import {keptOr, settleKept} from '../../src/editions/keep.ts'

it.each([
  ['cut in half', (data: Buffer) => data.subarray(0, data.byteLength / 2)],
  ['empty', () => Buffer.alloc(0)],
  ['changed in one byte', (data: Buffer) => Buffer.from(data.map((byte, index) => (index === 7 ? byte ^ 1 : byte)))],
])('are made anew where the file is %s', async (_, damage) => {
  const cache = mkdtempSync(path.join(tmpdir(), 'banben-keep-'))
  onTestFinished(() => rmSync(cache, {recursive: true, force: true}))
  const data = new TextEncoder().encode('twelve bytes')
  let made = 0
  const ask = async () => {
    const kept = await keptOr(cache, ['key'], async () => {
      made += 1
      return data
    })
    await settleKept()
    return kept
  }
  await ask()
  expect([Buffer.from(await ask()).toString(), made]).toEqual(['twelve bytes', 1])
  const [name = ''] = readdirSync(path.join(cache, 'fonts'))
  const file = path.join(cache, 'fonts', name)
  writeFileSync(file, damage(readFileSync(file)))
  expect([Buffer.from(await ask()).toString(), made]).toEqual(['twelve bytes', 2])
})
