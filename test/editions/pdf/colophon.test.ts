import path from 'node:path'
import {expect, it} from 'vitest'
import {colophonOf} from '../../../src/editions/pdf/colophon.ts'
import {localeOf} from '../../../src/locale/index.ts'
import {composeFiles} from '../../fixture.ts'

async function people(author: string, language = 'zh-CN'): Promise<string[]> {
  const {galley} = await composeFiles({'a.md': '# 一\n', 'book.yml': `language: ${language}\ntitle: 书\nauthor: ${author}\n`})
  const lines = await colophonOf(galley, {locale: localeOf(language), cache: undefined, templates: path.resolve('templates'), signal: new AbortController().signal})
  return lines.slice(1, 2).map(({label, value}) => `${label} ${value}`)
}

it.each([
  ['张三', '著者 张三'],
  ['[{name: 张三, role: edt}]', '责任者 张三 编'],
  ['[张三, {name: 李四, role: trl}]', '责任者 张三 著；李四 译'],
])('the colophon says once what each has done: %s', async (author, line) => expect(await people(author)).toEqual([line]))

it('in English too', async () => expect(await people('[Jane Doe, {name: John Roe, role: trl}]', 'en')).toEqual(['Credits Jane Doe; Translated by John Roe']))
