/** Schema of book.yml: text in, `BookConfig` with every default out; faults carry line and column. */
import * as v from 'valibot'
import {isCollection, isPair, isScalar, LineCounter, parseDocument} from 'yaml'
import {describeIssue, expectations} from './config-faults.ts'
import {message} from './diagnostics/index.ts'
import {nearest} from './diagnostics/nearest.ts'
import {explainWords, explainYaml} from './diagnostics/yaml-faults.ts'
import type {BookConfig} from './model/config.ts'
import type {Message, Place} from './model/message.ts'
import {isRecord, peopleOf, readDate} from './written-values.ts'

const text = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.trim())
/** YAML folds a line's end to a space, which stands between no two sentences of Chinese. */
const prose = v.pipe(text, v.transform((value) => value.replace(/(?<=[。，、；：！？…”’」』）》]) +(?=[\p{Script=Han}“‘「『（《])/gu, '')))
const iso = /^\d{4}(-\d{2}(-\d{2})?)?$/
const date = v.pipe(v.union([v.string(), v.number(), v.date()]), v.transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'number' ? String(value) : readDate(value))), v.regex(iso, expectations.date.en), v.check(isDay, expectations.day.en))
/** ISO 8601: `2023-02-30` is no day. What is no date at all has been told. */
function isDay(value: string): boolean {
  if (!iso.test(value)) return true
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const positive = v.pipe(v.number(expectations.positive.en), v.minValue(1, expectations.positive.en))
const list = v.pipe(v.union([v.array(text), text], expectations.list.en), v.transform((value) => (Array.isArray(value) ? value : [value])))
const millimetres = numberFrom(0, 2000, expectations.millimetres.en)
const side = numberFrom(50, 2000, expectations.side.en)

function numberFrom(least: number, most: number, expected: string) {
  return v.pipe(v.number(expected), v.minValue(least, expected), v.maxValue(most, expected))
}

/** ISO 2108: the last digit checks the others. */
function isIsbn(value: string): boolean {
  const digits = [...value.replace(/[\s‐-―-]/g, '').toUpperCase()].map((digit) => (digit === 'X' ? 10 : /\d/.test(digit) ? Number(digit) : Number.NaN))
  if (digits.length === 10) return digits.reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11 === 0
  return digits.length === 13 && !digits.includes(10) && digits.reduce((sum, digit, at) => sum + digit * (at % 2 ? 3 : 1), 0) % 10 === 0
}

/** A group of settings whose every member has a default. */
function group<const T extends v.ObjectEntries>(entries: T) {
  return v.optional(v.strictObject(entries), {} as never)
}

const contributor = v.union([
  v.pipe(text, v.transform((name) => ({name, role: 'aut'}))),
  v.strictObject({name: text, role: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{3}$/, expectations.role.en)), 'aut'), fileAs: v.optional(text)}),
])

const variantOptions = v.record(v.string(), v.unknown())

