/** GB/T 7714 numeric, 2015 and 2025.
 *
 * The two differ in punctuation (2025: full-width but for the full stop and square brackets), in upper-casing of family
 * names (2015 only) and in type marks (2025 adds [PP] for preprints). 等 or et al. follows the item's own language. */
import type {CslItem, CslName} from '../../model/book.ts'
import {initialsOf, isChinese, isHanName, isoDate, type Part, type Style, yearOf} from './part.ts'

export type Edition = 2015 | 2025

/** GB/T 7714—2015 annex B (type marks); 2025 adds PP. By CSL type. */
const marks: Record<string, string> = {
  'article-journal': 'J', 'article-magazine': 'J', 'article-newspaper': 'N', book: 'M', chapter: 'M', 'entry-encyclopedia': 'M', 'entry-dictionary': 'M', classic: 'M',
  'paper-conference': 'C', thesis: 'D', report: 'R', standard: 'S', patent: 'P', dataset: 'DS', software: 'CP', map: 'CM', collection: 'G',
  webpage: 'EB', post: 'EB', 'post-weblog': 'EB', article: 'A', manuscript: 'A', legislation: 'A', bill: 'A', regulation: 'A', document: 'Z',
}

interface Marks {comma: string; colon: string; open: string; close: string}
const halfWidth: Marks = {comma: ', ', colon: ': ', open: '(', close: ')'}
const fullWidth: Marks = {comma: '，', colon: '：', open: '（', close: '）'}

export function gbT7714(edition: Edition): Style {
  return {name: `gb-t-7714-${edition}`, format: (item, language) => format(item, language, edition)}
}

function format(item: CslItem, language: string, edition: Edition): Part[] | undefined {
  if (!item.title) return undefined
  const marks = edition === 2025 ? fullWidth : halfWidth
  const sentences: Part[][] = [[creators(item.author ?? item.editor ?? [], language, edition, marks)], [titleOf(item, edition, marks) + typeMark(item, edition)]]
  const translators = item.translator?.length ? creators(item.translator, language, edition, marks) : ''
  if (translators) sentences.push([`${translators}${isChinese(language) ? `${marks.comma.trimEnd()}${edition === 2025 ? '' : ' '}译` : `${marks.comma}trans`}`])
  if (item.edition !== undefined && !isFirst(item.edition)) sentences.push([editionOf(item.edition, language)])
  sentences.push([imprint(item, edition, marks)])
  const url = item.URL
  if (url) sentences.push([{url}])
  const doi = item.DOI
  if (doi && !url?.toLowerCase().includes(doi.toLowerCase())) sentences.push([`DOI${marks.colon.trimEnd()}`, {url: `https://doi.org/${doi}`, text: doi}])
  return join(sentences)
}

/** Elements are parted by a full stop and a space; none is doubled. */
function join(sentences: Part[][]): Part[] {
  const parts: Part[] = []
  for (const sentence of sentences) {
    const [first] = sentence
    if (first === undefined || first === '') continue
    const last = parts.at(-1)
    if (typeof first === 'string' && first.startsWith('//')) {
      // the host follows the type mark without a space: `[C]//Proceedings`
    } else if (typeof last === 'string') parts[parts.length - 1] = /[.?!。？！]$/.test(last) ? `${last} ` : `${last}. `
    else if (last !== undefined) parts.push('. ')
    for (const part of sentence) {
      const before = parts.at(-1)
      if (typeof part === 'string' && typeof before === 'string') parts[parts.length - 1] = before + part
      else parts.push(part)
    }
  }
  const last = parts.at(-1)
  if (typeof last === 'string') parts[parts.length - 1] = /[.。]$/.test(last) ? last : `${last}.`
  else parts.push('.')
  return parts
}

/** At most three names, then 等 or et al. */
function creators(names: CslName[], language: string, edition: Edition, {comma}: Marks): string {
  const shown = names.slice(0, 3).map((name) => nameOf(name, edition))
  if (names.length > 3) shown.push(names.every(isHanName) || (isChinese(language) && names.some(isHanName)) ? '等' : 'et al')
  return shown.join(comma)
}

