/** Glossaries as tables: CSV (RFC 4180) and TSV, one term a row. Reading and writing. */
import {parse} from 'csv-parse/sync'
import {stringify} from 'csv-stringify/sync'
import {message} from '../../diagnostics/index.ts'
import {explainCsv} from '../../diagnostics/library-faults.ts'
import type {TermEntry, TextFile} from '../../model/book.ts'
import type {Message} from '../../model/message.ts'
import type {Drafted} from './yaml.ts'

/** Columns of lists hold several words between these. */
const separator = '|'
const lists = new Set(['deprecated', 'forbidden', 'senseContext'])

interface Row {record: Record<string, string>; info: {lines: number}}

/** Columns: language tags, `definition:zh`, `variants:en`, `sense`, `senseContext`, and the plain fields of glossary.yml. */
export function readTable({path, text}: TextFile, messages: Message[]): Drafted[] {
  try {
    const rows: Row[] = parse(text, {columns: true, delimiter: /\.tsv$/i.test(path) ? '\t' : ',', bom: true, info: true, trim: true, skip_empty_lines: true, relax_column_count: true, ...(/\.tsv$/i.test(path) ? {quote: null} : {})}) as unknown as Row[] // typed for the plain case only
    return rows.map(({record, info}) => ({data: toData(record), locate: () => ({path, line: info.lines, column: 1})}))
  } catch (error) {
    const {fault, ...place} = explainCsv(error, text)
    messages.push(message('glossary-unreadable', {path, ...place}, {fault}))
    return []
  }
}

function toData(record: Record<string, string>): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  const grouped: Record<string, Record<string, unknown>> = {}
  for (const [column, cell] of Object.entries(record)) {
    if (cell === '') continue
    const [field = '', locale] = column.split(':').map((part) => part.trim())
    if (locale !== undefined) grouped[field] = {...grouped[field], [locale]: field === 'variants' ? words(cell) : cell}
    else data[field] = lists.has(field) || field === 'variants' ? words(cell) : cell
  }
  const {sense, senseContext, ...rest} = data
  return {...rest, ...grouped, ...(sense === undefined ? {} : {sense: {name: sense, context: senseContext ?? []}})}
}

function words(cell: string): string[] {
  return cell.split(separator).map((word) => word.trim()).filter(Boolean)
}

export function writeTable(entries: TermEntry[], kind: 'csv' | 'tsv'): string {
  const rows = entries.map(({forms, abbreviation, definitions, variants, deprecated, forbidden, partOfSpeech, sortKey, note, source, sense}): Record<string, string> => ({
    ...forms,
    ...given({abbreviation}),
    ...Object.fromEntries(Object.entries(definitions).map(([locale, text]) => [`definition:${locale}`, text])),
    ...Object.fromEntries(Object.entries(variants ?? {}).filter(([, list]) => list.length > 0).map(([locale, list]) => [`variants:${locale}`, list.join(separator)])),
    ...given({deprecated: deprecated?.join(separator), forbidden: forbidden?.join(separator), partOfSpeech, sortKey, note, source, sense: sense?.name, senseContext: sense?.context.join(separator)}),
  }))
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort((a, b) => rank(a) - rank(b))
  return stringify(rows, {header: true, columns, delimiter: kind === 'tsv' ? '\t' : ',', ...(kind === 'tsv' ? {quote: false} : {})})
}

function given(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''))
}

const order = ['abbreviation', 'definition', 'variants', 'deprecated', 'forbidden', 'partOfSpeech', 'sortKey', 'note', 'source', 'sense', 'senseContext']

/** Languages first, then the fields in their usual order. */
function rank(column: string): number {
  return order.indexOf(column.split(':')[0] ?? '')
}
