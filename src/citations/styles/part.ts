/** What a style returns: text with the few marks that references need. */
import type {PhrasingContent} from 'mdast'
import type {CslDate, CslItem, CslName} from '../../model/book.ts'
import {readRichText} from './rich-text.ts'

export type Part = string | {em: string} | {url: string; text?: string}

/** A style formats one item; it never numbers and never sorts. @returns undefined where it knows too little to print anything. */
export interface Style {
  name: string
  /** @param year As the text cites it, where it does: `2020a`. */
  format(item: CslItem, language: string, year?: string): Part[] | undefined
  /** Order of the list; default: by number. */
  sortKey?(item: CslItem, language: string): string
  /** The text cites by name and year. */
  inText?: InText
}

export interface InText {
  /** @returns undefined where too little is known: the source is cited by number. */
  who(item: CslItem, language: string): string | undefined
  /** BCP 47, of the list. */
  collation: string
}

export function toPhrasing(parts: Part[]): PhrasingContent[] {
  return parts.flatMap((part): PhrasingContent[] => {
    if (typeof part === 'string') return readRichText(part)
    if ('em' in part) return [{type: 'emphasis', children: readRichText(part.em, true)}]
    return [{type: 'link', url: part.url, children: [{type: 'text', value: part.text ?? part.url}]}]
  })
}

export function isChinese(language: string): boolean {
  return /^zh\b/i.test(language)
}

/** `2023-05-25`, `2003-11`, `1981`; a range of years as `1999/2001`. */
export function isoDate(date: CslDate | undefined): string | undefined {
  const parts = date?.['date-parts']
  if (!parts?.length) return date?.literal ?? date?.raw
  return parts.map((part) => part.map((number, index) => String(number).padStart(index === 0 ? 4 : 2, '0')).join('-')).join('/')
}

export function yearOf(date: CslDate | undefined): string | undefined {
  const year = date?.['date-parts']?.[0]?.[0]
  return year === undefined ? (date?.literal ?? date?.raw) : String(year)
}

/** Initials of given names: `Donald E.` → [D, E]; `Jean-Paul` → [J-P]. */
export function initialsOf(given: string): string[] {
  return given.split(/[\s.]+/).filter(Boolean).map((part) => part.split('-').map((piece) => [...piece][0] ?? '').join('-').toUpperCase())
}

export function isHanName({family, given, literal}: CslName): boolean {
  return /\p{Script=Han}/u.test(`${family ?? ''}${given ?? ''}${literal ?? ''}`)
}

/** `and others` of BibTeX, and what people write for it, at the end of the names: they are cut where the author cut them. */
export function cutNames(names: CslName[]): {names: CslName[]; cut: boolean} {
  const cut = /^(?:others|et al\.?|等)$/i.test(names.at(-1)?.literal ?? '')
  return {names: cut ? names.slice(0, -1) : names, cut}
}
