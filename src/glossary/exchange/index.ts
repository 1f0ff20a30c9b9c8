/** What `banben glossary` does with termbases: read, propose, merge, export. Text in, text out. */
import type {Book, TermEntry, TextFile} from '../../model/book.ts'
import type {BookConfig} from '../../model/config.ts'
import type {Message} from '../../model/message.ts'
import {extractTerms, type Proposal} from '../extract/index.ts'
import {sameKey} from '../fold.ts'
import {mergeEntries, readFiles} from '../termbase.ts'
import {mergeYaml, type Plain} from './yaml-merge.ts'

export interface MergedGlossary {text: string; added: number; completed: number}

export async function readTerms(files: TextFile[], {glossary}: BookConfig, messages: Message[] = []): Promise<TermEntry[]> {
  return mergeEntries(await readFiles(files, messages), messages, glossary.locales)
}

/** @param terms What the glossary has already: its names bound the terms of the text. */
export function proposeTerms({chapters}: Pick<Book, 'chapters'>, terms: TermEntry[]): Promise<Proposal[]> {
  return extractTerms(chapters, terms.flatMap(({forms, variants}) => [...Object.values(forms), ...Object.values(variants ?? {}).flat()]))
}

export function mergeProposals(text: string, proposals: Proposal[], {glossary: {locales: [main, partner]}}: BookConfig): MergedGlossary {
  const terms = proposals.map(({zh, en, abbreviation, alias}): Plain => ({
    forms: {...(zh ? {[main]: zh} : {}), ...(en ? {[partner]: en} : {})},
    ...(abbreviation ? {abbreviation} : {}),
    ...(alias ? {variants: {[main]: [alias]}} : {}),
  }))
  return mergeYaml(text, terms, sameTerm(main, partner))
}

export function mergeTerms(text: string, terms: TermEntry[], {glossary: {locales: [main, partner]}}: BookConfig): MergedGlossary {
  return mergeYaml(text, terms, sameTerm(main, partner))
}

/** Loaded only when asked for. */
export async function exportTerms(terms: TermEntry[], format: 'tbx' | 'csv' | 'tsv', title: string): Promise<string> {
  return format === 'tbx' ? (await import('./tbx-write.ts')).writeTbx(terms, title) : (await import('./table.ts')).writeTable(terms, format)
}

/** The same name, and no other translation: 推理 (Inference) is not 推理 (Reasoning). */
function sameTerm(main: string, partner: string): (known: Record<string, unknown>, term: Plain) => boolean {
  const agree = (one: unknown, other: unknown) => one === undefined || other === undefined || sameKey(String(one)) === sameKey(String(other))
  const called = (known: Record<string, unknown>, name: string) => sameKey(String(known[main] ?? '')) === sameKey(name) || JSON.stringify(known.variants ?? '').includes(`"${name}"`)
  return (known, {forms, abbreviation, sense}) => {
    const name = forms[main]
    if (name === undefined || !called(known, name)) return false
    const knownSense = (known.sense as {name?: string} | undefined)?.name // as the file has it
    return agree(known[partner], forms[partner]) && (forms[partner] !== undefined || agree(known.abbreviation, abbreviation)) && (sense === undefined || knownSense === undefined || sense.name === knownSense)
  }
}
