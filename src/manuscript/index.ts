/** Manuscript: the only reader of author's files. The only door of the room. */
import {createHash} from 'node:crypto'
import {statSync} from 'node:fs'
import path from 'node:path'
import {defaultConfig, readConfig} from '../config.ts'
import {message} from '../diagnostics/index.ts'
import {unclosedSettings} from '../diagnostics/yaml-faults.ts'
import type {Manuscript, TextFile} from '../model/book.ts'
import type {BookConfig} from '../model/config.ts'
import {moveMessage, originsOf} from '../origins.ts'
import {leadsOut, type Reading, readFiles, reportMissing} from './files.ts'
import {openFolder} from './folder.ts'
import {partFrontMatter} from './front-matter.ts'
import {guardText} from './guard.ts'
import {readImage, readImages, unusedImages} from './images.ts'
import {type Expanded, expandIncludes, withoutIncluded} from './includes.ts'
import {compareNames, outputName} from './names.ts'
import {cleanStyle} from './styles.ts'
import {readSummary} from './summary.ts'
import {chooseTexts, usual} from './texts.ts'

/** Seconds of 2000-01-01: a book without a date still has the same bytes every day. */
const fixedEpoch = 946_684_800

/** Bytes of a font. */
const largestFont = 64 * 2 ** 20

/** Step 0. @param input Folder of a book, or one Markdown file; it exists.
 * @param epoch Seconds since 1970; default: the book's date, else 2000-01-01. */
export async function readManuscript(input: string, {epoch}: {epoch: number | undefined}): Promise<Manuscript> {
  const full = path.resolve(input)
  const single = statSync(full).isFile()
  const folder = openFolder(single ? path.dirname(full) : full)
  const hash = createHash('sha256')
  const add = (name: string, data: Uint8Array) => void hash.update(`${name}\n${data.byteLength}\n`).update(data)
  const names = single ? [path.basename(full)] : await folder.list()
  const reading: Reading = {folder, config: defaultConfig(), messages: [], names, locate: () => ({path: 'book.yml'}), settings: {}, digest: {add}}
  if (!single && names.includes('book.yml')) await readSettings(reading)
  const summary = single || reading.config.chapters ? undefined : await readSummary(reading)
  const texts = await readTexts(chooseTexts(names, reading.config.chapters ?? summary?.texts), summary !== undefined, reading)
  if (summary) reading.config.title ||= summary.title
  const {config, messages} = reading
  config.language ||= tellLanguage(texts.map(({text}) => text.slice(0, 20_000)).join(''))
  const pick = (pattern: RegExp) => (single ? [] : names.filter((name) => pattern.test(name)).sort(compareNames))
  const manuscript: Omit<Manuscript, 'hash'> = {
    name: outputName(path.basename(full).replace(single ? /\.(md|markdown)$/i : /$^/, '')),
    config,
    settings: reading.settings,
    texts,
    ...(summary?.lead === undefined ? {} : {lead: summary.lead}),
    sourceFiles: await (config.sources ? readFiles(config.sources, reading, ['sources']) : readFiles(pick(usual.sources), reading)),
    ...(await readCitationStyle(pick(usual.locales), reading)),
    glossaryFiles: await (config.glossaryFiles ? readFiles(config.glossaryFiles, reading, ['glossaryFiles']) : readFiles(pick(usual.glossary), reading)),
    styles: await readStyles(reading),
    fonts: await readFonts(pick(usual.fonts), reading),
    ...(await readPictures(texts, reading)),
    messages,
    epoch: epoch ?? epochOf(config.date),
  }
  for (const key of [...manuscript.assets.keys()].sort()) add(key, new Uint8Array())
  const [unused, ...further] = single ? [] : unusedImages(names, folder)
  if (unused !== undefined) messages.push(message('image-unused', {path: unused}, {file: unused, count: further.length + 1}, {related: further.slice(0, 20).map((name) => ({path: name}))}))
  return {...manuscript, hash: hash.digest('hex')}
}

async function readSettings(reading: Reading): Promise<void> {
  const [file] = await readFiles(['book.yml'], reading)
  if (!file) return
  const {config, messages, locate, settings} = readConfig(file.text, file.path)
  reading.config = config
  reading.locate = locate
  reading.settings = settings
  reading.messages.push(...messages)
}

/** Texts with their front matter parted: of a lone text it is the book's settings, of others only `draft` is heeded. */
async function readTexts({texts: names, absent}: {texts: string[]; absent: string[]}, listed: boolean, reading: Reading): Promise<TextFile[]> {
  const {config, messages} = reading
  for (const name of absent) reportMissing(name, leadsOut(name), reading, ['chapters', config.chapters?.indexOf(name) ?? 0])
  const read = await readFiles(names, reading)
  const whole: Expanded[] = []
  for (const file of read) {
    const {text, yaml, unclosed} = partFrontMatter(file.text)
    if (unclosed) messages.push(message('config-syntax', {path: file.path, line: 1, column: 1}, unclosedSettings))
    if (yaml !== undefined) {
      const front = readConfig(yaml, file.path, {frontMatter: true})
      if (front.draft && read.length > 1) {
        messages.push(message('text-draft', {path: file.path}))
        continue
      }
      if (read.length === 1) {
        reading.config = overlay(config, front.config, front.given)
        reading.settings = {...reading.settings, ...front.settings}
        messages.push(...front.messages)
      }
    }
    whole.push(await expandIncludes({path: file.path, text}, reading))
  }
  const texts = (config.chapters || listed ? whole : withoutIncluded(whole)).map(({file}) => guardFile(file, reading))
  if (texts.every(({text}) => text.trim() === '')) messages.push(message('text-empty', {path: texts[0]?.path ?? '.'}))
  return texts
}

