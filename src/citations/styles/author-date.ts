/** Author–date, in the manner of APA 7. */
import type {CslItem} from '../../model/book.ts'
import {cutNames, initialsOf, isHanName, type Part, type Style, yearOf} from './part.ts'
import {whoByApa} from './who.ts'

export const authorDate: Style = {
  name: 'author-date',
  format: authorDateEntry,
  sortKey: (item) => `${(item.author ?? item.editor ?? []).map(({family, given, literal}) => literal ?? [family, given].filter(Boolean).join(' ')).join(', ') || (item.title ?? '')} ${yearOf(item.issued) ?? ''} ${item.title ?? ''}`,
  inText: {who: whoByApa, collation: 'en'},
}

/** Author (year). Title. Where. */
function authorDateEntry(item: CslItem, _language: string, printedYear?: string): Part[] | undefined {
  if (!item.title) return undefined
  const {names: known, cut} = cutNames(item.author ?? item.editor ?? [])
  const names = known.map((name) => name.literal ?? (isHanName(name) ? `${name.family ?? ''}${name.given ?? ''}` : [name.family, initialsOf(name.given ?? '').map((initial) => `${initial}.`).join(' ')].filter(Boolean).join(', ')))
  const who = cut && names.length > 0 ? `${names.join(', ')}, ${known.every(isHanName) ? '等' : 'et al.'}` : names.length > 20 ? `${names.slice(0, 19).join(', ')}, … ${names.at(-1)}` : names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}` : (names[0] ?? '')
  const year = printedYear ?? yearOf(item.issued) ?? 'n.d.'
  const host = item['container-title']
  const parts: Part[] = who ? [`${who}${who.endsWith('.') ? '' : '.'} (${year}). `] : []
  parts.push(host ? `${item.title}. ` : {em: item.title})
  if (!who) parts.push(`${host ? '' : '. '}(${year})`)
  if (host) parts.push({em: host}, item.volume === undefined ? '' : `, ${item.volume}${item.issue === undefined ? '' : `(${item.issue})`}`, item.page ? `, ${item.page.replace(/-/g, '–')}` : '')
  parts.push(item.publisher && !host ? `. ${item.publisher}.` : '.')
  if (item.DOI) parts.push(' ', {url: `https://doi.org/${item.DOI}`})
  else if (item.URL) parts.push(' ', {url: item.URL})
  return parts
}
