/** glossary.yml → drafts with places. A list of terms, or `terms:` with such a list. */
import {isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap} from 'yaml'
import {message} from '../../diagnostics/index.ts'
import {explainYaml} from '../../diagnostics/yaml-faults.ts'
import type {TextFile} from '../../model/book.ts'
import type {Message, Place} from '../../model/message.ts'
import type {Locate} from '../draft.ts'

export interface Drafted {data: unknown; locate: Locate}

export function readYaml({path, text}: TextFile, messages: Message[]): Drafted[] {
  const counter = new LineCounter()
  const document = parseDocument(text, {lineCounter: counter, prettyErrors: false})
  const at = (offset: number | undefined): Place => {
    if (offset === undefined) return {path}
    const {line, col} = counter.linePos(offset)
    return {path, line, column: col}
  }
  const faults = explainYaml(text, document)
  for (const {offset, values} of faults) messages.push(message('glossary-unreadable', at(offset), values))
  if (faults.length > 0) return []
  const root = document.contents
  if (root === null) return []
  const list = isMap(root) ? root.get('terms') : root
  if (!isSeq(list)) {
    if (!isMap(root) || root.has('terms') || root.items.length > 0) messages.push(message('glossary-invalid', at(root.range?.[0]), {field: 'glossary', expected: 'list'}))
    return []
  }
  return list.items.map((item) => ({data: toData(item), locate: (field) => at(offsetOf(item, field))}))
}

function toData(item: unknown): unknown {
  if (!isMap(item)) return isScalar(item) ? item.value : item
  return item.toJSON()
}

function offsetOf(item: unknown, field: string | undefined): number | undefined {
  if (!isMap(item)) return isScalar(item) ? item.range?.[0] : undefined
  const pair = field ? (item as YAMLMap).items.find(({key}) => isScalar(key) && key.value === field) : undefined
  return isScalar(pair?.key) ? pair.key.range?.[0] : item.range?.[0]
}
