/** Words that the glossary forbids or calls outdated. The preferred name of the same script is the mend. */
import {message} from '../../diagnostics/index.ts'
import type {Book} from '../../model/book.ts'
import {isHan} from '../fold.ts'
import type {Survey} from '../survey.ts'
import {placeIn} from '../runs.ts'
import {mainForm} from '../termbase.ts'

export function lintForms(book: Book, {mentions}: Survey): void {
  const {locales} = book.config.glossary
  for (const {run, start, end, names, name} of mentions) {
    const faulty = name ?? names[0]
    if (!faulty || (faulty.kind !== 'forbidden' && faulty.kind !== 'deprecated')) continue
    const written = run.text.slice(start, end)
    const forms = Object.values(faulty.entry.forms)
    const preferred = forms.find((form) => isHan(form[0]) === isHan(written[0])) ?? mainForm(faulty.entry, locales)
    const {range, ...place} = placeIn(run, start, end)
    const fix = range && names.length === 1 && run.kind !== 'heading' ? {fix: {...range, text: preferred}} : {}
    book.messages.push(message(faulty.kind === 'forbidden' ? 'term-forbidden' : 'term-deprecated', place, {written, preferred}, fix))
  }
}
