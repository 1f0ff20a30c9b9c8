/** IEEE numeric, by the IEEE Reference Guide. */
import type {CslItem, CslName} from '../../model/book.ts'
import {initialsOf, isHanName, type Part, type Style, yearOf} from './part.ts'

export const ieee: Style = {name: 'ieee', format}

const months = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sep.', 'Oct.', 'Nov.', 'Dec.']
/** Set in italics; all others are parts of something, or unpublished, and stand in quotation marks. */
const works = new Set(['book', 'standard', 'software', 'map', 'dataset', 'periodical'])
const serials = new Set(['article-journal', 'article-magazine', 'article-newspaper'])

function format(item: CslItem, language: string): Part[] | undefined {
  if (!item.title) return undefined
  const chinese = /^zh\b/i.test(language)
  const hosted = item['container-title'] !== undefined && !works.has(item.type)
  const names = namesOf(item.author ?? (hosted ? [] : (item.editor ?? [])), chinese)
  const parts: Part[] = names ? [`${names}, `] : []
  const facts = factsOf(item, chinese)
  const alone = !works.has(item.type) && !hosted && facts === '' && !item.DOI
  if (works.has(item.type)) parts.push({em: item.title})
  else parts.push(`“${item.title}${/[?!]$/.test(item.title) ? '' : alone ? '.' : ','}”${alone ? '' : ' '}`)
  if (hosted) parts.push(...(serials.has(item.type) ? [] : ['in ']), {em: item['container-title'] ?? ''})
  const led = works.has(item.type) || hosted
  const tail = (facts.startsWith('. ') || !led ? '' : facts ? ', ' : '') + facts
  parts.push(tail)
  if (item.DOI) parts.push(tail === '' && !led ? 'doi: ' : ', doi: ', {url: `https://doi.org/${item.DOI}`, text: item.DOI})
  parts.push(alone || (/[.?!]$/.test(tail) && !item.DOI) ? '' : '.')
  if (item.URL) {
    const accessed = dateOf(item.accessed)
    parts.push(accessed ? ` Accessed: ${accessed}. [Online]. Available: ` : ' [Online]. Available: ', {url: item.URL})
  }
  return joinTexts(parts)
}

function joinTexts(parts: Part[]): Part[] {
  const result: Part[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part
    else if (part !== '') result.push(part)
  }
  return result
}

function factsOf(item: CslItem, chinese: boolean): string {
  const list = (...facts: (string | undefined | false)[]) => facts.filter(Boolean).join(', ')
  const {volume, issue, edition, publisher, number} = item
  const place = item['publisher-place']
  const vol = volume === undefined ? undefined : `vol. ${volume}`
  const pages = item.page ? `${/[-–,]/.test(item.page) ? 'pp.' : 'p.'} ${item.page.replace(/-/g, '–')}` : undefined
  const code = number === undefined ? undefined : String(number)
  if (serials.has(item.type)) return list(vol, issue !== undefined && `no. ${issue}`, pages, dateOf(item.issued))
  if (item.type === 'paper-conference') return list(place, dateOf(item.issued), pages)
  if (item.type === 'thesis') return list(item.genre, publisher, place, yearOf(item.issued))
  if (item.type === 'report') return list(publisher, place, [item.genre, code].filter(Boolean).join(' '), dateOf(item.issued), pages)
  if (['standard', 'patent'].includes(item.type)) return list(code, publisher, place, dateOf(item.issued))
  if (['book', 'chapter'].includes(item.type)) {
    const editors = item.author?.length && item.editor?.length ? `${namesOf(item.editor, chinese)}, ${item.editor.length > 1 ? 'Eds.' : 'Ed.'}` : undefined
    const before = list(edition !== undefined && `${ordinal(edition)} ed.`, vol, editors)
    const imprint = list([place, publisher].filter(Boolean).join(': '), yearOf(item.issued), pages)
    if (!imprint) return before
    return `${before}${before.endsWith('.') ? '' : '.'} ${imprint}`
  }
  return list([place, publisher].filter(Boolean).join(': '), item.genre, code, dateOf(item.issued), pages)
}

function ordinal(edition: string | number): string {
  const number = Number(edition)
  if (!Number.isInteger(number)) return String(edition).replace(/\s*ed(?:ition|\.)?$/i, '')
  return `${number}${number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`
}

function dateOf(date: CslItem['issued']): string | undefined {
  const [year, month, day] = date?.['date-parts']?.[0] ?? []
  if (year === undefined) return date?.literal
  return [month === undefined ? undefined : `${months[month - 1] ?? ''}${day === undefined ? '' : ` ${day},`}`, year].filter(Boolean).join(' ')
}

/** More than six names: the first and et al. */
export function namesOf(names: CslName[], chinese: boolean): string {
  const shown = names.map((name) => {
    if (name.literal !== undefined) return name.literal
    if (isHanName(name)) return `${name.family ?? ''}${name.given ?? ''}`
    return [...initialsOf(name.given ?? '').map((initial) => `${initial.replaceAll('-', '.-')}.`), name.family, name.suffix].filter(Boolean).join(' ')
  })
  if (shown.length > 6) return `${shown[0]} ${chinese ? '等' : 'et al.'}`
  if (shown.length < 3) return shown.join(' and ')
  return `${shown.slice(0, -1).join(', ')}, and ${shown.at(-1)}`
}
