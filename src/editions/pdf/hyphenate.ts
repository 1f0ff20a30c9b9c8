/** English words get soft hyphens: the browser has no dictionary on disk. */
import {createRequire} from 'node:module'

const require = createRequire(import.meta.url)

export type Hyphenate = (text: string) => string

/** The patterns load at the first word: most chapters of most books need none. */
export function hyphenator(): Hyphenate {
  let loaded: {hyphenateSync(text: string, options: {minWordLength: number}): string} | undefined
  return (text) => {
    if (!/\p{Script=Latin}{7}/u.test(text)) return text
    loaded ??= require('hyphen/en') as NonNullable<typeof loaded>
    return loaded.hyphenateSync(text, {minWordLength: 7})
  }
}

export function isEnglish(tag: string | undefined): boolean {
  return tag !== undefined && /^en\b/i.test(tag)
}
