/** How long a Chinese name is, by its gloss: a foreign word is two characters on the whole, a letter of an abbreviation one to three. */

/** In Chinese characters. */
export interface Expected {least: number; usual: number; most: number; kind: 'abbreviation' | 'word' | 'phrase'}

/** Chinese characters for a word of a phrase, and for a part of a word with hyphens: fine-tuning 微调. */
const inPhrase = 2.15
const inCompound = 1.6

/** Of Greek and Latin parts, each a Chinese word. */
const longWord = 13

const little = /^(?:of|the|a|an|and|or|in|on|for|by|to|from|with|as|at)$/iu

export function expectedLength(gloss: string): Expected | undefined {
  const [name = '', ...more] = gloss.split(/[,，;；、]/u).map((part) => part.replace(/^[^\p{Script=Latin}]*/u, '').trim())
  if (!/\p{Script=Latin}/u.test(name)) return undefined
  if (/^\P{Ll}+s?$|^\p{L}{1,5}$/u.test(name) && /\p{Lu}.*\p{Lu}/u.test(name)) {
    const full = more.find((part) => /\s/u.test(part))
    if (full) return expectedLength(full)
    const letters = name.replace(/\P{L}/gu, '').length
    return {least: Math.max(2, Math.min(letters, 6) - (letters > 3 ? 1 : 0)), usual: letters * 2.2, most: Math.max(4, letters * 3), kind: 'abbreviation'}
  }
  const words = name.split(/\s+/u).filter((word) => word !== '' && !little.test(word))
  const parts = words.map((word) => word.split(/[‐‑–-]/u).filter((part) => part !== '' && !little.test(part)).length)
  if (words.length === 1 && parts[0] === 1) return name.length < longWord ? {least: 2, usual: 2.5, most: 4, kind: 'word'} : {least: 3, usual: 3.5, most: 6, kind: 'word'}
  const usual = parts.reduce((sum, count) => sum + (count > 1 ? count * inCompound : inPhrase), 0)
  return {least: Math.ceil(words.length * 1.45), usual, most: Math.ceil(usual) + 1, kind: 'phrase'}
}
