/** The whole run as one JSON document, for programs. Fields are only ever added. */
import {wording} from '../diagnostics/index.ts'
import type {Message} from '../model/message.ts'
import {countMessages, type RunReport, type ReportedBook, shownPath, sortMessages} from './report.ts'
import type {Language} from './strings.ts'

export function printJson({books, language, command, version, exitCode}: RunReport): string {
  return `${JSON.stringify({version, command, exitCode, books: books.map((book) => jsonBook(book, language))}, undefined, 2)}\n`
}

function jsonBook(book: ReportedBook, language: Language) {
  const {name, folder, published, files, summary, messages} = book
  return {name, folder, language: book.language, published, files, summary, counts: countMessages(messages), messages: sortMessages(messages).map((entry) => jsonMessage(entry, folder, language))}
}

function jsonMessage(entry: Message, folder: string, language: Language) {
  const {ruleId, severity, place, related, fix, values} = entry
  const at = (where: Message['place']) => ({...where, path: shownPath(folder, where.path)})
  return {ruleId, severity, ...at(place), ...wording(entry, language), values, ...(related?.length ? {related: related.map(at)} : {}), ...(fix ? {fix} : {})}
}
