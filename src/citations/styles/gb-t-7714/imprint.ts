/** Where and when: a serial's name, year, volume and pages; or place, publisher and year; with the dates of an online source. */
import type {CslItem} from '../../../model/book.ts'
import {isoDate, yearOf} from '../part.ts'
import type {Setting} from './setting.ts'
import {isHosted, markOf} from './marks.ts'

export function imprint(setting: Setting): string {
  const {item, edition} = setting
  const mark = markOf(item, edition)
  if (mark === 'S' && edition === 2025) return ''
  if (item.type === 'periodical') return wholeSerial(setting)
  if (mark === 'J') return serial(setting)
  if (mark === 'N') return newspaper(setting)
  if (['EB', 'DS', 'PP', 'CP', 'DB'].includes(mark)) return online(setting)
  return published(setting, unlessYear(dateOf(setting, mark), setting))
}

/** GB/T 7714—2025: only for what may change, a web page, data, a program or a preprint; 2015: for all that is online. */
function visited({item, edition}: Setting): string {
  const date = isoDate(item.accessed)
  return date && (edition === 2015 || ['EB', 'DS', 'PP', 'CP', 'DB'].includes(markOf(item, edition))) ? `[${date}]` : ''
}

/** `刊名，2024，47（3）：501-530`; `刊名，2013（1）：56-75`; `刊名，2024-05-09` where it is published ahead of its issue. */
function serial(setting: Setting): string {
  const {item, comma, colon, open, close, edition} = setting
  const issue = item.issue === undefined ? '' : `${open}${item.issue}${close}`
  const ahead = edition === 2025 && item.volume === undefined && issue === '' && !item.page
  const year = ahead ? unlessYear(isoDate(item.issued), setting) : unlessYear(yearOf(item.issued), setting)
  const dated = item.volume === undefined ? [`${year ?? ''}${issue}`] : [year, `${item.volume}${issue}`]
  return [widened(item['container-title'], setting), ...dated].filter(Boolean).join(comma) + (item.page ? `${colon}${item.page}` : '') + visited(setting)
}

/** By author and year, a bare year stands behind the names already. */
function unlessYear(date: string | undefined, {year, item}: Setting): string | undefined {
  return year !== undefined && date === yearOf(item.issued) ? undefined : date
}

/** `1984，1（1）—. 武汉：中华医学会湖北分会，1984—`: from its first number to its last, `issue: 1/4`; one that goes on has no last.
 * The dash is 2025's; 2015 (4.3.2, 6.2) has a hyphen. */
function wholeSerial(setting: Setting): string {
  const {item, comma, open, close, edition} = setting
  const [first, last] = item.issued?.['date-parts'] ?? []
  const dash = edition === 2025 ? '—' : '-'
  const year = `${first?.[0] ?? yearOf(item.issued) ?? ''}${last ? `${dash}${last[0] ?? ''}` : ''}`
  if (!last || (item.volume === undefined && item.issue === undefined)) return published(setting, year)
  const [volumes, issues] = [item.volume, item.issue].map((value) => (value === undefined ? [] : String(value).split('/')))
  const span = [first, last].map((parts, end) => {
    const [volume, issue] = [volumes?.[end] ?? '', issues?.[end] ? `${open}${issues[end]}${close}` : '']
    return parts?.[0] === undefined ? '' : volume ? `${parts[0]}${comma}${volume}${issue}` : `${parts[0]}${issue}`
  })
  return `${span.join(dash)}. ${published(setting, year)}`
}

function newspaper(setting: Setting): string {
  const {item, comma, open, close} = setting
  return [item['container-title'], unlessYear(isoDate(item.issued), setting)].filter(Boolean).join(comma) + (item.page ? `${open}${item.page}${close}` : '') + visited(setting)
}

/** `国家青藏高原科学数据中心（2012）[2025-07-15]` */
function online(setting: Setting): string {
  const {item, comma, colon, open, close, edition} = setting
  const date = unlessYear(isoDate(item.issued), setting)
  const place = [item['publisher-place'], item.publisher ?? item['container-title']].filter(Boolean).join(colon)
  const bracketed = date !== undefined && (edition === 2025 || date.length > 4)
  return (bracketed ? `${place}${open}${date}${close}` : [place, date].filter(Boolean).join(comma)) + visited(setting)
}

function published(setting: Setting, date: string | undefined): string {
  const {item, comma, colon, edition} = setting
  const house = item.publisher ?? (item.type === 'manuscript' ? item.archive : undefined)
  const place = item['publisher-place'] ?? (item.type === 'manuscript' ? item['archive-place'] : undefined)
  const printed = [[place, house].filter(Boolean).join(colon), date].filter(Boolean).join(comma)
  const host = !isHosted(item) && item['container-title'] ? `${widened(item['container-title'], setting)}. ` : ''
  const pages = item.page ? `${printed ? colon : ''}${item.page}` : ''
  const text = host + printed + pages + visited(setting)
  // 2025, 8.6.3: a conference without a publisher is followed by its year
  return edition === 2025 && isHosted(item) && !house && !place && date && item['container-title'] && item.edition === undefined ? `${comma}${text}` : text
}

/** Patents, archives and laws are dated to the day; in 2025 reports too. */
function dateOf({item, edition, open, close}: Setting, mark: string): string | undefined {
  const date = isoDate(item.issued)
  if (mark === 'P' || (mark === 'A' && edition === 2025)) return date
  if (mark === 'R' && edition === 2025) return date
  if ((mark === 'R' || mark === 'A') && date && date.length > 4 && !item.publisher) return `${open}${date}${close}`
  return yearOf(item.issued)
}

function widened(text: CslItem['container-title'], {edition}: Setting): string {
  return edition === 2025 ? (text ?? '').replace(/: /g, '：') : (text ?? '')
}
