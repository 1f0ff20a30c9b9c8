/** Proposed terms → an existing glossary.yml, whose comments, order and wording stay. */
import {isMap, isSeq, parseDocument, stringify} from 'yaml'
import type {TermEntry} from '../../model/book.ts'

/** An entry without what only the program knows. */
export type Plain = Partial<Omit<TermEntry, 'id' | 'place' | 'forms' | 'definitions'>> & Pick<TermEntry, 'forms'> & {definitions?: TermEntry['definitions']}

type Known = Record<string, unknown>

export interface Judges {
  isSame(known: Known, term: Plain): boolean
  /** The same term by another name: it is told, and nothing is taken. */
  isRival?(known: Known, term: Plain): boolean
}

export interface Merged {
  /** The file with new terms at its end, and with abbreviations or names added that known terms lack. */
  text: string
  added: number
  completed: number
  /** What was added alone, as YAML. */
  news: string
  /** The terms that brought it. */
  bringing: Set<Plain>
  rivals: {known: Known; term: Plain}[]
}

/** @param text The file as it is; '' for a new one. */
export function mergeYaml(text: string, terms: Plain[], {isSame, isRival = () => false}: Judges): Merged {
  const document = parseDocument(text)
  const nothing = {text, added: 0, completed: 0, news: '', bringing: new Set<Plain>(), rivals: []}
  if (document.errors.length > 0) return nothing
  const list = isMap(document.contents) ? document.contents.get('terms') : document.contents
  if (!isSeq(list)) {
    const start = text.trim() === '' || document.contents === null ? text : ''
    return {...nothing, text: `${start}${start && !start.endsWith('\n') ? '\n' : ''}${writeYaml(terms)}`, added: terms.length, news: writeYaml(terms), bringing: new Set(terms)}
  }
  const path = isMap(document.contents) ? ['terms'] : []
  const result: Merged = {...nothing, rivals: []}
  const news: Known[] = []
  const own = [...list.items] // two names for one thing may stand in what is brought
  for (const term of terms) {
    const known = list.items.find((item) => isMap(item) && isSame(item.toJSON(), term))
    const rival = isMap(known) ? undefined : own.find((item) => isMap(item) && isRival(item.toJSON(), term))
    if (isMap(rival)) {
      result.rivals.push({known: rival.toJSON(), term})
      continue
    }
    if (!isMap(known)) {
      document.addIn(path, document.createNode(toData(term)))
      result.added++
      result.bringing.add(term)
      news.push(toData(term))
      continue
    }
    const data = toData(term)
    const missing = Object.entries(data).filter(([key]) => !known.has(key))
    for (const [key, value] of missing) document.setIn([...path, list.items.indexOf(known), key], document.createNode(value))
    if (missing.length === 0) continue
    result.completed++
    result.bringing.add(term)
    news.push(Object.fromEntries(Object.entries(data).filter(([key]) => key in term.forms || missing.some(([name]) => name === key))))
  }
  return {...result, text: news.length === 0 ? text : document.toString({lineWidth: 0}), news: news.length === 0 ? '' : stringify(news, {lineWidth: 0})}
}

export function writeYaml(terms: Plain[]): string {
  return terms.length === 0 ? '' : stringify(terms.map(toData), {lineWidth: 0})
}

function toData({forms, definitions = {}, variants, abbreviation, sense, ...rest}: Plain): Record<string, unknown> {
  const filled = Object.fromEntries(Object.entries(variants ?? {}).filter(([, words]) => words.length > 0))
  const {id: _id, place: _place, ...fields} = rest as typeof rest & {id?: string; place?: unknown}
  return {...forms, ...(abbreviation ? {abbreviation} : {}), ...(sense ? {sense} : {}), ...(Object.keys(definitions).length > 0 ? {definition: definitions} : {}), ...(Object.keys(filled).length > 0 ? {variants: filled} : {}), ...fields}
}
