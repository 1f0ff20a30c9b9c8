/** The audit: each claim beside the sources it calls, and what became of each source. As data, CSV and a chapter. */
import {stringify} from 'csv-stringify/sync'
import type {RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {wording} from '../diagnostics/index.ts'
import type {Book, Chapter, CitationCall} from '../model/book.ts'
import type {Message, Place} from '../model/message.ts'
import type {Services} from '../model/setting.ts'
import {formatSource} from './references.ts'
import {writtenNumber} from './scopes.ts'
import {styleOf} from './styles/index.ts'

export interface Claim {
  chapter: string
  section: string
  sentence: string
  number: number
  locator?: string
  /** The reference as printed; empty where it was not supplied. */
  source: string
  url: string
  place: Place
  anchor: string
}

export interface Audit {
  claims: Claim[]
  /** Numbers cited without a source, never cited, and how often each is cited. */
  undefined: number[]
  uncited: number[]
  calls: Record<string, number>
}

export function auditBook(book: Book, services: Services): Audit {
  const style = styleOf(book.config.citations.style, book.config.language)
  const printed = new Map([...book.sources].map(([number, source]) => [number, toString(formatSource(source, style, services))]))
  const chapters = new Map(book.chapters.map(({id, title}) => [id, title]))
  const counts = new Map<number, number>()
  for (const {number} of book.calls) counts.set(number, (counts.get(number) ?? 0) + 1)
  const claims = onceInEach(book.calls).map(({number, locator, chapter, sectionTitle, sentence, place, anchor}): Claim => {
    const {csl, addresses} = book.sources.get(number) ?? {}
    const url = csl?.URL ?? addresses?.[0] ?? ''
    return {chapter: chapters.get(chapter) ?? '', section: sectionTitle ?? '', sentence: sentence ?? '', number: writtenNumber(number), ...(locator ? {locator} : {}), source: printed.get(number) ?? '', url, place, anchor}
  })
  return {
    claims,
    undefined: [...counts.keys()].filter((number) => !book.sources.has(number)).map(writtenNumber).sort((a, b) => a - b),
    uncited: [...book.sources.keys()].filter((number) => !counts.has(number)).map(writtenNumber).sort((a, b) => a - b),
    calls: Object.fromEntries([...counts].sort(([a], [b]) => a - b).map(([number, count]) => [String(number), count])),
  }
}

/** Sentences of this length are not written twice in one section; shorter ones, in the cells of a table, may be. */
const distinctive = 30

/** A source that a sentence calls twice supports it once; another page of it is another row. */
function onceInEach(calls: CitationCall[]): CitationCall[] {
  const seen = new Set<string>()
  return calls.filter(({place, section, sentence = '', number, locator}) => {
    const key = JSON.stringify([place.path, section, sentence.length < distinctive ? place.line : 0, sentence, number, locator])
    return seen.size < seen.add(key).size
  })
}

/** Rules on citations and sources: what an editor looks at before the claims. */
const audited = /^(?:citation|source)-/

/** What the checks found, as data. */
export function findingsOf(book: Book): Message[] {
  return book.messages.filter(({ruleId}) => audited.test(ruleId))
}

/** Last of all steps: the findings go above the claims, once every check has run. */
export function fillAudit(book: Book): void {
  const chapter = book.chapters.find(({role}) => role === 'audit')
  const findings = findingsOf(book)
  if (!chapter || findings.length === 0) return
  const items = findings.map((finding): RootContent => {
    const {path, line} = finding.place
    const where = [path, line].filter((part) => part !== undefined && part !== '').join(':')
    return {type: 'block', data: {hName: 'li'}, children: [{type: 'paragraph', children: [{type: 'text', value: `${where} — ${wording(finding, book.config.language).reason}`}]}]}
  })
  chapter.tree.children.splice(1, 0, {type: 'block', data: {hName: 'ul', hProperties: {className: ['audit-findings']}}, children: items})
}

const columns = ['book', 'chapter', 'section', 'file', 'line', 'column', 'sentence', 'number', 'locator', 'source', 'url'] as const

/** RFC 4180 with a byte order mark, since spreadsheets take Chinese for Latin-1 without one. Cells that a spreadsheet
 * would run as formulas are quoted with an apostrophe. */
export function auditCsv(audits: (Audit & {book: string})[]): string {
  const rows = audits.flatMap(({book, claims}) => claims.map((claim) => ({book, ...claim}))).map(({place, ...claim}) => columns.map((name) => (name === 'file' ? place.path : name === 'line' ? place.line : name === 'column' ? place.column : (claim[name] ?? ''))))
  return stringify([columns.slice(), ...rows], {bom: true, escape_formulas: true})
}

/** The audit as a chapter of the HTML edition. */
export function composeAudit(book: Book, services: Services): Chapter[] {
  if (!book.config.html.audit || book.calls.length === 0) return []
  const {claims} = auditBook(book, services)
  const {locale} = services
  const title = locale.text('citations.audit')
  const depth = book.chapters.map(({tree}) => tree.children[0]).find((node) => node?.type === 'heading')?.depth ?? 2
  const cell = (children: RootContent[], hName = 'td'): RootContent => ({type: 'block', data: {hName, ...(hName === 'th' ? {hProperties: {scope: 'col'}} : {})}, children})
  const row = (children: RootContent[]): RootContent => ({type: 'block', data: {hName: 'tr'}, children})
  const head = row(['citations.audit.claim', 'citations.audit.source'].map((key) => cell([{type: 'text', value: locale.text(key)}], 'th')))
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    const key = `${claim.place.path}:${claim.place.line}:${claim.sentence}`
    groups.set(key, [...(groups.get(key) ?? []), claim])
  }
  const rows = [...groups.values()].map((group) => {
    const [first] = group
    const back: RootContent = {type: 'link', url: `#${first?.anchor ?? ''}`, children: [{type: 'text', value: first?.sentence || first?.section || '—'}]}
    const sources = group.map(({number, source}): RootContent => ({type: 'paragraph', children: [{type: 'text', value: `[${number}] ${source || locale.text('references.missing')}`}]}))
    return row([cell([back]), cell(sources)])
  })
  const table: RootContent = {type: 'block', data: {hName: 'table', hProperties: {className: ['audit']}}, children: [{type: 'block', data: {hName: 'thead'}, children: [head]}, {type: 'block', data: {hName: 'tbody'}, children: rows}]}
  return [{id: 'audit', matter: 'back', role: 'audit', title, path: '', tree: {type: 'root', children: [{type: 'heading', depth, children: [{type: 'text', value: title}]}, table]}}]
}
