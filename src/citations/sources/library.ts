/** BibTeX and RIS → CSL-JSON items, by citation-js. */
import {plugins} from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'

/** @param type Forced, since citation-js would fetch a text that looks like an address. */
export function readLibraryText(text: string, type: 'bibtex' | 'ris'): Record<string, unknown>[] {
  const items = plugins.input.chain(text, {generateGraph: false, forceType: type === 'bibtex' ? '@bibtex/text' : '@ris/file'})
  if (type === 'ris') return items
  const visits = visitsOf(text)
  return items.map((item) => {
    const accessed = item.accessed ?? visits.get(String(item['citation-key'] ?? item.id))
    return {...(tidyTex(item) as Record<string, unknown>), ...(accessed === undefined ? {} : {accessed})} // an object in is an object out
  })
}

/** `urldate` by key: the library reads it of no type that BibTeX itself knows. */
function visitsOf(text: string): Map<string, string> {
  const visits = new Map<string, string>()
  for (const entry of text.split(/^(?=\s*@\w+\s*[{(])/m)) {
    const key = /^\s*@\w+\s*[{(]\s*([^\s,]+)\s*,/.exec(entry)?.[1]
    const date = /[,\s]urldate\s*=\s*[{"]+\s*([^{}"]+?)\s*[}"]/i.exec(entry)?.[1]
    if (key !== undefined && date !== undefined) visits.set(key, date)
  }
  return visits
}

/** What the library leaves of TeX in words; `and others` becomes a name that styles know. Addresses stay as they are. */
function tidyTex(value: unknown, field = ''): unknown {
  if (typeof value === 'string') return /^(?:URL|DOI|id|citation-key)$/.test(field) ? value : tidyWords(value)
  if (Array.isArray(value)) return value.map((part: unknown) => tidyTex(part))
  if (typeof value !== 'object' || value === null) return value
  const tidy = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, tidyTex(part, name)]))
  return tidy.family === 'others' && tidy.given === undefined ? {literal: 'others'} : tidy
}

/** `\'\i` is a dotless letter with an accent, which no font joins well. */
function tidyWords(text: string): string {
  return text.replace(/[ıȷ](?=\p{M})/gu, (letter) => (letter === 'ı' ? 'i' : 'j')).replace(/\\[ ,]/g, ' ').replace(/\\[-@/]/g, '').replace(/\\((?:La|Bib)?TeX)\b/g, '$1').normalize('NFC')
}
