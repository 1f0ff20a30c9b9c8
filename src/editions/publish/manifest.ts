/** `editions.json` beside the editions: what each file is, its sum, and what it was made from. */
import type {Format} from '../../model/book.ts'

export interface ManifestEntry {
  file: string
  format: Format
  bytes: number
  sha256: string
  /** Hash over everything it was made from. */
  inputs: string
  epoch: number
  /** Made by an earlier build, and kept as it was. */
  carried?: true
}

export interface Manifest {book: string; editions: ManifestEntry[]}

export const manifestName = 'editions.json'

/** The same text for the same editions: no clock, no machine. */
export function printManifest({book, editions}: Manifest): string {
  const sorted = editions.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  return `${JSON.stringify({book, editions: sorted}, undefined, 2)}\n`
}

/** A manifest that cannot be read says nothing; its files are then kept as anyone's. */
export function readManifest(text: string): Manifest {
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null
    const editions = Array.isArray(value?.editions) ? value.editions.filter(({file, format}) => typeof file === 'string' && ['html', 'pdf', 'epub'].includes(format)) : []
    return {book: String(value?.book ?? ''), editions: editions.map(({carried: _, ...entry}) => entry)}
  } catch {
    return {book: '', editions: []}
  }
}
