/** Which candidates are citations, and why the others stay text. */
import type {Nodes} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Book, ParsedText} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import type {CitationCandidate, DialectName} from '../model/nodes.ts'
import {isExpression} from './expressions.ts'
import type {NotesElsewhere} from './notes-elsewhere.ts'
import {placeOf} from './places.ts'

/** Why a marker stays text; a closed list. */
export type LeftReason = 'no-sources' | 'no-such-source' | 'inside-link' | 'dialect-off' | 'other-address' | 'expression' | 'footnote'

/** Numbers above this are years and the like, unless there is such a source. */
const highestUnlisted = 999

export interface Verdicts {
  book: Book
  allowed: (dialect: DialectName) => boolean
  /** Dialects of which at least one marker is fully known; one that is, is itself the proof. */
  proven: Set<DialectName>
  left: Map<LeftReason, {marker: string; places: Place[]}>
  notes: NotesElsewhere
}

/** What is around the children that are looked at. */
export interface Scene {
  text: ParsedText
  verdicts: Verdicts
  /** Normalised labels of the file's definitions, footnotes with a caret. */
  defined: ReadonlySet<string>
  /** The text has numbered footnotes: `[^7]` without a note is one that was lost, as GFM reads it, and calls no source. */
  notes: boolean
  /** They stand inside a link. */
  linked: boolean
}

/** `[^7]` may call a note; `[^7^]` never does. */
const openCaret = /^\[\^[^^]*\]$/

export function reasonToLeave(node: CitationCandidate, {text, verdicts: {book, allowed, proven}, notes, linked}: Scene): LeftReason | undefined {
  const {dialect, items, value} = node
  if (linked) return 'inside-link'
  if (!allowed(dialect)) return 'dialect-off'
  if (book.sources.size === 0) return 'no-sources'
  if (notes && openCaret.test(value)) return 'footnote'
  if (isExpressionAt(node, text.text)) return 'expression'
  return proven.has(dialect) && items.every(({number}) => number <= highestUnlisted || book.sources.has(number)) ? undefined : 'no-such-source'
}

/** @param text The file's. */
export function isExpressionAt({dialect, position}: CitationCandidate, text: string): boolean {
  return dialect === 'bracket' && position?.start.offset !== undefined && isExpression(text, position.start.offset, position.end.offset ?? 0)
}

/** 国办发〔2023〕11号: the year in the number of an official document (GB/T 9704). No reader takes it for a call, so it is not told.
 *
 * @param text The file's. */
export function isDocumentNumber({value, position}: CitationCandidate, text: string): boolean {
  const end = position?.end.offset
  return end !== undefined && /^\D(?:19|20)\d\d\D$/.test(value) && /^\s*第?\s*\d{1,5}\s*[号號]/.test(text.slice(end, end + 16))
}

export function leave(reason: LeftReason, node: Nodes & {value?: string}, {path}: ParsedText, {left}: Verdicts): void {
  const known = left.get(reason) ?? {marker: 'value' in node ? String(node.value) : toString(node), places: []}
  known.places.push(placeOf(path, node.position))
  left.set(reason, known)
}
