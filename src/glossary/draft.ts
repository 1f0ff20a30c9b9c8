/** One entry as a file gave it, before files are merged: plain data of unknown shape in, `TermEntry` out.
 *
 * All formats (YAML, TBX, CSV) come through here, so that a fault is reported alike wherever it stands. */
import {message} from '../diagnostics/index.ts'
import {nearest} from '../diagnostics/nearest.ts'
import type {TermEntry} from '../model/book.ts'
import type {Message, Place} from '../model/message.ts'

/** Fields of glossary.yml beside the languages' own (`zh`, `en`, `ja`, `zh-Hant` …). Mirrors the JSON Schema. */
export const fields = ['abbreviation', 'definition', 'variants', 'deprecated', 'forbidden', 'partOfSpeech', 'sortKey', 'note', 'source', 'sense'] as const

export type Field = (typeof fields)[number]

const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** Where the value of a field stands; the entry's own place without a name. */
export type Locate = (field?: string) => Place

/** @returns The entry without its id; undefined where nothing can be made of it. */
export function readDraft(data: unknown, locate: Locate, messages: Message[], locales: string[]): Omit<TermEntry, 'id'> | undefined {
  const invalid = (field: string, expected: string) => void messages.push(message('glossary-invalid', locate(field), {field: field || 'entry', expected}))
  if (!isRecord(data)) return invalid('', 'term')
  const forms: Record<string, string> = {}
  for (const [key, value] of Object.entries(data)) {
    if (isField(key)) continue
    if (!tag.test(key)) {
      const meant = nearest(key, fields)
      messages.push(message('glossary-field-unknown', locate(key), {field: key, ...(meant ? {meant} : {})}))
    }
    else if (!isText(value)) invalid(key, 'name')
    else forms[key] = clean(value)
  }
  if (Object.keys(forms).length === 0) return invalid('', 'names')
  const entry: Omit<TermEntry, 'id'> = {forms, definitions: {}, place: locate()}
  for (const name of ['abbreviation', 'partOfSpeech', 'sortKey', 'note', 'source'] as const) {
    const value = data[name]
    if (value === undefined || value === null) continue
    if (isText(value)) entry[name] = clean(value)
    else invalid(name, 'text')
  }
  for (const name of ['deprecated', 'forbidden'] as const) {
    const list = readList(data[name])
    if (list) entry[name] = list
    else if (data[name] != null) invalid(name, 'words')
  }
  readDefinitions(entry, data.definition, invalid, locales)
  readVariants(entry, data.variants, invalid, locales)
  readSense(entry, data.sense, invalid)
  return entry
}

/** @param expected A code; `glossary-invalid` has its words. */
type Invalid = (field: string, expected: string) => void

function readDefinitions(entry: Omit<TermEntry, 'id'>, value: unknown, invalid: Invalid, locales: string[]): void {
  if (value === undefined || value === null) return
  if (isText(value)) entry.definitions = {[locales[0] ?? 'zh']: clean(value)}
  else if (isRecord(value) && Object.values(value).every(isText)) entry.definitions = Object.fromEntries(Object.entries(value).map(([key, text]) => [key, clean(String(text))]))
  else invalid('definition', 'definition')
}

function readVariants(entry: Omit<TermEntry, 'id'>, value: unknown, invalid: Invalid, locales: string[]): void {
  if (value === undefined || value === null) return
  const plain = readList(value)
  if (plain) {
    const [main = 'zh', partner = 'en'] = locales
    const isMain = (text: string) => /\p{Script=Han}/u.test(text) === /^(zh|ja)/.test(main)
    entry.variants = {[main]: plain.filter(isMain), [partner]: plain.filter((text) => !isMain(text))}
  } else if (isRecord(value) && Object.values(value).every((list) => readList(list))) entry.variants = Object.fromEntries(Object.entries(value).map(([key, list]) => [key, readList(list) ?? []]))
  else invalid('variants', 'variants')
}

function readSense(entry: Omit<TermEntry, 'id'>, value: unknown, invalid: Invalid): void {
  if (value === undefined || value === null) return
  if (isText(value)) entry.sense = {name: clean(value), context: []}
  else if (isRecord(value) && isText(value.name)) entry.sense = {name: clean(value.name), context: readList(value.context) ?? []}
  else invalid('sense', 'sense')
}

function readList(value: unknown): string[] | undefined {
  if (isText(value)) return [clean(value)]
  return Array.isArray(value) && value.every(isText) ? value.map(clean).filter(Boolean) : undefined
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' ? value.trim() !== '' : typeof value === 'number'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isField(key: string): key is Field {
  return (fields as readonly string[]).includes(key)
}

function clean(value: string | number): string {
  return String(value).replace(/\s+/g, ' ').trim()
}
