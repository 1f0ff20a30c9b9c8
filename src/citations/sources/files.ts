/** Files of sources → sources by number. YAML and CSL-JSON are read here; BibTeX and RIS by a library that is loaded only for them. */
import {type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap} from 'yaml'
import {message} from '../../diagnostics/index.ts'
import {explainBibtex} from '../../diagnostics/library-faults.ts'
import {explainYaml} from '../../diagnostics/yaml-faults.ts'
import type {Source, TextFile} from '../../model/book.ts'
import type {Message, Place} from '../../model/message.ts'
import {languageOf, spoken, tidyItem} from './csl.ts'
import {checkFields} from './fields.ts'

export interface ReadSources {sources: Source[]; messages: Message[]}

export async function readSourceFiles(files: TextFile[]): Promise<ReadSources> {
  const result: ReadSources = {sources: [], messages: []}
  for (const file of files) {
    const {sources, messages} = /\.(bib|ris)$/i.test(file.path) ? await readLibrary(file) : readItemsOf(file)
    result.sources.push(...sources)
    result.messages.push(...messages)
  }
  return result
}

/** YAML or CSL-JSON: a list of items, or a map of them by number. JSON is YAML too, so both keep their places. */
function readItemsOf({path, text}: TextFile): ReadSources {
  const counter = new LineCounter()
  const document = parseDocument(text, {lineCounter: counter, uniqueKeys: false})
  const placeAt = (offset: number | undefined): Place => {
    if (offset === undefined) return {path}
    const {line, col} = counter.linePos(offset)
    return {path, line, column: col}
  }
  const [fault] = explainYaml(text, document)
  if (fault) return {sources: [], messages: [message('source-syntax', placeAt(fault.offset), fault.values)]}
  return readDocument(document, placeAt, path)
}

function readDocument(document: Document, placeAt: (offset: number | undefined) => Place, path: string): ReadSources {
  const root = document.contents
  const result: ReadSources = {sources: [], messages: []}
  const items: {node: unknown; key?: string}[] = isSeq(root) ? root.items.map((node) => ({node})) : isMap(root) ? root.items.map(({key, value}) => ({node: value, key: isScalar(key) ? String(key.value) : ''})) : []
  for (const [index, {node, key}] of items.entries()) {
    const offset = isMap(node) ? node.range?.[0] : undefined
    const place = placeAt(offset)
    const raw: unknown = isMap(node) ? node.toJS(document) : undefined
    if (isMap(node)) result.messages.push(...faultsOf(node, placeAt))
    const number = typeof raw === 'object' && raw !== null ? numberOf({...raw}, key, path, index) : undefined
    if (number === undefined) {
      result.messages.push(message('source-unnumbered', place, {index: index + 1}))
      continue
    }
    const {number: own, ...rest} = raw as Record<string, unknown> // narrowed above
    // `number: 14` without an id is the source's own number, not CSL's `number` of a report
    const csl = tidyItem({...rest, ...(own === undefined || ('id' in rest ? false : Number(own) === number) ? {} : {number: own}), id: String(number)})
    result.sources.push({number, csl, ...spoken(languageOf(csl)), origin: 'file', place})
  }
  return result
}

function faultsOf(node: YAMLMap, placeAt: (offset: number | undefined) => Place): Message[] {
  const keys = node.items.flatMap(({key}) => (isScalar(key) ? [{name: String(key.value), place: placeAt(key.range?.[0])}] : []))
  const type = node.get('type', true)
  return checkFields(keys, isScalar(type) ? {name: String(type.value), place: placeAt(type.range?.[0])} : undefined)
}

function numberOf(raw: Record<string, unknown>, key: string | undefined, path: string, index: number): number | undefined {
  const candidates = [raw.id, key, raw['citation-number'], raw.id === undefined ? raw.number : undefined]
  for (const value of candidates) {
    const digits = /^\[?(\d{1,6})\]?$/.exec(String(value ?? '').trim())?.[1]
    if (digits !== undefined && Number(digits) > 0) return Number(digits)
  }
  return path.endsWith('.json') ? index + 1 : undefined // an export of a reference manager is numbered by its order
}

/** Where each entry begins, by key (BibTeX), or by its order (RIS). */
function linesOf(text: string): Map<string, number> {
  const lines = new Map<string, number>()
  let count = 0
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const key = /^\s{0,20}@\w{1,20}\s{0,20}[{(]\s{0,20}([^\s,]{1,200})/.exec(line)?.[1]
    if (key !== undefined && !lines.has(key)) lines.set(key, index + 1)
    if (/^TY {2}-/.test(line)) lines.set(`#${count++}`, index + 1)
  }
  return lines
}

/** Order in the file gives the number, unless the key itself is one (`@article{3,`). */
async function readLibrary({path, text}: TextFile): Promise<ReadSources> {
  const {readLibraryText} = await import('./library.ts')
  try {
    const items = readLibraryText(text, path.toLowerCase().endsWith('.ris') ? 'ris' : 'bibtex')
    const lines = linesOf(text)
    const sources = items.map((raw, index): Source => {
      const csl = tidyItem(raw)
      const line = lines.get(String(raw['citation-key'] ?? raw.id)) ?? lines.get(`#${index}`)
      const number = /^\d{1,6}$/.test(csl.id ?? '') ? Number(csl.id) : index + 1
      return {number, csl: {...csl, id: String(number)}, ...spoken(languageOf(csl)), origin: 'file', place: {path, ...(line === undefined ? {} : {line, column: 1})}}
    })
    return {sources, messages: []}
  } catch (error) {
    const {fault, ...place} = explainBibtex(error)
    return {sources: [], messages: [message('source-syntax', {path, ...place}, {fault})]}
  }
}
