/** GB/T 7714, 2015 and 2025: by number (顺序编码制), and by author and year (著者-出版年制).
 *
 * The two differ in punctuation (2025: full-width but for the full stop and square brackets), in upper-casing of family
 * names (2015 only), in the form of standards, in dates of access (2025: only of what may change) and in type marks. */
import type {CslItem} from '../../../model/book.ts'
import {isChinese, type Part, type Style, yearOf} from '../part.ts'
import {whoByGb, whoUnknown} from '../who.ts'
import {imprint} from './imprint.ts'
import {isHosted, isPublishedNumber, makersOf, markOf, typeMark} from './marks.ts'
import {creators, translators} from './names.ts'
import type {Edition, Setting} from './setting.ts'

const halfWidth = {comma: ', ', colon: ': ', open: '(', close: ')'}
const fullWidth = {comma: '，', colon: '：', open: '（', close: '）'}

export function gbT7714(edition: Edition): Style {
  return {name: `gb-t-7714-${edition}`, format: (item, language) => format({item, language, edition, ...(edition === 2025 ? fullWidth : halfWidth)})}
}

/** 2025, by author and year. The list goes by language, then by names. */
export const gbAuthorDate: Style = {
  name: 'author-date',
  format: (item, language, year) => format({item, language, edition: 2025, ...fullWidth, ...(year === undefined ? {} : {year})}),
  sortKey: (item, language) => `${rankOfScript(item, language)} ${makersOf(item).map(({family, given, literal}) => literal ?? [family, given].filter(Boolean).join(isChinese(language) ? '' : ' ')).join(', ') || whoUnknown(item, language)} ${yearOf(item.issued) ?? ''} ${item.title ?? ''}`,
  inText: {who: whoByGb, collation: 'zh-u-co-pinyin'},
}

/** Chinese, Japanese, Western, Russian, others. */
function rankOfScript({author, title = ''}: CslItem, language: string): number {
  const tag = language.split('-')[0]?.toLowerCase() ?? ''
  if (tag === 'zh') return 0
  if (tag === 'ja') return 1
  const words = `${author?.[0]?.family ?? author?.[0]?.literal ?? ''} ${title}`
  return /\p{Script=Cyrillic}/u.test(words) ? 3 : /\p{Script=Latin}/u.test(words) ? 2 : 4
}

function format(setting: Setting): Part[] | undefined {
  const {item, edition, colon} = setting
  if (!item.title) return undefined
  const {URL: url, DOI: doi} = item
  const sentences: Part[][] = [...opening(setting), [editionOf(setting)], [versionOf(setting)], [imprint(setting)]]
  if (typeof item.dimensions === 'string') sentences.push([item.dimensions])
  if (url) sentences.push([{url}])
  if (doi && !url?.toLowerCase().includes(doi.toLowerCase())) sentences.push([`DOI${colon.trimEnd()}`, {url: `https://doi.org/${doi}`, text: doi}])
  if (typeof item.CSTR === 'string' && edition === 2025 && !url?.includes(item.CSTR)) sentences.push([`CSTR${colon}${item.CSTR}`])
  return join(sentences)
}

/** Who made it, its title and type, who translated it, and the work that holds it. GB/T 7714—2025 8.9: a standard is its number and title. */
function opening(setting: Setting): Part[][] {
  const {item, edition, year, language, comma} = setting
  const translated = translators(setting)
  if (item.type === 'standard' && edition === 2025 && year === undefined) return [[[item.number, titled(item, setting)].filter(Boolean).join(' ') + typeMark(item, edition)]]
  const own = creators(makersOf(item), setting)
  const named = [titleOf(setting) + typeMark(item, edition)]
  if (year !== undefined) return [[(own || whoUnknown(item, language)) + comma + year], own && item.type === 'standard' ? [[item.number, ...named].filter(Boolean).join(' ')] : named, [translated], ...hostOf(setting)]
  return [[own], named, [translated], ...hostOf(setting)]
}

/** `//许厚泽，赵其国. 长江流域洪涝灾害与科技对策` */
function hostOf(setting: Setting): Part[][] {
  const {item} = setting
  const host = item['container-title']
  if (!isHosted(item) || !host) return []
  const makers = creators((item['container-author'] as CslItem['author']) ?? item.editor ?? [], setting) // tidied with the other names
  const title = `${widen(host, setting)}${volumeOf(setting)}`
  return makers ? [[`//${makers}`], [title]] : [[`//${title}`]]
}

/** Elements are parted by a full stop and a space; none is doubled. */
function join(sentences: Part[][]): Part[] {
  const parts: Part[] = []
  for (const sentence of sentences) {
    const [first] = sentence
    if (first === undefined || first === '') continue
    const last = parts.at(-1)
    if (typeof first === 'string' && /^(?:\/\/|，|, )/.test(first)) {
      // the host follows the type mark without a space: `[C]//Proceedings`; a year may follow the host
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

/** With what belongs to the title: a volume, the scale of a map, the number of a report, a patent or an archive. */
function titleOf(setting: Setting): string {
  const {item, colon, edition} = setting
  const number = item.number ?? item.archive_location
  const volume = item.type === 'book' ? volumeOf(setting) : ''
  const scale = typeof item.scale === 'string' ? `. ${item.scale}` : ''
  return titled(item, setting) + volume + scale + (number !== undefined && isPublishedNumber(item, edition) ? `${colon}${String(number)}` : '')
}

function titled(item: CslItem, setting: Setting): string {
  return widen(item.title ?? '', setting)
}

/** `：第4卷`, `：v.1`; words as they are. */
function volumeOf({item, language, colon}: Setting): string {
  const {volume} = item
  if (volume === undefined) return ''
  const text = String(volume)
  if (!/^\d+$/.test(text)) return colon + text
  return colon + (isChinese(language) ? `第${text}卷` : `v.${text}`)
}

/** GB/T 7714—2025: colons of the reference are full-width, in Latin titles too. */
function widen(text: string, {edition}: Setting): string {
  return edition === 2025 ? text.replace(/: /g, '：') : text
}

function editionOf({item, language}: Setting): string {
  if (item.edition === undefined) return ''
  const text = String(item.edition)
  if (/^(?:1|1st|first|第?[1一]版?)$/i.test(text)) return '' // the first is not named
  const number = Number(text)
  if (!Number.isInteger(number)) return text
  if (isChinese(language)) return `${text}版`
  const suffix = number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${text}${suffix} ed`
}

/** Of data, programs and preprints. */
function versionOf({item, edition}: Setting): string {
  if (item.version === undefined) return ''
  const text = String(item.version)
  return ['DS', 'CP', 'PP'].includes(markOf(item, edition)) && /^\d/.test(text) ? `V${text}` : text
}
