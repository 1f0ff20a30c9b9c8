/** IEEE numeric, by the IEEE Reference Guide. */
import type {CslItem} from '../../model/book.ts'
import {dataSet, pages, webPage} from './ieee-online.ts'
import {available, dateOf, houseOf, joinTexts, namesOf} from './ieee-parts.ts'
import {isChinese, type Part, type Style, yearOf} from './part.ts'

export const ieee: Style = {name: 'ieee', format}

/** Set in italics; all others are parts of something, or unpublished, and stand in quotation marks. */
const works = new Set(['book', 'standard', 'software', 'map', 'periodical'])
const serials = new Set(['article-journal', 'article-magazine', 'article-newspaper'])

function format(item: CslItem, language: string): Part[] | undefined {
  if (!item.title) return undefined
  const chinese = isChinese(language)
  const hosted = item['container-title'] !== undefined && !works.has(item.type)
  const names = namesOf(item.author ?? (hosted ? [] : (item.editor ?? [])), chinese)
  if (pages.has(item.type)) return webPage(item, names)
  if (item.type === 'dataset') return dataSet(item, names)
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
  return joinTexts([...parts, ...available(item)])
}

function list(...facts: (string | undefined | false)[]): string {
  return facts.filter(Boolean).join(', ')
}

function factsOf(item: CslItem, chinese: boolean): string {
  const {volume, issue, publisher, number} = item
  const place = item['publisher-place']
  const vol = volume === undefined ? undefined : `vol. ${volume}`
  const pages = pagesOf(item)
  const code = number === undefined ? undefined : String(number)
  if (serials.has(item.type)) return list(vol, issue !== undefined && `no. ${issue}`, pages, dateOf(item.issued))
  if (item.type === 'paper-conference') return list(place, dateOf(item.issued), pages)
  if (item.type === 'thesis') return list(item.genre, publisher, place, yearOf(item.issued))
  if (item.type === 'report') return list(publisher, place, [item.genre, code].filter(Boolean).join(' '), dateOf(item.issued), pages)
  if (['standard', 'patent'].includes(item.type)) return list(code, publisher, place, dateOf(item.issued))
  if (['book', 'chapter'].includes(item.type)) return published(list(...editionOf(item), vol, editorsOf(item, chinese)), list(houseOf(item), yearOf(item.issued), pages))
  if (item.type === 'software') return published(item.version === undefined ? '' : `ver. ${item.version}`, list(houseOf(item), dateOf(item.issued)))
  if (item.type === 'map') return published(typeof item.scale === 'string' ? `. Scale ${item.scale.replace('∶', ':')}` : '', list(houseOf(item), yearOf(item.issued), pages))
  return list(houseOf(item), item.genre, code, dateOf(item.issued), pages)
}

function pagesOf({page}: CslItem): string | undefined {
  return page ? `${/[-–,]/.test(page) ? 'pp.' : 'p.'} ${page.replace(/-/g, '–')}` : undefined
}

function editionOf({edition}: CslItem): string[] {
  if (typeof edition === 'string' && /\p{Script=Han}/u.test(edition)) return [edition] // 第2版 says so itself
  return edition === undefined ? [] : [`${ordinal(edition)} ed.`]
}

function editorsOf({author, editor}: CslItem, chinese: boolean): string | undefined {
  return author?.length && editor?.length ? `${namesOf(editor, chinese)}, ${editor.length > 1 ? 'Eds.' : 'Ed.'}` : undefined
}

/** `2nd ed. New York: Wiley, 1964`: who published it opens a sentence. */
function published(before: string, imprint: string): string {
  return imprint === '' ? before : `${before}${before.endsWith('.') ? '' : '.'} ${imprint}`
}

function ordinal(edition: string | number): string {
  const number = Number(edition)
  if (!Number.isInteger(number)) return String(edition).replace(/\s*ed(?:ition|\.)?$/i, '')
  return `${number}${number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`
}
