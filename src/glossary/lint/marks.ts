/** Marks in comments that stand behind no term, and terms that no text mentions. */
import {message} from '../../diagnostics/index.ts'
import type {Book} from '../../model/book.ts'
import type {Survey} from '../survey.ts'
import {mainForm} from '../termbase.ts'

export function lintMarks(book: Book, {runs, mentions}: Survey): void {
  const met = new Set(mentions.flatMap(({marks}) => marks))
  for (const {marks, chapter} of runs) {
    for (const mark of marks) {
      if (met.has(mark)) continue
      const {start} = mark.node.position ?? {}
      book.messages.push(message('term-mark-stray', {path: chapter.path, ...(start ? {line: start.line, column: start.column} : {})}, {mark: mark.wish === 'sense' ? `term: ${mark.sense}` : mark.wish}))
    }
  }
  const named = new Set(mentions.flatMap(({names}) => names.map(({entry}) => entry.id)))
  for (const entry of book.terms.values()) {
    if (!named.has(entry.id)) book.messages.push(message('term-unused', entry.place, {term: mainForm(entry, book.config.glossary.locales)}))
  }
}
