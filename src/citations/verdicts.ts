/** Which candidates are citations, and why the others stay text. */
import type {Nodes} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Book, ParsedText} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import type {CitationCandidate, DialectName} from '../model/nodes.ts'
import {placeOf} from './places.ts'

/** Why a marker stays text; a closed list. */
export type LeftReason = 'no-sources' | 'no-such-source' | 'inside-link' | 'dialect-off' | 'other-address'

/** Numbers above this are years and the like, unless there is such a source. */
const highestUnlisted = 999

export interface Verdicts {
  book: Book
  allowed: (dialect: DialectName) => boolean
  /** Dialects of which at least one marker is fully known. */
  proven: Set<DialectName>
  left: Map<LeftReason, {marker: string; places: Place[]}>
}

/** What is around the children that are looked at. */
export interface Scene {
  text: ParsedText
  verdicts: Verdicts
  /** Normalised labels of the file's definitions, footnotes with a caret. */
  defined: ReadonlySet<string>
  /** They stand inside a link. */
  linked: boolean
}

export function reasonToLeave({dialect, items}: CitationCandidate, {book, allowed, proven}: Verdicts): LeftReason | undefined {
  if (!allowed(dialect)) return 'dialect-off'
  if (book.sources.size === 0) return 'no-sources'
  if (items.every(({number}) => book.sources.has(number))) return undefined
  return proven.has(dialect) && items.every(({number}) => number <= highestUnlisted || book.sources.has(number)) ? undefined : 'no-such-source'
}

export function leave(reason: LeftReason, node: Nodes & {value?: string}, {path}: ParsedText, {left}: Verdicts): void {
  const known = left.get(reason) ?? {marker: 'value' in node ? String(node.value) : toString(node), places: []}
  known.places.push(placeOf(path, node.position))
  left.set(reason, known)
}
