/** How Chinese renders the words of a gloss. English words in, Chinese beginnings out. */
import {prefixes, stems} from './dictionary.ts'

const known = read(stems)
const beginnings = read(prefixes)

/** Read when it is first asked for: most builds propose no terms. */
function read(text: string): () => Map<string, string[]> {
  let words: Map<string, string[]> | undefined
  return () => {
    words ??= new Map(text.split(' ').map((entry) => {
      const [word = '', list = ''] = entry.split('=')
      return [word, list.split('/')]
    }))
    return words
  }
}

/** First letters of the English words that a Chinese word of two characters or more renders. */
let initials: Map<string, Set<string>> | undefined

/** Made when it is first asked for: most builds propose no terms. */
function initialsOf(chinese: string): Set<string> | undefined {
  initials ??= [...known()].reduce((all, [stem, list]) => {
    for (const word of list) if (word.length > 1) all.set(word, (all.get(word) ?? new Set()).add(stem[0] ?? ''))
    return all
  }, new Map<string, Set<string>>())
  return initials.get(chinese)
}

/** Endings longer than this make another word. */
const longestEnding = 7
const longestPrefix = 7

/** @returns Renderings of the word; of its prefix, where the word is not known. */
export function translationsOf(word: string): string[] {
  const folded = word.toLowerCase()
  const whole = beginnings().get(folded) // non-, of non-homologous
  if (whole) return whole
  if (/.{4}[ai]b(?:le|ility)$/.test(folded)) return [...known().get(folded) ?? [], ...meaningOf(folded.replace(/[ai]b(?:le|ility)$/, '')).map((chinese) => `可${chinese}`), ...meaningOf(folded)]
  return meaningOf(folded)
}

function stemOf(folded: string): string[] | undefined {
  for (let length = folded.length; length > 1; length--) {
    const ending = folded.length - length
    const isWord = ending === 0 || (length > 3 && ending <= longestEnding) || /^(?:e?s|ing|ed|er)$/.test(folded.slice(length)) || /^(.)\1(?:ing|ed|er)$/.test(folded.slice(length - 1)) // logging
    const found = isWord ? known().get(folded.slice(0, length)) : undefined
    if (found) return found
  }
  return undefined
}

/** Whether the dictionary has the word itself, not only a prefix of it. */
export function isKnown(word: string): boolean {
  return beginnings().has(word.toLowerCase()) || stemOf(word.toLowerCase()) !== undefined
}

function meaningOf(folded: string): string[] {
  const whole = stemOf(folded)
  if (whole) return whole
  for (let length = Math.min(longestPrefix, folded.length - 3); length > 1; length--) {
    const found = beginnings().get(folded.slice(0, length))
    if (found) return found
  }
  return []
}

/** Characters that make nouns of words and have no English of their own. */
const endings = /^[的性化器法型率度值]?$/u

/** The renderings of its words leave nothing over: 智能体 and Agent. What the text looks like says no more then. */
export function isRendered(chinese: string, foreign: string): boolean {
  let rest = chinese
  for (const word of foreign.split(/[\s‐‑–-]+/u)) {
    const found = translationsOf(word).filter((rendering) => rest.includes(rendering)).sort((one, other) => other.length - one.length)[0]
    if (found === undefined) return false
    rest = rest.replace(found, '')
  }
  return endings.test(rest)
}

/** Whether the Chinese at this place renders an English word with this first letter. */
export function rendersInitial(text: string, at: number, letter: string): boolean {
  return wordAt(text, at)?.initials.has(letter.toLowerCase()) ?? false
}

/** First letters, for each word of the text that renders a word of English. */
export function initialsIn(text: string): Set<string>[] {
  const found: Set<string>[] = []
  for (let at = 0; at < text.length;) {
    const word = wordAt(text, at)
    if (word) found.push(word.initials)
    at += word?.length ?? 1
  }
  return found
}

const longestWord = 5

function wordAt(text: string, at: number): {length: number; initials: Set<string>} | undefined {
  for (let length = Math.min(longestWord, text.length - at); length > 1; length--) {
    const found = initialsOf(text.slice(at, at + length))
    if (found) return {length, initials: found}
  }
  return undefined
}
