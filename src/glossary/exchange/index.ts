/** What `banben glossary` does with termbases: read, propose, merge, export. Text in, text out. */
import type {Book, TermEntry, TextFile} from '../../model/book.ts'
import type {BookConfig} from '../../model/config.ts'
import type {Message, Place} from '../../model/message.ts'
import {extractTerms, type Proposal} from '../extract/index.ts'
import {sameKey} from '../fold.ts'
import {mergeEntries, readFiles} from '../termbase.ts'
import {sameTerm} from './same.ts'
import {type Merged, mergeYaml, type Plain} from './yaml-merge.ts'

export {mergeProposals} from './proposals.ts'

/** What a merge brings, and the proposals that brought it. */
export type MergedGlossary = Merged

/** A term that the glossary has by another name. */
export interface Rival {term: string; field: string; first: string; second: string}

export async function readTerms(files: TextFile[], {glossary}: BookConfig, messages: Message[] = []): Promise<TermEntry[]> {
  return mergeEntries(await readFiles(files, messages), messages, glossary.locales)
}

/** @param terms What the glossary has already: its names bound the terms of the text. */
export function proposeTerms(book: Pick<Book, 'chapters' | 'written' | 'continued'>, terms: TermEntry[]): Promise<Proposal[]> {
  return extractTerms(book, terms.flatMap(({forms, variants}) => [...Object.values(forms), ...Object.values(variants ?? {}).flat()]))
}

/** @returns `conflicts`: terms that were left, since the glossary has them by another name. */
export function mergeTerms(text: string, terms: TermEntry[], {glossary: {locales: [main, partner]}}: BookConfig): MergedGlossary & {conflicts: (Rival & {place: Place})[]} {
  const merged = mergeYaml(text, terms, {isSame: sameTerm(main, partner), isRival: rivalTerm(main, partner)})
  const conflicts = merged.rivals.flatMap(({known, term}) => {
    const entry = terms.find((each) => each === term)
    return entry ? [{...differenceOf(known, entry, main, partner), place: entry.place}] : []
  })
  return {...merged, conflicts}
}

function differenceOf(known: Record<string, unknown>, {forms, abbreviation}: TermEntry, main: string, partner: string): Rival {
  const field = sameKey(String(known[main] ?? '')) === sameKey(forms[main] ?? '') ? partner : main
  const name = (field === main ? forms[partner] : forms[main]) ?? abbreviation ?? ''
  return {term: name, field, first: String(known[field] ?? '—'), second: forms[field] ?? '—'}
}

/** One of its names is the same, or its abbreviation where one of the two has no name beside it; senses tell homographs apart. */
function rivalTerm(main: string, partner: string): (known: Record<string, unknown>, term: Plain) => boolean {
  const same = (one: unknown, other: unknown) => one !== undefined && other !== undefined && sameKey(String(one)) === sameKey(String(other))
  return (known, {forms, abbreviation, sense}) => {
    if (sense !== undefined || known.sense !== undefined) return false
    return same(known[main], forms[main]) || same(known[partner], forms[partner]) || (same(known.abbreviation, abbreviation) && (known[partner] === undefined || forms[partner] === undefined))
  }
}

/** Loaded only when asked for. */
export async function exportTerms(terms: TermEntry[], format: 'tbx' | 'csv' | 'tsv', title: string): Promise<string> {
  return format === 'tbx' ? (await import('./tbx-write.ts')).writeTbx(terms, title) : (await import('./table.ts')).writeTable(terms, format)
}