/** Mutable mirror of the schema; `title` and `language` may be absent and are then taken from the text. */
export const bookSchema = v.strictObject({
  title: v.optional(text),
  subtitle: v.optional(text),
  language: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, expectations.language.en))),
  author: v.optional(v.union([contributor, v.array(contributor)], expectations.person.en)),
  contributors: v.optional(v.array(contributor, expectations.person.en)),
  date: v.optional(date),
  imprint: group({publisher: v.optional(text), place: v.optional(text), series: v.optional(text), seriesPosition: v.optional(positive), edition: v.optional(text)}),
  rights: v.optional(prose),
  description: v.optional(prose),
  keywords: v.optional(list, []),
  subjects: v.optional(list, []),
  identifier: group({isbn: v.optional(v.pipe(text, v.check(isIsbn, expectations.isbn.en))), doi: v.optional(text), uuid: v.optional(text)}),
  cover: v.optional(v.string()),
  chapters: v.optional(list),
  sources: v.optional(list),
  glossaryFiles: v.optional(list),
  styles: v.optional(v.strictObject({screen: v.optional(v.string()), print: v.optional(v.string()), epub: v.optional(v.string())})),
  citations: group({
    dialect: v.optional(v.union([v.literal('auto'), v.array(v.picklist(['double-bracket', 'double-bracket-link', 'bracket', 'lenticular', 'caret', 'labelled', 'unmarked', 'residue']))], expectations.dialect.en), 'auto'),
    numbering: v.optional(v.picklist(['as-written', 'by-appearance', 'by-chapter']), 'as-written'),
    style: v.optional(v.string(), ''),
  }),
  glossary: group({
    enabled: v.optional(v.boolean(), true),
    scope: v.optional(v.picklist(['book', 'chapter', 'section']), 'book'),
    form: v.optional(v.picklist(['zh-first', 'en-first', 'ruby', 'none']), 'zh-first'),
    locales: v.optional(v.tuple([v.string(expectations.locales.en), v.string(expectations.locales.en)], expectations.locales.en), ['zh', 'en']),
    sort: v.optional(v.picklist(['pinyin', 'stroke']), 'pinyin'),
    bothOrders: v.optional(v.boolean(), false),
    linkMentions: v.optional(v.boolean(), true),
  }),
  repair: group({
    preamble: v.optional(v.picklist(['drop', 'keep']), 'drop'),
    swallowedParagraph: v.optional(v.boolean(), true),
    cjkEmphasis: v.optional(v.boolean(), true),
    texBrackets: v.optional(v.boolean(), true),
    codeFormulas: v.optional(v.boolean(), true),
    texEnvironments: v.optional(v.boolean(), true),
    labelledLines: v.optional(v.boolean(), true),
    indentedWords: v.optional(v.boolean(), true),
  }),
  html: group({
    theme: v.optional(v.string(), 'academic'),
    audit: v.optional(v.boolean(), false),
    fonts: v.optional(v.picklist(['none', 'subset']), 'none'),
    imageSize: v.optional(positive, 1600),
  }),
  pdf: group({
    trim: v.optional(v.union([v.picklist(['A4', 'A5', 'B5', '16开', '大32开', '6x9']), v.tuple([side, side])], expectations.trim.en), 'A4'),
    theme: v.optional(v.string(), 'academic'),
    bindingMargin: v.optional(millimetres, 0),
    openRecto: v.optional(v.boolean(), false),
    variant: v.optional(v.picklist(['screen', 'print']), 'screen'),
    bleed: v.optional(v.boolean(), false),
    tocDepth: v.optional(v.pipe(numberFrom(1, 6, expectations.depth.en), v.integer(expectations.depth.en)), 2),
    cover: v.optional(v.boolean(), true),
    halfTitle: v.optional(v.boolean(), false),
    colophon: v.optional(v.boolean(), true),
    footnotes: v.optional(v.picklist(['chapter', 'margin', 'page']), 'chapter'),
    linearize: v.optional(v.boolean(), false),
    attachSource: v.optional(v.boolean(), false),
    imageSize: v.optional(positive, 2400),
  }),
  epub: group({
    fonts: v.optional(v.picklist(['subset', 'none']), 'subset'),
    theme: v.optional(v.string(), 'academic'),
    pageList: v.optional(v.picklist(['auto', 'none']), 'auto'),
    certifiedBy: v.optional(text),
    imageSize: v.optional(positive, 1600),
    kind: v.optional(v.picklist(['epub', 'kepub']), 'epub'),
  }),
  editions: v.optional(v.pipe(v.array(v.strictObject({name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, expectations.editionName.en)), format: v.picklist(['html', 'pdf', 'epub']), options: v.optional(variantOptions, {})})), v.maxLength(50)), []),
  limits: group({
    documentBytes: v.optional(positive, 16 * 2 ** 20),
    blockLength: v.optional(positive, 1_500_000),
    blockBrackets: v.optional(positive, 8_000),
    blockEmphasis: v.optional(positive, 1_500),
    blockMarks: v.optional(positive, 4_000),
    nesting: v.optional(positive, 100),
    tableCells: v.optional(positive, 100_000),
    missingSources: v.optional(positive, 20_000),
    imagePixels: v.optional(positive, 100_000_000),
    imageBytes: v.optional(positive, 50 * 2 ** 20),
    drawingWork: v.optional(positive, 500_000),
    composeSeconds: v.optional(positive, 60),
    composeMemory: v.optional(positive, 2_048),
    printSeconds: v.optional(positive, 300),
  }),
  numbering: group({headings: v.optional(v.picklist(['auto', 'on', 'off']), 'auto'), captions: v.optional(v.boolean(), true)}),
  typography: group({quotes: v.optional(v.picklist(['keep', 'curly']), 'keep')}),
})

export interface ReadConfig {
  config: BookConfig
  messages: Message[]
  /** Settings that the text has. */
  given: Set<string>
  /** Front matter only: `draft: true`. */
  draft: boolean
  /** Where a setting stands: `['chapters', 2]`. */
  locate(keys: (string | number)[]): Place
  /** Of every setting that holds a word, by its name: `pdf.theme`. */
  settings: Record<string, Place>
}

/** `title` and `language` are '' until the text has been read.
 *
 * @param frontMatter The text is the head of a Markdown file: what other programs put there is told, and is no error. */
