/** Whom the text names for a source, where it cites by name and year. */
import type {CslItem, CslName} from '../../model/book.ts'
import {makersOf} from './gb-t-7714/marks.ts'
import {cutNames, isHanName, yearOf} from './part.ts'
import {plainOf} from './rich-text.ts'

/** GB/T 7714, 著者-出版年制: of several the first one only, with 等 for Chinese and et al. for others; names in Han are given in
 * full. Where it is not known who made it, 佚名 or Anon stands there; a standard has its number instead.
 * @returns undefined where neither who made it nor when is known: it is cited by number. */
export function whoByGb(item: CslItem, language: string): string | undefined {
  const {names, cut} = cutNames(makersOf(item))
  const [first] = names
  if (!first) return yearOf(item.issued) === undefined ? undefined : whoUnknown(item, language)
  const others = cut || names.length > 1
  return `${shortName(first)}${others ? (isHanName(first) ? '等' : ' et al.') : ''}`
}

export function whoUnknown({type, number}: CslItem, language: string): string {
  if (type === 'standard' && number !== undefined) return String(number)
  return /^(?:zh|ja)\b/i.test(language) ? '佚名' : 'Anon'
}

/** APA 7, 8.17: two are both named, of more the first one. 8.14: without an author its title stands there, cut to a few words. */
export function whoByApa(item: CslItem): string | undefined {
  const {names, cut} = cutNames(item.author ?? item.editor ?? [])
  const [first, second] = names
  if (!first) return yearOf(item.issued) === undefined ? undefined : `“${fewWords(plainOf(item.title ?? ''))}”`
  if (cut || names.length > 2) return `${shortName(first)} et al.`
  return second ? `${shortName(first)} & ${shortName(second)}` : shortName(first)
}

/** Of all who made it. */
export function shortNames(item: CslItem): string[] {
  return cutNames(makersOf(item)).names.map(shortName)
}

function shortName(name: CslName): string {
  if (name.literal !== undefined) return name.literal
  return isHanName(name) ? `${name.family ?? ''}${name.given ?? ''}` : (name.family ?? name.given ?? '')
}

function fewWords(title: string): string {
  const words = title.split(/\s+/)
  return words.length <= 6 ? title : `${words.slice(0, 4).join(' ').replace(/[\p{P}]+$/u, '')} …`
}
