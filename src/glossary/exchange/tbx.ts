/** TBX (ISO 30042:2019, dialect TBX-Basic, style DCA): reading, and older `martif` files too. */
import {XMLParser, XMLValidator} from 'fast-xml-parser'
import {message} from '../../diagnostics/index.ts'
import {explainXml} from '../../diagnostics/library-faults.ts'
import type {TextFile} from '../../model/book.ts'
import type {Message} from '../../model/message.ts'
import type {Drafted} from './yaml.ts'

type Xml = {[name: string]: Xml[] | string}

/** Every element is a list; text is `#text`. Entities of a DTD are not read: they could grow without bound. */
const parser = new XMLParser({ignoreAttributes: false, attributeNamePrefix: '@', isArray: (_name, _path, _leaf, isAttribute) => !isAttribute, alwaysCreateTextNode: true, parseTagValue: false, trimValues: true, processEntities: true, removeNSPrefix: false})

export function readTbx({path, text}: TextFile, messages: Message[]): Drafted[] {
  const valid = XMLValidator.validate(text)
  if (valid !== true) {
    const {fault, ...place} = explainXml(valid.err)
    messages.push(message('glossary-unreadable', {path, ...place}, {fault}))
    return []
  }
  if (/<!ENTITY/.test(text)) {
    messages.push(message('glossary-unreadable', {path}, {fault: {en: 'entity declarations are not read', zh: '不读取实体声明'}}))
    return []
  }
  const lines = entryLines(text)
  return find(parser.parse(text) as Xml, ['conceptEntry', 'termEntry']).map((entry, index) => ({data: readConcept(entry), locate: () => ({path, line: lines[index] ?? 1, column: 1})}))
}

/** Lines on which the entries begin, in order. */
function entryLines(text: string): number[] {
  const lines: number[] = []
  let line = 1
  let from = 0
  for (const {index} of text.matchAll(/<(?:conceptEntry|termEntry)[\s>]/g)) {
    for (let at = from; at < index; at++) if (text[at] === '\n') line++
    from = index
    lines.push(line)
  }
  return lines
}

function readConcept(entry: Xml): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  const definition: Record<string, string> = {}
  const variants: Record<string, string[]> = {}
  const lists: Record<string, string[]> = {}
  for (const section of find(entry, ['langSec', 'langSet'])) {
    const locale = String(section['@xml:lang'] ?? 'und')
    const defined = described(section, 'definition')
    if (defined) definition[locale] = defined
    for (const term of find(section, ['termSec', 'tig', 'ntig'])) readTerm(term, locale, {data, variants, lists})
  }
  const whole = described({...entry, langSec: [], langSet: []}, 'definition')
  const [first] = Object.keys(data)
  if (whole && first && Object.keys(definition).length === 0) definition[first] = whole
  const name = described(entry, 'subjectField')
  const note = textOf(children(entry, 'note')[0])
  return {...data, ...lists, ...(Object.keys(definition).length > 0 ? {definition} : {}), ...(Object.keys(variants).length > 0 ? {variants} : {}), ...(name ? {sense: {name, context: []}} : {}), ...(note ? {note} : {})}
}

function readTerm(term: Xml, locale: string, {data, variants, lists}: {data: Record<string, unknown>; variants: Record<string, string[]>; lists: Record<string, string[]>}): void {
  const text = textOf(find(term, ['term'])[0])
  if (!text) return
  const kind = described(term, 'termType')
  const status = described(term, 'administrativeStatus') ?? described(term, 'normativeAuthorization')
  const add = (list: 'deprecated' | 'forbidden') => { lists[list] = [...(lists[list] ?? []), text] }
  if (status?.startsWith('deprecated')) add('forbidden')
  else if (status?.startsWith('superseded')) add('deprecated')
  else if (/^(abbreviation|acronym|initialism|shortForm)$/.test(kind ?? '') && data.abbreviation === undefined) data.abbreviation = text
  else if (data[locale] === undefined) data[locale] = text
  else variants[locale] = [...(variants[locale] ?? []), text]
  const part = described(term, 'partOfSpeech')
  if (part) data.partOfSpeech ??= part
  const source = textOf(find(term, ['admin']).find((admin) => admin['@type'] === 'source'))
  if (source) data.source ??= source
  const key = textOf(find(term, ['admin']).find((admin) => admin['@type'] === 'sortKey'))
  if (key) data.sortKey ??= key
}

function described(node: Xml, type: string): string | undefined {
  return textOf(find(node, ['descrip', 'termNote', 'admin', type]).find((child) => child['@type'] === type || (child['@type'] === undefined && children(node, type).includes(child))))
}

function children(node: Xml, name: string): Xml[] {
  const list = node[name]
  return Array.isArray(list) ? list : []
}

/** Elements of these names at any depth, but not inside each other. */
function find(node: Xml, names: string[]): Xml[] {
  return Object.entries(node).flatMap(([name, list]) => (Array.isArray(list) ? (names.includes(name) ? list : list.flatMap((child) => (typeof child === 'object' ? find(child, names) : []))) : []))
}

function textOf(node: Xml | undefined): string | undefined {
  const text = node?.['#text']
  return typeof text === 'string' && text.trim() !== '' ? text.replace(/\s+/g, ' ').trim() : undefined
}