export function readConfig(source: string, path: string, {frontMatter = false} = {}): ReadConfig {
  const messages: Message[] = []
  const lines = new LineCounter()
  const document = parseDocument(source, {lineCounter: lines, uniqueKeys: true, strict: true, prettyErrors: false, maxAliasCount: 50} as never)
  const placeAt = (offset: number | undefined): Place => {
    if (offset === undefined) return {path}
    const {line, col} = lines.linePos(offset)
    return {path, line, column: col}
  }
  const words = explainWords(source, document)
  for (const {offset, values} of document.errors.length === 0 && words ? [words] : explainYaml(source, document)) messages.push(message('config-syntax', placeAt(offset), values))
  let value: unknown = {}
  try {
    if (messages.length === 0) value = withoutBlanks(document.toJS({maxAliasCount: 50}) ?? {})
  } catch {
    messages.push(message('config-syntax', {path}, {fault: {en: 'more than 50 aliases', zh: '别名多于 50 个'}}))
  }
  const draft = isRecord(value) && value.draft === true
  if (frontMatter) {
    const unknown: string[] = []
    value = takeKnown(value, (key) => unknown.push(key))
    const [place, ...related] = unknown.map((key) => placeAt(offsetOf(document, key.split('.').slice(0, 1))))
    if (place) messages.push(message('front-matter-unknown', place, {count: unknown.length, setting: {en: unknown.join('`, `'), zh: unknown.join('`、`')}}, {related}))
  }
  const given = new Set(isRecord(value) ? Object.keys(value) : [])
  if (given.has('author')) given.add('contributors')
  const result = v.safeParse(bookSchema, value)
  if (!result.success) {
    const issues = result.issues.map(listAsGroup)
    for (const issue of [...issues, ...furtherUnknown(value, issues)]) {
      const keys = issue.path?.map((item) => item.key as string | number) ?? []
      messages.push(describeIssue(issue, keys, placeAt(offsetOf(document, keys)), value, meantSetting(keys)))
    }
  }
  for (const [index, {options}] of (result.success ? result.output.editions : []).entries()) {
    for (const issue of (v.safeParse(bookSchema, options).issues ?? []).map(listAsGroup)) {
      const keys = ['editions', index, 'options', ...(issue.path?.map((item) => item.key as string | number) ?? [])]
      messages.push(describeIssue(issue, keys, placeAt(offsetOf(document, keys)), value, meantSetting(keys)))
    }
  }
  const output = result.success ? result.output : v.parse(bookSchema, {})
  return {config: toConfig(output), messages, given, draft, locate: (keys) => placeAt(offsetOf(document, keys)), settings: result.success ? settingsOf(document, placeAt) : {}}
}

/** Unknown settings that are told at once. */
const mostUnknown = 50

/** The schema stops at the first unknown setting of a group: each is taken out, and the rest is read again. */
function furtherUnknown(value: unknown, issues: readonly v.BaseIssue<unknown>[]): v.BaseIssue<unknown>[] {
  const further: v.BaseIssue<unknown>[] = []
  const rest = structuredClone(value)
  let known = issues.filter(isUnknown)
  while (known.length > 0 && further.length < mostUnknown) {
    for (const {path = []} of known) {
      let group: unknown = rest
      for (const {key} of path.slice(0, -1)) group = isRecord(group) || Array.isArray(group) ? (group as Record<string, unknown>)[String(key)] : undefined
      if (isRecord(group)) delete group[String(path.at(-1)?.key)]
    }
    known = (v.safeParse(bookSchema, rest).issues ?? []).map(listAsGroup).filter(isUnknown)
    further.push(...known)
  }
  return further
}

/** To the schema, a list is a group with settings named 0, 1, 2. */
function listAsGroup(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const {path: [...path] = []} = issue
  if (!isUnknown(issue) || !Array.isArray(path.pop()?.input)) return issue
  const {path: _, ...rest} = issue
  const [first, ...others] = path
  return {...rest, type: 'object', expected: 'Object', received: 'Array', ...(first ? {path: [first, ...others]} : {})}
}

function isUnknown({type, expected}: v.BaseIssue<unknown>): boolean {
  return type === 'strict_object' && expected === 'never'
}

function settingsOf(document: ReturnType<typeof parseDocument>, placeAt: (offset: number | undefined) => Place): Record<string, Place> {
  const found: Record<string, Place> = {}
  const look = (node: unknown, name: string): void => {
    if (isScalar(node)) found[name] = placeAt(node.range?.[0])
    if (isCollection(node)) for (const [index, item] of node.items.entries()) look(isPair(item) ? item.value : item, [name, isPair(item) ? String(item.key) : index].filter((part) => part !== '').join('.'))
  }
  look(document.contents, '')
  return found
}

