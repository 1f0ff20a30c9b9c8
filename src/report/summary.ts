/** The end of a run for people: files, sizes, pages, citations, terms, messages. */
import {countMessages, type Counts, type ReportedBook, type RunReport} from './report.ts'
import {type Language, say} from './strings.ts'

/** @returns One paragraph a book. */
export function printSummary(run: RunReport): string {
  return `${run.books.map((book) => bookLines(book, run).join('\n')).join('\n\n')}\n`
}

function bookLines(book: ReportedBook, {language, strict, command}: RunReport): string[] {
  const counts = countMessages(book.messages)
  const lines = [book.folder.split('/').at(-1) === book.name || book.folder === '.' ? book.name : `${book.name} (${book.folder})`]
  const widest = Math.max(0, ...book.files.map(({path}) => path.length))
  for (const {path, bytes, pages} of book.files) lines.push(`  ${path.padEnd(widest)}  ${formatBytes(bytes).padStart(8)}${pages === undefined ? '' : `  ${sayCount(language, 'page', pages)}`}`)
  if (book.summary) lines.push(`  ${[citationLine(book.summary, language), ...(book.summary.terms > 0 ? [say(language, 'summary.terms', {terms: book.summary.terms, mentions: book.summary.mentions})] : [])].join(say(language, 'summary.and'))}`)
  const found = [countLine(counts, language), ...(book.deadLinks ? [sayCount(language, 'deadLink', book.deadLinks)] : [])].filter(Boolean)
  lines.push(`  ${found.length === 0 ? say(language, 'summary.clean') : found.join(say(language, 'summary.and'))}`)
  if (command === 'build' && !book.published) lines.push(`  ${say(language, 'summary.unpublished')}${strict && counts.error === 0 ? ` ${say(language, 'summary.strict')}` : ''}`)
  return lines
}

function citationLine(summary: NonNullable<ReportedBook['summary']>, language: Language): string {
  const {citations: calls, numbersCited: numbers, sourcesMissing: missing} = summary
  return calls === 0 ? say(language, 'summary.noCitations') : say(language, 'summary.citations', {calls, numbers, given: numbers - missing, missing})
}

function countLine(counts: Counts, language: Language): string {
  return (['error', 'warning', 'info'] as const).filter((severity) => counts[severity] > 0).map((severity) => sayCount(language, severity, counts[severity])).join(say(language, 'summary.and'))
}

function sayCount(language: Language, what: 'page' | 'error' | 'warning' | 'info' | 'deadLink', count: number): string {
  return count === 1 ? say(language, `summary.${what}`) : say(language, `summary.${what}s`, {count})
}

/** SI units, three digits: `14.8 kB`, `1.45 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const [value, unit] = bytes < 999_500 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB']
  return `${value < 999.5 ? value.toPrecision(3) : Math.round(value)} ${unit}`
}
