/** Marks in comments that stand behind no term or name no sense of it, and terms that no text mentions. */
import {message} from '../../diagnostics/index.ts'
import type {Book} from '../../model/book.ts'
import type {Place} from '../../model/message.ts'
import type {Mark, Run} from '../runs.ts'
import type {Survey} from '../survey.ts'
import {mainForm} from '../termbase.ts'

export function lintMarks(book: Book, {runs, mentions}: Survey): void {
  const met = new Set(mentions.flatMap(({marks}) => marks))
  for (const run of runs) {
    for (const mark of run.marks) {
      if (!met.has(mark)) book.messages.push(message('term-mark-stray', placeOf(mark, run), {mark: mark.wish === 'sense' ? `term: ${mark.sense}` : mark.wish}))
    }
  }
  for (const {run, marks, name, names, start, end} of mentions) {
    const mark = marks.find(({wish}) => wish === 'sense')
    if (mark && !name) book.messages.push(message('term-sense-unknown', placeOf(mark, run), {sense: mark.sense, term: run.text.slice(start, end), expected: names.map(({entry}) => entry.sense?.name ?? mainForm(entry, book.config.glossary.locales)).join(', ')}))
  }
  const named = new Set(mentions.flatMap(({names}) => names.map(({entry}) => entry.id)))
  for (const entry of book.terms.values()) {
    if (!named.has(entry.id)) book.messages.push(message('term-unused', entry.place, {term: mainForm(entry, book.config.glossary.locales)}))
  }
}

function placeOf({node: {position}}: Mark, {chapter}: Run): Place {
  return {path: chapter.path, ...(position ? {line: position.start.line, column: position.start.column} : {})}
}
