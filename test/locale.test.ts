/** Words that editions print, by the language of the book. */
import {expect, it} from 'vitest'
import {en} from '../src/locale/en.ts'
import {localeOf} from '../src/locale/index.ts'
import {zh} from '../src/locale/zh.ts'
import {zhHant} from '../src/locale/zh-hant.ts'

it.each([['zh', '目录'], ['zh-CN', '目录'], ['zh-Hans-TW', '目录'], ['zh-SG', '目录'], ['zh-TW', '目錄'], ['zh-HK', '目錄'], ['zh-hant', '目錄'], ['zh-Hant-TW', '目錄'], ['en', 'Contents']])('%s calls the contents %s', (tag, word) => {
  expect(localeOf(tag).text('contents.title')).toBe(word)
})

it.each([['zh', zh], ['zh-Hant', zhHant]])('%s leaves the same places open as English', (_, strings) => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted()
  const wrong = Object.entries(en).filter(([key, text]) => places(strings[key as keyof typeof en]).join() !== places(text).join())
  expect(wrong).toEqual([])
})
