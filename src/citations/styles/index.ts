/** Styles by name. */
import type {CitationStyle} from '../../model/config.ts'
import {authorDate} from './author-date.ts'
import {isCsl} from './csl/index.ts'
import {gbAuthorDate, gbT7714} from './gb-t-7714/index.ts'
import {ieee} from './ieee.ts'
import {isChinese, type Style} from './part.ts'

const styles: Record<string, Style> = {'gb-t-7714-2025': gbT7714(2025), 'gb-t-7714-2015': gbT7714(2015), ieee, 'author-date': authorDate}

/** @param language Of the book: it chooses the default. */
export function styleOf(name: CitationStyle | undefined, language: string): Style {
  if (name === 'author-date' && isChinese(language)) return gbAuthorDate
  const fallback = isChinese(language) ? gbT7714(2025) : ieee
  return (name === undefined ? undefined : styles[name]) ?? fallback
}

/** @returns The names there are, where this is none of them. */
export function unknownStyle(name: CitationStyle | undefined): string[] | undefined {
  return name === undefined || name === '' || name in styles || isCsl(name) ? undefined : Object.keys(styles)
}
