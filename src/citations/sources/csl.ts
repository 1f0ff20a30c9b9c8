/** CSL-JSON as people write it → CSL-JSON as it is meant: dates as parts, names as names. */
import type {CslDate, CslItem, CslName} from '../../model/book.ts'
import {tagOf} from './languages.ts'

const nameFields = ['author', 'editor', 'translator', 'contributor', 'collection-editor', 'container-author', 'director', 'inventor'] as const
const dateFields = ['issued', 'accessed', 'available-date', 'original-date', 'submitted', 'event-date'] as const
const textFields = ['title', 'publisher', 'publisher-place', 'container-title', 'genre', 'medium', 'note', 'archive', 'event-title', 'page', 'version', 'collection-title'] as const

export function tidyItem(raw: Record<string, unknown>): CslItem {
  const item: CslItem = {...raw, type: typeof raw.type === 'string' ? raw.type : 'document'}
  if (raw.id !== undefined) item.id = String(raw.id)
  for (const field of nameFields) if (raw[field] !== undefined) item[field] = tidyNames(raw[field])
  for (const field of dateFields) if (raw[field] !== undefined) item[field] = tidyDate(raw[field])
  for (const field of textFields) if (raw[field] !== undefined) item[field] = oneText(raw[field])
  for (const field of ['URL', 'DOI', 'ISBN', 'language', 'number', 'volume', 'issue', 'edition']) if (raw[field] !== undefined) item[field] = oneText(raw[field])
  if (item.language) item.language = tagOf(item.language)
  if (item.DOI) item.DOI = item.DOI.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)(?=10\.)/i, '') // as many exports have it; styles print the rest
  return item
}

function oneText(value: unknown): string {
  return String(Array.isArray(value) ? value[0] : value).trim()
}

function tidyNames(value: unknown): CslName[] {
  const names: unknown[] = Array.isArray(value) ? value : [value]
  return names.flatMap((name): CslName[] => {
    if (typeof name === 'string') return [{literal: name}]
    if (typeof name !== 'object' || name === null) return []
    const {family, given, literal, name: plain, 'non-dropping-particle': particle, suffix} = name as Record<string, unknown> // any field may be absent or odd
    if (typeof literal === 'string') return [{literal}]
    if (typeof plain === 'string') return [{literal: plain}]
    if (typeof family !== 'string') return typeof given === 'string' ? [{literal: given}] : []
    return [{family: typeof particle === 'string' ? `${particle} ${family}` : family, ...(typeof given === 'string' ? {given} : {}), ...(typeof suffix === 'string' ? {suffix} : {})}]
  })
}

/** `2003-11`, 2003, `1984/`, `{year: 2003}`, a Date of a YAML reader, or CSL's own form. */
function tidyDate(value: unknown): CslDate {
  if (typeof value === 'number') return {'date-parts': [[value]]}
  if (value instanceof Date) return tidyDate(value.toISOString().slice(0, 10))
  if (typeof value === 'string') {
    const open = /^(\d{4})\/(?:\.\.)?$/.exec(value.trim())?.[1] // EDTF: it goes on
    if (open !== undefined) return {'date-parts': [[Number(open)], []]}
    const range = value.trim().split('/').map((part) => /^(-?\d{4})(?:[-年./](\d{1,2})(?:[-月./](\d{1,2})日?)?)?(?:年|月)?$/.exec(part.trim()))
    const parts = range.map((match) => match?.slice(1).filter((part) => part !== undefined).map(Number) ?? [])
    return parts.every((part) => part.length > 0) ? {'date-parts': parts} : {literal: value.trim()}
  }
  if (Array.isArray(value)) return tidyDate(value[0])
  if (typeof value !== 'object' || value === null) return {}
  const {'date-parts': parts, literal, raw, year, month, day} = value as Record<string, unknown>
  if (Array.isArray(parts)) return {'date-parts': parts.map((part: unknown) => (Array.isArray(part) ? part : [part]).map(Number).filter(Number.isFinite))}
  if (typeof raw === 'string') return tidyDate(raw)
  if (typeof literal === 'string') return {literal}
  const own = [year, month, day].filter((part) => part !== undefined).map(Number)
  return own.length > 0 ? {'date-parts': [own]} : {}
}

/** @returns BCP 47 primary tag by the item's own word, else by its title; undefined where there are no words. */
export function languageOf(item: CslItem | undefined, text = ''): string | undefined {
  if (item?.language) return item.language
  const shown = item ? [item.title, item['container-title'], ...(item.author ?? []).map(({family, literal}) => family ?? literal)].filter(Boolean).join(' ') : text
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(shown)) return 'ja'
  if (/\p{Script=Han}/u.test(shown)) return 'zh'
  return /\p{Script=Latin}/u.test(shown) ? 'en' : undefined
}

export function spoken(lang: string | undefined): {lang?: string} {
  return lang === undefined ? {} : {lang}
}
