/** BibTeX, BibLaTeX and RIS → CSL-JSON items, by citation-js.
 *
 * All as BibLaTeX, which knows what BibTeX knows: Zotero and JabRef write either, and BibTeX's reading drops `date`,
 * `journaltitle` and `location` in silence. */
import {plugins} from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'

/** @param type Forced, since citation-js would fetch a text that looks like an address. */
export function readLibraryText(text: string, type: 'bibtex' | 'ris'): Record<string, unknown>[] {
  if (type === 'ris') return plugins.input.chain(text, {generateGraph: false, forceType: '@ris/file'})
  const items = plugins.input.chain(withKnownTypes(text), {generateGraph: false, forceType: '@biblatex/text'})
  const prints = preprintsOf(text)
  return items.map((item) => {
    const tidy = tidyTex(item) as Record<string, unknown> // an object in is an object out
    const genre = typeof tidy.genre === 'string' && Object.hasOwn(genres, tidy.genre) ? genres[tidy.genre] : tidy.genre
    const address = prints.get(String(item['citation-key'] ?? item.id))
    return {...tidy, ...(genre === undefined ? {} : {genre}), ...(address === undefined || tidy.URL !== undefined || tidy.DOI !== undefined ? {} : {URL: address})}
  })
}

/** Types that people write, as the nearest one of BibLaTeX: of an unknown one the library keeps neither journal nor page. */
const otherTypes: Record<string, string> = {newspaper: 'article', magazine: 'article', preprint: 'misc', webpage: 'online', website: 'online', web: 'online', blog: 'online'}

/** The same length of lines: faults keep their places. */
function withKnownTypes(text: string): string {
  return text.replace(/^([ \t]*@)(\w{1,20})(?=[ \t]*[{(])/gm, (whole, at: string, type: string) => (Object.hasOwn(otherTypes, type.toLowerCase()) ? at + (otherTypes[type.toLowerCase()] ?? type) : whole))
}

/** Keys of BibLaTeX's own for what a thesis or a report is, in words. */
const genres: Record<string, string | undefined> = {phdthesis: 'PhD thesis', mathesis: 'Master’s thesis', bathesis: 'Bachelor’s thesis', candthesis: 'Candidate thesis', techreport: undefined, resreport: undefined}

/** `eprint` of arXiv by key, as an address: CSL has no variable for it. */
function preprintsOf(text: string): Map<string, string> {
  const prints = new Map<string, string>()
  if (!/eprint/i.test(text)) return prints
  for (const entry of text.split(/^(?=[ \t]*@\w+[ \t]*[{(])/m)) {
    const key = /^[ \t]*@\w+[ \t]*[{(]\s*([^\s,]+)\s*,/.exec(entry)?.[1]
    const id = /[,\s]eprint\s*=\s*[{"]+\s*(?:arxiv:\s*)?([^\s{}"]+)/i.exec(entry)?.[1]
    const kind = /[,\s](?:eprinttype|archiveprefix)\s*=\s*[{"]+\s*([^\s{}"]+)/i.exec(entry)?.[1] ?? 'arxiv'
    if (key !== undefined && id !== undefined && kind.toLowerCase() === 'arxiv' && arxiv.test(id)) prints.set(key, `https://arxiv.org/abs/${id}`)
  }
  return prints
}

const arxiv = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/

/** What the library leaves of TeX in words; `and others` becomes a name that styles know. An address keeps its signs, which TeX
 * escapes, and its `~`, which the library takes for a space. */
function tidyTex(value: unknown, field = ''): unknown {
  if (typeof value === 'string' && field === 'URL') return value.replace(/\u00A0/g, '~').replace(/(?:\\|%5C)(?=[_%&#~])/gi, '')
  if (typeof value === 'string') return /^(?:DOI|id|citation-key)$/.test(field) ? value : tidyWords(value)
  if (Array.isArray(value)) return value.map((part: unknown) => tidyTex(part))
  if (typeof value !== 'object' || value === null) return value
  const tidy = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, tidyTex(part, name)]))
  return tidy.family === 'others' && tidy.given === undefined ? {literal: 'others'} : tidy
}

/** `\'\i` is a dotless letter with an accent, which no font joins well. */
function tidyWords(text: string): string {
  return text.replace(/[ıȷ](?=\p{M})/gu, (letter) => (letter === 'ı' ? 'i' : 'j')).replace(/\\[ ,]/g, ' ').replace(/\\[-@/]/g, '').replace(/\\((?:La|Bib)?TeX)\b/g, '$1').normalize('NFC')
}
