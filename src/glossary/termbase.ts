/** Glossary files → the book's termbase. Several files are merged; what they say against each other is reported. */
import {message} from '../diagnostics/index.ts'
import type {Book, TermEntry, TextFile} from '../model/book.ts'
import type {Message} from '../model/message.ts'
import {readDraft} from './draft.ts'
import {type Drafted, readYaml} from './exchange/yaml.ts'
import {sameKey} from './fold.ts'

/** CSV, TSV and TBX readers are loaded only where a book has such files. */
export async function readFiles(files: TextFile[], messages: Message[]): Promise<Drafted[]> {
  const drafts: Drafted[] = []
  for (const file of files) {
    if (/\.ya?ml$/i.test(file.path)) drafts.push(...readYaml(file, messages))
    else if (/\.tbx$/i.test(file.path)) drafts.push(...(await import('./exchange/tbx.ts')).readTbx(file, messages))
    else drafts.push(...(await import('./exchange/table.ts')).readTable(file, messages))
  }
  return drafts
}

export async function readTermbase(book: Book, files: TextFile[]): Promise<void> {
  if (!book.config.glossary.enabled) return
  const entries = mergeEntries(await readFiles(files, book.messages), book.messages, book.config.glossary.locales)
  for (const entry of entries) book.terms.set(entry.id, entry)
}

/** @returns Entries in the order of the files, with ids `t1`, `t2` … */
export function mergeEntries(drafts: Drafted[], messages: Message[], locales: string[]): TermEntry[] {
  const entries: TermEntry[] = []
  const byName = new Map<string, TermEntry[]>()
  for (const {data, locate} of drafts) {
    const draft = readDraft(data, locate, messages, locales)
    if (!draft) continue
    const known = byName.get(nameOf(draft, locales)) ?? []
    const same = known.find((entry) => isSameSense(entry, draft, locales))
    if (same) merge(same, draft, messages)
    else {
      const entry = {id: `t${entries.length + 1}`, ...draft}
      entries.push(entry)
      byName.set(nameOf(draft, locales), [...known, entry])
      const rival = known.find(({sense}) => !sense || !entry.sense)
      if (rival) messages.push(message('glossary-conflict', entry.place, {term: mainForm(entry, locales), field: 'sense', first: otherForm(rival, locales), second: otherForm(entry, locales)}, {related: [rival.place]}))
    }
  }
  return entries
}

export function mainForm({forms}: Pick<TermEntry, 'forms'>, locales: string[]): string {
  return forms[locales[0] ?? ''] ?? forms[locales[1] ?? ''] ?? Object.values(forms)[0] ?? ''
}

function otherForm({forms, abbreviation}: Pick<TermEntry, 'forms' | 'abbreviation'>, locales: string[]): string {
  return forms[locales[1] ?? ''] ?? abbreviation ?? '—'
}

function nameOf(entry: Pick<TermEntry, 'forms'>, locales: string[]): string {
  return sameKey(mainForm(entry, locales))
}

function isSameSense(one: TermEntry, other: Omit<TermEntry, 'id'>, locales: string[]): boolean {
  if (one.sense && other.sense) return one.sense.name === other.sense.name
  if (one.sense || other.sense) return false
  const [a, b] = [one.forms[locales[1] ?? ''], other.forms[locales[1] ?? '']]
  return a === undefined || b === undefined || sameKey(a) === sameKey(b)
}

/** The first file wins; what a later one says otherwise is reported, what it adds is taken. */
function merge(entry: TermEntry, other: Omit<TermEntry, 'id'>, messages: Message[]): void {
  const differs = (field: string, first: string | undefined, second: string | undefined) => {
    if (first !== undefined && second !== undefined && first !== second) messages.push(message('glossary-conflict', other.place, {term: Object.values(entry.forms)[0] ?? '', field, first, second}, {related: [entry.place]}))
  }
  for (const [locale, form] of Object.entries(other.forms)) differs(locale, entry.forms[locale], form)
  for (const [locale, text] of Object.entries(other.definitions)) differs(`definition.${locale}`, entry.definitions[locale], text)
  for (const field of ['abbreviation', 'partOfSpeech', 'sortKey', 'note', 'source'] as const) {
    differs(field, entry[field], other[field])
    const value = entry[field] ?? other[field]
    if (value !== undefined) entry[field] = value
  }
  entry.forms = {...other.forms, ...entry.forms}
  entry.definitions = {...other.definitions, ...entry.definitions}
  for (const [locale, list] of Object.entries(other.variants ?? {})) entry.variants = {...entry.variants, [locale]: unite(entry.variants?.[locale], list)}
  for (const field of ['deprecated', 'forbidden'] as const) if (other[field]) entry[field] = unite(entry[field], other[field])
}

function unite(first: string[] | undefined, second: string[]): string[] {
  return [...new Set([...(first ?? []), ...second])]
}
