/** Type and carrier marks: `[M]`, `[J/OL]`. GB/T 7714—2015 annex B; 2025 adds PP for preprints. */
import type {CslItem, CslName} from '../../../model/book.ts'
import type {Edition} from './setting.ts'

/** By CSL type. Not listed: EB where it is online, Z where it is not. */
const marks: Record<string, string> = {
  'article-journal': 'J', 'article-magazine': 'J', review: 'J', 'review-book': 'J', periodical: 'J', 'article-newspaper': 'N',
  book: 'M', chapter: 'M', 'entry-encyclopedia': 'M', 'entry-dictionary': 'M', classic: 'M',
  'paper-conference': 'C', thesis: 'D', report: 'R', standard: 'S', patent: 'P', dataset: 'DS', software: 'CP', map: 'CM', collection: 'G',
  webpage: 'EB', post: 'EB', 'post-weblog': 'EB', manuscript: 'A', legislation: 'A', bill: 'A', regulation: 'A',
}
const proceedings = /^(?:proceedings|conference proceedings|会议录|论文集|会议论文集)$/iu
const database = /^(?:database|数据库)$/iu
const preprint = /preprint|预印本|arxiv|biorxiv|medrxiv|ssrn|chinaxiv|psssxiv/iu

export function markOf(item: CslItem, edition: Edition): string {
  const {type, genre = ''} = item
  if (isPreprint(item)) return edition === 2025 ? 'PP' : 'EB'
  if (type === 'book' && proceedings.test(genre)) return 'C'
  if (database.test(genre)) return 'DB'
  return marks[type] ?? (isOnline(item) ? 'EB' : 'Z')
}

export function typeMark(item: CslItem, edition: Edition): string {
  const mark = markOf(item, edition)
  const medium = typeof item.medium === 'string' && /^[A-Z]{2}$/.test(item.medium) ? item.medium : isOnline(item) || mark === 'EB' ? 'OL' : ''
  return `[${mark}${medium ? `/${medium}` : ''}]`
}

function isOnline({URL: url, DOI: doi}: CslItem): boolean {
  return url !== undefined || doi !== undefined
}

/** CSL 1.0.2: `article` is for preprints and working papers. */
function isPreprint({type, genre, publisher, URL: url, archive}: CslItem): boolean {
  return type === 'article' || (type === 'manuscript' && preprint.test(`${genre ?? ''} ${publisher ?? ''} ${archive ?? ''} ${url ?? ''}`))
}

/** Stands in another work: what is said of place, publisher and edition is said of that work. */
export function isHosted({type, 'container-title': host}: CslItem): boolean {
  return ['chapter', 'paper-conference', 'entry-encyclopedia', 'entry-dictionary'].includes(type) || (type === 'map' && host !== undefined)
}

/** Who made it; of a part of another work, those who made the part. */
export function makersOf(item: CslItem): CslName[] {
  return item.author ?? (isHosted(item) ? [] : (item.editor ?? []))
}

/** Its number stands behind its title. */
export function isPublishedNumber({type}: CslItem, edition: Edition): boolean {
  return ['report', 'patent', 'manuscript', 'legislation', 'bill', 'regulation'].includes(type) || (type === 'standard' && edition === 2015)
}
