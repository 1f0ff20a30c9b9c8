/** Identifiers that cannot be right: DOI (ISO 26324: `10.` prefix, slash, suffix), ISBN (ISO 2108: check digit), URL (RFC 3986, web schemes only). */
import {message} from '../diagnostics/index.ts'
import type {Book} from '../model/book.ts'

export function lintIdentifiers({sources, messages}: Book): void {
  for (const {number, csl, place} of sources.values()) {
    const wrong: [string, string][] = []
    if (csl?.DOI !== undefined && !/^(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/i.test(csl.DOI)) wrong.push(['DOI', csl.DOI])
    if (csl?.ISBN !== undefined && !csl.ISBN.split(/[\s,;]+/).filter(Boolean).every(isIsbn)) wrong.push(['ISBN', csl.ISBN])
    if (csl?.URL !== undefined && !isAddress(csl.URL)) wrong.push(['URL', csl.URL])
    for (const [kind, value] of wrong) messages.push(message('source-identifier', place, {number: Math.floor(number % 100_000), kind, value: value.slice(0, 100)}))
  }
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/.]+(?:\.[^\s/.]+)+(?:[/?#:]\S*)?$/iu.test(text) && URL.canParse(text)
}

function isIsbn(text: string): boolean {
  const digits = text.replace(/[-‐–\s]/g, '')
  if (/^\d{9}[\dX]$/i.test(digits)) return [...digits].reduce((sum, digit, index) => sum + (10 - index) * (digit.toUpperCase() === 'X' ? 10 : Number(digit)), 0) % 11 === 0
  return /^97[89]\d{10}$/.test(digits) && [...digits].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0
}