function nameOf(name: CslName, edition: Edition): string {
  const {family = '', given = '', literal} = name
  if (literal !== undefined) return literal
  if (isHanName(name)) return family + given
  const shown = edition === 2015 ? family.toUpperCase() : family
  return [shown, ...initialsOf(given)].filter(Boolean).join(' ')
}

function titleOf(item: CslItem, edition: Edition, {colon}: Marks): string {
  const title = edition === 2025 ? widen(item.title ?? '') : (item.title ?? '')
  const number = item.number === undefined || !['standard', 'report', 'patent'].includes(item.type) ? '' : `${colon}${item.number}`
  const version = item.version === undefined ? '' : ` ${String(item.version)}`
  return title + version + number
}

/** GB/T 7714—2025: colons and commas of the reference are full-width, in Latin titles too. */
function widen(text: string): string {
  return text.replace(/: /g, '：')
}

function typeMark(item: CslItem, edition: Edition): string {
  const online = item.URL !== undefined || item.DOI !== undefined
  const preprint = isPreprint(item)
  const mark = preprint ? (edition === 2025 ? 'PP' : 'EB') : (marks[item.type] ?? 'Z')
  const medium = typeof item.medium === 'string' && /^[A-Z]{2}$/.test(item.medium) ? item.medium : online || mark === 'EB' ? 'OL' : ''
  return `[${mark}${medium ? `/${medium}` : ''}]`
}

function isPreprint({type, genre, publisher, URL: url, archive}: CslItem): boolean {
  return (type === 'article' || type === 'manuscript') && /preprint|预印本|arxiv|biorxiv|medrxiv|ssrn|chinaxiv/iu.test(`${genre ?? ''} ${publisher ?? ''} ${archive ?? ''} ${url ?? ''}`)
}

function isFirst(edition: string | number): boolean {
  return /^(?:1|1st|first|第?[1一]版?)$/i.test(String(edition))
}

function editionOf(edition: string | number, language: string): string {
  const text = String(edition)
  const number = Number(text)
  if (!Number.isInteger(number)) return text
  if (isChinese(language)) return `${text}版`
  const suffix = number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${text}${suffix} ed`
}

/** Where and when: a serial's name, year, volume and pages; or place, publisher and year; with dates of an online source. */
function imprint(item: CslItem, edition: Edition, marks: Marks): string {
  const {comma, colon, open, close} = marks
  const year = yearOf(item.issued)
  const accessed = isoDate(item.accessed)
  const visited = accessed ? `[${accessed}]` : ''
  const pages = item.page ? `${colon}${item.page}` : ''
  if (['article-journal', 'article-magazine'].includes(item.type)) {
    const volume = `${item.volume ?? ''}${item.issue === undefined ? '' : `${open}${item.issue}${close}`}`
    return [edition === 2025 ? widen(item['container-title'] ?? '') : item['container-title'], year, volume].filter(Boolean).join(comma) + pages + visited
  }
  if (item.type === 'article-newspaper') return [item['container-title'], isoDate(item.issued)].filter(Boolean).join(comma) + (item.page ? `${open}${item.page}${close}` : '') + visited
  if (['webpage', 'post', 'post-weblog', 'article', 'software', 'dataset', 'manuscript'].includes(item.type)) {
    const date = isoDate(item.issued)
    const place = [item['publisher-place'], item.publisher ?? item['container-title']].filter(Boolean).join(colon)
    const dated = date && date.length > 4 ? `${open}${date}${close}` : ''
    return (dated ? place : [place, date].filter(Boolean).join(comma)) + dated + visited
  }
  const host = item['container-title'] ? `${edition === 2025 ? widen(item['container-title']) : item['container-title']}. ` : ''
  const hosted = host && ['chapter', 'paper-conference', 'entry-encyclopedia', 'entry-dictionary'].includes(item.type) ? `//${host}` : host
  const printed = [[item['publisher-place'], item.publisher].filter(Boolean).join(colon), dateOf(item)].filter(Boolean).join(comma)
  return hosted + (printed ? printed + pages : pages.replace(/^[:：]\s*/, '')) + visited
}

/** A patent and a law are dated to the day. */
function dateOf(item: CslItem): string | undefined {
  return item.type === 'patent' || item.type === 'legislation' ? isoDate(item.issued) : yearOf(item.issued)
}
