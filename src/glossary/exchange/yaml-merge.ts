/** Proposed terms → an existing glossary.yml, whose comments, order and wording stay. */
import {isMap, isSeq, parseDocument, stringify} from 'yaml'
import type {TermEntry} from '../../model/book.ts'

/** An entry without what only the program knows. */
export type Plain = Partial<Omit<TermEntry, 'id' | 'place' | 'forms' | 'definitions'>> & Pick<TermEntry, 'forms'> & {definitions?: TermEntry['definitions']}

/** @param text The file as it is; '' for a new one.
 * @returns The file with new terms at its end, and with abbreviations or names added that known terms lack. */
export function mergeYaml(text: string, terms: Plain[], isSame: (known: Record<string, unknown>, term: Plain) => boolean): {text: string; added: number; completed: number} {
  const document = parseDocument(text)
  if (document.errors.length > 0) return {text, added: 0, completed: 0}
  const list = isMap(document.contents) ? document.contents.get('terms') : document.contents
  if (!isSeq(list)) {
    const start = text.trim() === '' || document.contents === null ? text : ''
    return {text: `${start}${start && !start.endsWith('\n') ? '\n' : ''}${writeYaml(terms)}`, added: terms.length, completed: 0}
  }
  const path = isMap(document.contents) ? ['terms'] : []
  let added = 0
  let completed = 0
  for (const term of terms) {
    const known = list.items.find((item) => isMap(item) && isSame(item.toJSON(), term))
    if (!isMap(known)) {
      document.addIn(path, document.createNode(toData(term)))
      added++
      continue
    }
    const missing = Object.entries(toData(term)).filter(([key]) => !known.has(key))
    for (const [key, value] of missing) document.setIn([...path, list.items.indexOf(known), key], document.createNode(value))
    if (missing.length > 0) completed++
  }
  return {text: added + completed === 0 ? text : document.toString({lineWidth: 0}), added, completed}
}

export function writeYaml(terms: Plain[]): string {
  return terms.length === 0 ? '' : stringify(terms.map(toData), {lineWidth: 0})
}

function toData({forms, definitions = {}, variants, abbreviation, sense, ...rest}: Plain): Record<string, unknown> {
  const filled = Object.fromEntries(Object.entries(variants ?? {}).filter(([, words]) => words.length > 0))
  const {id: _id, place: _place, ...fields} = rest as typeof rest & {id?: string; place?: unknown}
  return {...forms, ...(abbreviation ? {abbreviation} : {}), ...(sense ? {sense} : {}), ...(Object.keys(definitions).length > 0 ? {definition: definitions} : {}), ...(Object.keys(filled).length > 0 ? {variants: filled} : {}), ...fields}
}
