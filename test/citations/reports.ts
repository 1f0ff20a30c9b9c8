/** One report → what became of each of its markers and list entries, reconciled with the scanner. */
import {composeFiles} from '../fixture.ts'
import {scan} from './scanner.ts'

export interface Account {
  report: string
  /** Markers that the scanner finds outside code and the list. */
  markers: number
  /** Of these, set as citations. */
  linked: number
  /** Entries that the scanner finds in the list. */
  sources: number
  /** Of these, in the book under the same number, with the same addresses. */
  resolved: number
  /** Numbers called, without a source. */
  undefined: number
  /** Left as text, by reason. */
  left: Record<string, number>
  /** Neither linked nor left for a told reason: must be empty. */
  lost: string[]
  /** Citations that the scanner did not find: must be empty. */
  invented: string[]
  /** Entries that are not in the book as they were, or addresses that changed: must be empty. */
  entriesLost: string[]
}

export async function accountFor(report: string, text: string): Promise<Account> {
  const scanned = scan(text)
  const {book, html} = await composeFiles({'report.md': text})
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({index}) => index + 1)]
  const offsetOf = (place: {line?: number; column?: number}) => (starts[(place.line ?? 1) - 1] ?? 0) + (place.column ?? 1) - 1
  const endOf = (place: {endLine?: number; endColumn?: number}) => offsetOf({line: place.endLine ?? 1, column: place.endColumn ?? 1})
  const called = new Map<string, {start: number; end: number; numbers: number[]}>()
  for (const {place, number} of book.calls) {
    const key = `${offsetOf(place)}`
    const known = called.get(key) ?? {start: offsetOf(place), end: endOf(place), numbers: []}
    known.numbers.push(number)
    called.set(key, known)
  }
  const spans = [...called.values()]
  const left: Record<string, number> = {}
  const leftAt = new Set<number>()
  for (const {ruleId, values, place, related} of book.messages) {
    if (ruleId !== 'citation-left' && ruleId !== 'footnote-undefined') continue
    for (const at of [place, ...(related ?? [])]) {
      leftAt.add(offsetOf(at))
      const reason = String(values.reason ?? 'footnote')
      left[reason] = (left[reason] ?? 0) + 1
    }
  }
  const inSpan = new Map(spans.map((span) => [span, [] as number[]]))
  const lost: string[] = []
  let linked = 0
  for (const {offset, raw, numbers} of scanned.markers) {
    const span = spans.find(({start, end}) => start <= offset && offset < end)
    if (span) {
      linked++
      inSpan.get(span)?.push(...numbers)
    } else if (!leftAt.has(offset)) lost.push(raw)
  }
  const invented = [...inSpan].filter(([{numbers}, seen]) => [...numbers].sort().join() !== [...new Set(seen)].sort().join()).map(([{start, end}]) => text.slice(start, end))
  const entriesLost: string[] = []
  let resolved = 0
  for (const {number, urls, line} of scanned.entries) {
    const source = book.sources.get(number)
    const entry = source && html.slice(html.indexOf(`id="ref-${number}"`)).split('<li ')[0]?.replaceAll('&#x26;', '&')
    const stays = source?.place.line !== line // a second list with taken numbers stays where it is, in the text
    const where = stays ? html.replaceAll('&#x26;', '&') : (entry ?? '')
    if (source && !stays && urls.every((url) => where.includes(url.replace(/[.,;:*_]+$/, '')))) resolved++
    else entriesLost.push(`${line}: [${number}] ${urls.join(' ')}`)
  }
  const missing = new Set(book.calls.filter(({number}) => !book.sources.has(number)).map(({number}) => number)).size
  return {report, markers: scanned.markers.length, linked, sources: scanned.entries.length, resolved, undefined: missing, left, lost, invented, entriesLost}
}
