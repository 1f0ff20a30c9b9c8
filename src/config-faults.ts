/** What the schema of book.yml objects to → a message in words of the author's, in both languages. */
import type {BaseIssue} from 'valibot'
import {message} from './diagnostics/index.ts'
import {nearest} from './diagnostics/nearest.ts'
import {nameSetting} from './diagnostics/settings.ts'
import type {Both, Message, Place} from './model/message.ts'

const both = (en: string, zh: string): Both => ({en, zh})

/** What settings expect, where the schema's own words would not do. The English is the schema's message. */
export const expectations = {
  date: both('a date such as 2024-12-31, 2024-12 or 2024', '日期，如 2024-12-31、2024-12 或 2024'),
  day: both('a day that the calendar has', '历法中有的日子'),
  isbn: both('an ISBN of 10 or 13 digits whose last one agrees', '10 位或 13 位、校验位相符的 ISBN'),
  language: both('a BCP 47 tag such as zh-CN or en', 'BCP 47 语言代码，如 zh-CN 或 en'),
  role: both('a MARC relator code such as aut, edt, trl', 'MARC 责任者代码，如 aut、edt、trl'),
  person: both('a name, `{name, role, fileAs}`, or a list of these', '姓名、`{name, role, fileAs}`，或由其组成的列表'),
  list: both('a word or a list of words', '文字，或由文字组成的列表'),
  dialect: both('`auto`, or a list of dialects in brackets', '`auto`，或方括号中的写法列表'),
  trim: both('A4, A5, B5, 16开, 大32开, 6x9, or [width, height] in millimetres', 'A4、A5、B5、16开、大32开、6x9，或 [宽, 高]（毫米）'),
  editionName: both('lower-case letters, digits and hyphens', '小写字母、数字与连字符'),
  positive: both('a number of at least 1', '不小于 1 的数'),
  millimetres: both('millimetres from 0 to 2000', '0 到 2000 的毫米数'),
  side: both('millimetres from 50 to 2000', '50 到 2000 的毫米数'),
  depth: both('a whole number from 1 to 6', '1 到 6 的整数'),
  locales: both('two languages such as [zh, en]', '两种语言，如 [zh, en]'),
} satisfies Record<string, Both>

const own = new Map(Object.values(expectations).map((words) => [words.en, words]))
const kinds: Record<string, Both> = {
  '(string | number)': both('text', '文字'),
  string: both('text', '文字'),
  number: both('a number', '数'),
  boolean: both('`true` or `false`', '`true` 或 `false`'),
  Array: both('a list', '列表'),
  Object: both('settings as `name: value`', '“名称: 值”形式的设置'),
}
const received: Record<string, Both> = {
  Array: both('a list', '列表'),
  Object: both('a group of settings', '一组设置'),
  undefined: both('nothing', '空值'),
}

/** @param value The whole of book.yml, for the names of its editions. @param meant What a name was probably meant to be. */
export function describeIssue(issue: BaseIssue<unknown>, keys: (string | number)[], place: Place, value: unknown, meant: string | undefined): Message {
  const setting = keys.join('.') || 'book.yml'
  const named = nameSetting(keys, value)
  if (issue.type === 'strict_object' && issue.expected === 'never') return message('config-unknown', place, {setting, named, ...(meant === undefined ? {} : {meant})})
  const guess = guessOf(issue)
  return message('config-invalid', place, {setting, named, received: listOf(issue) ?? received[issue.received] ?? shown(issue.received), expected: expectedOf(issue), ...(guess === undefined ? {} : {meant: guess})})
}

function expectedOf(issue: BaseIssue<unknown>): Both | string {
  const known = own.get(issue.message) ?? kinds[issue.expected ?? '']
  if (known) return known
  const choices = choicesOf(issue)
  return choices.length > 0 ? both(`one of ${choices.join(', ')}`, `${choices.join('、')} 之一`) : (issue.expected ?? issue.message)
}

function choicesOf({expected}: BaseIssue<unknown>): string[] {
  return [...(expected ?? '').matchAll(/"([^"]*)"/g)].map(([, name = '']) => name)
}

function guessOf(issue: BaseIssue<unknown>): string | undefined {
  const written = shown(issue.received)
  if (issue.expected === 'boolean') return /^(?:yes|on|y)$/i.test(written) ? 'true' : /^(?:no|off|n)$/i.test(written) ? 'false' : undefined
  return own.has(issue.message) ? undefined : nearest(written, choicesOf(issue))
}

/** A list is shown where a list is right, but not this one. */
function listOf({input, message}: BaseIssue<unknown>): string | undefined {
  return Array.isArray(input) && message === expectations.trim.en ? JSON.stringify(input).slice(0, 60) : undefined
}

function shown(value: string): string {
  return value.replace(/^"|"$/g, '')
}
