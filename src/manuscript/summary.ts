/** `SUMMARY.md`, as GitBook, HonKit and mdBook have it, or a README.md of nothing but links → the order of the texts.
 *
 * Such a file is a list of links to texts, and no text: what else stands in it but headings and rules makes it one. Parsed by
 * lines, since it is read before it is known what a text is. A text with words of its own that leads to all others gives the order, too. */
import path from 'node:path'
import {message} from '../diagnostics/index.ts'
import type {TextFile} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import {type Reading, readFiles} from './files.ts'
import {partFrontMatter} from './front-matter.ts'
import {markdown} from './texts.ts'

export interface Summary {
  /** Texts in reading order; all are there. */
  texts: string[]
  /** Its first heading. */
  title: string
  /** The first text, whose first heading is the title. */
  lead?: string
}

/** UTF-16 units of a line that is looked at. */
const longest = 1000
const rule = /^(?:(?:[-*_][ \t]*){3,}|=+)$/
const comment = /^<!--.*-->$/
const heading = /^#{1,6}[ \t]+(.*?)[ \t]*#*$/
const mark = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/
/** All of a line, in bold or not; words without a link name a part, or a chapter that is not written yet. */
const link = /^[*_]{0,3}\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\]\([ \t]*(?:<([^<>]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:[ \t]+["'(][^\n]*)?[ \t]*\)[*_]{0,3}$/
/** Among words. */
const inline = /\]\([ \t]*(?:<([^<>\n]{1,1000})>|([^\s()<>]{1,1000}))/g
const outward = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i
const ofContents = /^(?:目[录錄次]|contents|table of contents|summary)$/i

/** Further places that one message lists. */
const most = 20

/** @returns Undefined where the folder has none. Reports what it leaves out, and what it names in vain. */
export async function readSummary(reading: Reading): Promise<Summary | undefined> {
  const {names, messages, digest} = reading
  const name = summaryAmong(names)
  const readme = names.find((file) => /^readme\.md$/i.test(file))
  for (const found of [name, readme]) {
    if (found === undefined) continue
    const [file] = await readFiles([found], {...reading, messages: [], digest: {add: () => {}}}) // as a text it is read again, and told then
    const listed = file && linksOf(file)
    if (!listed) continue
    const {texts, absent} = orderOf(file.path, listed.urls, names)
    const introduction = found === name ? introductionAmong(names, texts) : undefined
    if (introduction !== undefined) texts.unshift(introduction)
    const others = textsBeside(file.path, names).filter((other) => !texts.includes(other))
    if (texts.length === 0 || texts.includes(file.path) || (found !== name && (!listed.pure || texts.length < 2 || others.length > 0 || absent.length > 0))) continue
    digest.add(file.path, Buffer.from(file.text))
    messages.push(message('chapters-listed', {path: file.path}, {file: file.path, count: texts.length}))
    tell('chapter-unlisted', others.map((other) => ({place: {path: other}, name: other})), file.path, reading)
    tell('chapter-missing', absent, file.path, reading)
    return {texts, title: found === name || ofContents.test(listed.title) ? '' : listed.title}
  }
  return name === undefined ? leadOf(readme ?? loneText(names), reading) : undefined
}

/** The only text of the folder itself, above others: the page that Notion exports with those below it. */
function loneText(names: string[]): string | undefined {
  const [first, ...others] = names.filter((name) => markdown.test(name) && !name.includes('/') && !name.startsWith('_'))
  return others.length === 0 ? first : undefined
}

/** @returns The order of the links of a text that leads to all others, itself first. */
async function leadOf(name: string | undefined, reading: Reading): Promise<Summary | undefined> {
  const {names, messages} = reading
  const others = name === undefined ? [] : textsBeside(name, names)
  if (name === undefined || others.length === 0) return undefined
  const [file] = await readFiles([name], {...reading, messages: [], digest: {add: () => {}}})
  const {text} = partFrontMatter(file?.text ?? '')
  const urls = Array.from(text.matchAll(inline), ({1: bracketed, 2: bare = ''}) => ({url: bracketed ?? bare, line: 0})).filter(({url}) => !outward.test(url))
  const {texts} = orderOf(name, urls, names)
  const order = texts.filter((other) => others.includes(other))
  if (order.length < others.length) return undefined
  messages.push(message('chapters-led', {path: name}, {file: name, count: order.length}))
  const [title = '', next = ''] = Array.from(text.matchAll(/^#[ \t]+(.*?)[ \t]*#*$/gm), ({1: words = ''}) => words)
  return {texts: [name, ...order], ...(title !== '' && next === '' ? {title, lead: name} : {title: ''})}
}

/** In the folder itself, or the only one in a folder of it (`src/`, `docs/`). */
function summaryAmong(names: string[]): string | undefined {
  const all = names.filter((name) => /^(?:[^/]+\/)?summary\.md$/i.test(name))
  return all.find((name) => !name.includes('/')) ?? (all.length === 1 ? all[0] : undefined)
}

/** GitBook and HonKit, whose settings are `book.json`, print README.md first where their list does not name it; mdBook leaves it out. */
function introductionAmong(names: string[], texts: string[]): string | undefined {
  const readme = names.find((name) => /^readme\.md$/i.test(name))
  return texts.length > 0 && names.includes('book.json') && readme !== undefined && !texts.includes(readme) ? readme : undefined
}

interface Url {url: string; line: number}

interface Links {
  urls: Url[]
  title: string
  /** Each line leads to a text: nothing else would be lost. */
  pure: boolean
}

/** @returns Undefined where the text has words of its own. */
function linksOf({text}: TextFile): Links | undefined {
  const urls: Url[] = []
  let title = ''
  let pure = true
  for (const [index, written] of partFrontMatter(text).text.split(/\r\n|\r|\n/).entries()) {
    const line = written.trim()
    if (line === '' || rule.test(line) || comment.test(line)) continue
    if (line.length > longest) return undefined
    const headed = heading.exec(line)
    if (headed) {
      title ||= headed[1] ?? ''
      continue
    }
    const marked = mark.exec(line)?.[0]
    const words = line.slice(marked?.length ?? 0)
    const linked = link.exec(words)
    if (!linked && (marked === undefined || /[[\]]/.test(words))) return undefined
    const url = linked?.[1] ?? linked?.[2] ?? ''
    if (url !== '' && !url.startsWith('#') && !outward.test(url)) urls.push({url, line: index + 1})
    else pure = false
  }
  return {urls, title, pure}
}

function orderOf(summary: string, urls: Url[], names: string[]): {texts: string[]; absent: {place: Place; name: string}[]} {
  const known = new Map(names.filter((name) => markdown.test(name)).map((name) => [name.normalize('NFC'), name]))
  const texts = new Set<string>()
  const absent = new Map<string, {place: Place; name: string}>()
  for (const {url, line} of urls) {
    const name = path.posix.join(path.posix.dirname(summary), decode(url.replace(/[?#].*$/s, '')).replaceAll('\\', '/')).normalize('NFC')
    const found = [name, `${name.replace(/\/$/, '')}/README.md`, `${name.replace(/\/$/, '')}/index.md`].find((form) => known.has(form))
    if (found !== undefined) texts.add(known.get(found) ?? found)
    else absent.set(name, {place: {path: summary, line, column: 1}, name})
  }
  return {texts: [...texts], absent: [...absent.values()]}
}

/** Markdown in the folder of the summary, itself and hidden ones left out. */
function textsBeside(summary: string, names: string[]): string[] {
  const folder = path.posix.dirname(summary)
  return names.filter((name) => name !== summary && markdown.test(name) && !name.split('/').some((part) => part.startsWith('_')) && (folder === '.' || name.startsWith(`${folder}/`)))
}

function tell(ruleId: 'chapter-unlisted' | 'chapter-missing', [first, ...further]: {place: Place; name: string}[], file: string, {messages}: Reading): void {
  if (first) messages.push(message(ruleId, first.place, {file, name: first.name, count: further.length + 1}, {related: further.slice(0, most).map(({place}) => place)}))
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