function guardFile(file: TextFile, {config, messages}: Reading): TextFile {
  const guarded = guardText(file.text, file.path, config.limits)
  const origins = originsOf([file])
  messages.push(...(origins ? guarded.messages.map((entry) => moveMessage(entry, origins)) : guarded.messages))
  return {...file, text: guarded.text}
}

/** `book.yml` says what a text's own head does not: limits and safety are never an author's to lift there. */
function overlay(config: BookConfig, front: BookConfig, given: Set<string>): BookConfig {
  const kept = Object.entries(front).filter(([key]) => given.has(key) && key !== 'limits')
  return {...config, ...Object.fromEntries(kept)}
}

/** Images of the texts, and the cover, which editions find among the assets by its path. */
async function readPictures(texts: TextFile[], {config, folder, messages, locate, names}: Reading) {
  const images = await readImages(texts, folder, config.limits, names)
  if (config.cover === undefined) return images
  const cover = await readImage(config.cover, 'book.yml', folder, config.limits)
  if ('ruleId' in cover) messages.push(message(cover.ruleId, locate(['cover']), cover.values))
  else images.assets.set(cover.hash, cover)
  return images
}

/** `citations.style: my.csl`, with `locales-*.xml` beside it. */
async function readCitationStyle(locales: string[], reading: Reading): Promise<{citationFiles?: TextFile[]}> {
  const {style} = reading.config.citations
  return /\.csl$/i.test(style) ? {citationFiles: await readFiles([style, ...locales], reading, ['citations', 'style'])} : {}
}

async function readStyles(reading: Reading): Promise<Manuscript['styles']> {
  const styles = {screen: '', print: '', epub: ''}
  for (const target of ['screen', 'print', 'epub'] as const) {
    const name = reading.config.styles?.[target]
    const [file] = name === undefined ? [] : await readFiles([name], reading, ['styles', target])
    if (!file) continue
    const {css, messages} = await cleanStyle(file.text, file.path, target === 'print')
    styles[target] = css
    reading.messages.push(...messages)
  }
  return styles
}

async function readFonts(names: string[], {folder, digest, messages}: Reading): Promise<Map<string, Uint8Array>> {
  const fonts = new Map<string, Uint8Array>()
  for (const name of names) {
    const read = await folder.read(name, largestFont)
    const kind = 'refused' in read ? '' : read.data.subarray(0, 4).toString('latin1')
    if ('refused' in read || !['\0\x01\0\0', 'true', 'OTTO', 'ttcf', 'wOFF', 'wOF2'].includes(kind)) {
      messages.push(message('font-unreadable', {path: name}, {file: name}))
      continue
    }
    digest.add(name, read.data)
    fonts.set(name, read.data)
  }
  return fonts
}

/** `2024` is 2024-01-01T00:00:00Z (ECMA-262 reads date-only forms as UTC). */
function epochOf(date: string | undefined): number {
  const time = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(time) || time < 315_532_800_000 ? fixedEpoch : time / 1000 // ZIP and EPUB know no day before 1980
}

/** The commonest characters that are written in two ways, one below the other. */
const simplified = /[这来时个们说国学会对发经过进实现为还无开关长问见书东两从后动种业产]/gu
const traditional = /[這來時個們說國學會對發經過進實現為還無開關長問見書東兩從後動種業產]/gu

/** A Han character says about as much as a word; a Chinese name in an English text does not make it Chinese. */
function tellLanguage(manuscript: string): string {
  const text = wordsIn(manuscript)
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/[\p{Script=Latin}]+/gu)?.length ?? 0
  if (characters <= words / 2) return 'en'
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return count(traditional) > 3 * count(simplified) && count(traditional) > 2 ? 'zh-Hant' : 'zh-CN' // a book of today may quote an old one
}

/** Without code, formulas, addresses and tags, whose letters are of no language. */
function wordsIn(text: string): string {
  let fence = ''
  const lines = text.split('\n').filter((line) => {
    if (fence !== '') {
      if (fence === '$$' ? line.includes('$$') : line.trim().startsWith(fence)) fence = ''
      return false
    }
    const [, mark = '', rest = ''] = /^ {0,3}(`{3,}|~{3,}|\$\$)(.*)/.exec(line) ?? []
    if (mark !== '' && !rest.includes(mark)) fence = mark
    return mark === ''
  })
  return lines.join('\n').replace(/`[^`\n]*`|\$[^$\n]*\$|https?:\/\/\S+|<[^<>\n]*>/g, '')
}