/** `subtitle:` with nothing behind it is a setting that was not made. */
function withoutBlanks(value: unknown): unknown {
  if (!isRecord(value) || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, entry]) => (entry === null ? [] : [[key, withoutBlanks(entry)]])))
}

/** Names that other programs use for the same thing. */
const otherNames: Record<string, string> = {lang: 'language', locale: 'language', tags: 'keywords', authors: 'author', summary: 'description', copyright: 'rights',
  标题: 'title', 標題: 'title', 书名: 'title', 書名: 'title', 题目: 'title', 副标题: 'subtitle', 副標題: 'subtitle', 作者: 'author', 著者: 'author', 日期: 'date', 语言: 'language', 語言: 'language',
  摘要: 'description', 简介: 'description', 簡介: 'description', 关键词: 'keywords', 關鍵詞: 'keywords', 关键字: 'keywords', 标签: 'keywords', 標籤: 'keywords', 版权: 'rights', 版權: 'rights'}

/** Settings of pandoc, Quarto and mdBook that have another name here. */
const meantNames: Record<string, string> = {...otherNames, creator: 'author', bibliography: 'sources', csl: 'citations.style', css: 'styles', 'cover-image': 'cover', toc: 'pdf.tocDepth', 'toc-depth': 'pdf.tocDepth', papersize: 'pdf.trim', paper: 'pdf.trim', size: 'pdf.trim', 'number-sections': 'numbering.headings'}

function takeKnown(value: unknown, unknown: (key: string) => void): unknown {
  if (!isRecord(value)) return {}
  const known: Record<string, unknown> = {}
  for (const [key, entry] of Object.entries(value)) {
    const name = Object.hasOwn(otherNames, key) ? otherNames[key] : key
    if (key === 'draft' || entry === null) continue
    if (name === undefined || !Object.hasOwn(bookSchema.entries, name)) unknown(key)
    else if (!Object.hasOwn(known, name) || name === key) known[name] = name === 'date' && typeof entry === 'string' ? entry.replace(/^(\d{4}-\d{2}-\d{2}).*$/s, '$1') : name === 'author' ? peopleOf(entry, key, unknown) : entry
  }
  return known
}

/** The settings of a book without a book.yml. */
export function defaultConfig(): BookConfig {
  return toConfig(v.parse(bookSchema, {}))
}

/** The book's settings with those of one variant laid over them. Throws a valibot error on unknown settings. */
export function mergeConfig(config: BookConfig, options: Record<string, unknown>): BookConfig {
  const merged: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(config)) {
    const over = Object.hasOwn(options, key) ? options[key] : undefined
    merged[key] = isRecord(value) && isRecord(over) ? {...value, ...over} : (over ?? value)
  }
  return toConfig(v.parse(bookSchema, merged))
}

function toConfig(output: v.InferOutput<typeof bookSchema>): BookConfig {
  const {author, contributors, ...rest} = output
  const authors = author === undefined ? [] : Array.isArray(author) ? author : [author]
  const people = [...authors, ...(contributors ?? [])]
  return {...rest, title: rest.title ?? '', language: rest.language ?? '', contributors: people} as BookConfig
}

/** @returns A setting of the same group that is spelled alike, or one of that name in another group. */
function meantSetting(keys: (string | number)[]): string | undefined {
  const name = String(keys.at(-1) ?? '')
  const groups: [string, string[]][] = [['', Object.keys(bookSchema.entries)], ...Object.entries(bookSchema.entries).map(([group, schema]): [string, string[]] => [`${group}.`, 'wrapped' in schema && 'entries' in schema.wrapped ? Object.keys(schema.wrapped.entries) : []])]
  const [own = '', siblings = []] = groups.find(([group]) => group === `${keys.at(-2)}.`) ?? groups[0] ?? []
  if (keys.length === 1 && Object.hasOwn(meantNames, name)) return meantNames[name]
  const alike = nearest(name, siblings)
  if (alike) return `${own}${alike}`
  const elsewhere = groups.find(([, names]) => names.includes(name))
  return elsewhere ? `${elsewhere[0]}${name}` : undefined
}

function offsetOf(document: ReturnType<typeof parseDocument>, keys: (string | number)[]): number | undefined {
  let node: unknown = document.contents
  let offset: number | undefined
  for (const key of keys) {
    if (!isCollection(node)) break
    const items: unknown[] = node.items
    const item = typeof key === 'number' ? items[key] : items.find((entry) => isPair(entry) && isScalar(entry.key) && String(entry.key.value) === key)
    if (isPair(item)) {
      if (isScalar(item.key)) offset = item.key.range?.[0]
      node = item.value
    } else {
      node = item
    }
    if (isScalar(node) || isCollection(node)) offset = (typeof key === 'number' ? node.range?.[0] : offset) ?? offset
  }
  return offset
}
