/** IEEE numeric, by the IEEE Editorial Style Manual; and an author–date order with the same entries. */
import type {CslItem, CslName} from '../../model/book.ts'
import {initialsOf, isHanName, type Part, type Style, yearOf} from './part.ts'

export const ieee: Style = {name: 'ieee', format}

const months = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sep.', 'Oct.', 'Nov.', 'Dec.']

function format(item: CslItem, language: string): Part[] | undefined {
  if (!item.title) return undefined
  const chinese = /^zh\b/i.test(language)
  const parts: Part[] = []
  const names = namesOf(item.author ?? item.editor ?? [], chinese)
  if (names) parts.push(`${names}, `)
  const whole = ['book', 'report', 'standard', 'thesis', 'software', 'map'].includes(item.type)
  if (whole) parts.push({em: item.title})
  else parts.push(`“${item.title}${/[?!]$/.test(item.title) ? '' : ','}” `)
  const facts = factsOf(item)
  const host = whole ? undefined : item['container-title']
  if (host) parts.push(...(item.type === 'paper-conference' ? ['in '] : []), {em: host})
  const tail = facts.filter(Boolean).join(', ')
  parts.push(tail ? `${host || whole ? ', ' : ''}${tail}.` : '.')
  if (item.DOI) parts.push(' doi: ', {url: `https://doi.org/${item.DOI}`, text: item.DOI}, '.')
  if (item.URL) {
    const accessed = dateOf(item.accessed)
    parts.push(accessed ? ` Accessed: ${accessed}. [Online]. Available: ` : ' [Online]. Available: ', {url: item.URL})
  }
  return parts
}

function factsOf(item: CslItem): (string | undefined)[] {
  const serial = ['article-journal', 'article-magazine', 'article-newspaper'].includes(item.type)
  const pages = item.page ? `${/[-–,]/.test(item.page) ? 'pp.' : 'p.'} ${item.page.replace(/-/g, '–')}` : undefined
  if (serial) return [item.volume === undefined ? undefined : `vol. ${item.volume}`, item.issue === undefined ? undefined : `no. ${item.issue}`, pages, dateOf(item.issued)]
  const imprint = [item['publisher-place'], item.publisher].filter(Boolean).join(': ')
  const kind = item.genre ?? undefined
  return [item.edition === undefined ? undefined : `${item.edition} ed.`, imprint || undefined, kind, item.number === undefined ? undefined : String(item.number), item.type === 'webpage' || item.type === 'post-weblog' ? dateOf(item.issued) : yearOf(item.issued), pages]
}

function dateOf(date: CslItem['issued']): string | undefined {
  const [year, month, day] = date?.['date-parts']?.[0] ?? []
  if (year === undefined) return date?.literal
  return [month === undefined ? undefined : `${months[month - 1] ?? ''}${day === undefined ? '' : ` ${day},`}`, year].filter(Boolean).join(' ')
}

/** More than six names: the first and et al. */
function namesOf(names: CslName[], chinese: boolean): string {
  const shown = names.map((name) => {
    if (name.literal !== undefined) return name.literal
    if (isHanName(name)) return `${name.family ?? ''}${name.given ?? ''}`
    return [...initialsOf(name.given ?? '').map((initial) => `${initial}.`), name.family].filter(Boolean).join(' ')
  })
  if (shown.length > 6) return `${shown[0]} ${chinese ? '等' : 'et al.'}`
  if (shown.length < 3) return shown.join(' and ')
  return `${shown.slice(0, -1).join(', ')}, and ${shown.at(-1)}`
}

export const authorDate: Style = {
  name: 'author-date',
  format: authorDateEntry,
  sortKey: (item) => `${namesOf(item.author ?? item.editor ?? [], false) || (item.title ?? '')} ${yearOf(item.issued) ?? ''}`,
}

/** Author (year). Title. Where. */
function authorDateEntry(item: CslItem): Part[] | undefined {
  if (!item.title) return undefined
  const names = (item.author ?? item.editor ?? []).map((name) => name.literal ?? (isHanName(name) ? `${name.family ?? ''}${name.given ?? ''}` : [name.family, initialsOf(name.given ?? '').map((initial) => `${initial}.`).join(' ')].filter(Boolean).join(', ')))
  const who = names.length > 20 ? `${names.slice(0, 19).join(', ')}, … ${names.at(-1)}` : names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}` : (names[0] ?? '')
  const year = yearOf(item.issued) ?? 'n.d.'
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
