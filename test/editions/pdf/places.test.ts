import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {makePdf} from '../../../src/editions/pdf/index.ts'
import {openPress} from '../../../src/editions/pdf/open-press.ts'
import {localeOf} from '../../../src/locale/index.ts'
import type {Galley} from '../../../src/model/book.ts'
import {composeFiles} from '../../fixture.ts'
import {hasBrowser, inFolder, templates} from './print.ts'

const files = {
  'book.yml': 'title: 书\nlanguage: zh-CN\npdf: {openRecto: true}\n',
  'a.md': `# 第一章 甲\n\n正文[[1]]。\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n# 第二章 乙\n\n${'又一段话，说得很长。'.repeat(400)}[[1]]\n\n# 第三章 丙\n\n尾[[1]]。\n`,
}

/** @returns The bytes, and how often the browser printed for them. */
async function print(galley: Galley, cache: string | undefined): Promise<{data: string; prints: number}> {
  const {signal} = new AbortController()
  const press = await openPress({signal})
  let prints = 0
  const counted = {...press, print: (options: Parameters<typeof press.print>[0]) => {
    prints += 1
    return press.print(options)
  }}
  const {data} = await makePdf(galley, {locale: localeOf('zh-CN'), cache, templates, signal, press: Promise.resolve(counted)})
  return {data: Buffer.from(data).toString('base64'), prints}
}

describe.skipIf(!hasBrowser)('the places of a book that was printed before', () => {
  let galley: Galley
  let plain: {data: string; prints: number}
  beforeAll(async () => {
    galley = (await composeFiles(files)).galley
    plain = await print(galley, undefined)
  }, 60_000)
  afterAll(() => expect(plain.prints).toBeGreaterThan(1))

  it('save its drafts, and change no byte of it', () => inFolder(async (cache) => {
    expect(await print(galley, cache)).toEqual(plain)
    expect(await print(galley, cache)).toEqual({data: plain.data, prints: 1})
  }), 60_000)

  it.each([
    ['are wrong', (text: string) => text.replace(/"text":"(\d+)"/, '"text":"99"')],
    ['name no slots', (text: string) => text.replace(/"filled":\[.*\]/, '"filled":[]')],
    ['are torn', (text: string) => text.slice(0, text.length / 2)],
  ])('are not believed where they %s', (_what, damage) => inFolder(async (cache) => {
    await print(galley, cache)
    const folder = path.join(cache, 'places')
    for (const name of readdirSync(folder)) {
      const text = readFileSync(path.join(folder, name), 'utf8')
      expect(damage(text)).not.toBe(text)
      writeFileSync(path.join(folder, name), damage(text))
    }
    expect((await print(galley, cache)).data).toBe(plain.data)
  }), 60_000)

  it('do not hold for another text', () => inFolder(async (cache) => {
    await print(galley, cache)
    const other = (await composeFiles({...files, 'a.md': files['a.md'].replace('尾', '结尾')})).galley
    expect(await print(other, cache)).toEqual(await print(other, undefined))
  }), 60_000)
})
