/** English words get soft hyphens: the browser has no dictionary on disk. Loaded only for books that hold English chapters. */
import {createRequire} from 'node:module'
import type {Galley} from '../../model/book.ts'

const require = createRequire(import.meta.url)

export type Hyphenate = (text: string) => string

/** @returns undefined where nothing of the book is in English. */
export function hyphenatorOf({config, chapters}: Galley): Hyphenate | undefined {
  if (![config.language, ...chapters.map(({lang}) => lang)].some(isEnglish)) return undefined
  const {hyphenateSync} = require('hyphen/en') as {hyphenateSync(text: string, options: {minWordLength: number}): string}
  return (text) => hyphenateSync(text, {minWordLength: 7})
}

export function isEnglish(tag: string | undefined): boolean {
  return tag !== undefined && /^en\b/i.test(tag)
}
