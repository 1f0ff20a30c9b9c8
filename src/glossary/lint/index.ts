/** Consistency of terms: checks of the author's text before anything is injected. The survey in, messages out. */
import type {Book} from '../../model/book.ts'
import type {Survey} from '../survey.ts'
import {lintAbbreviations} from './abbreviations.ts'
import {lintCase} from './case.ts'
import {lintForms} from './forms.ts'
import {lintGlosses} from './glosses.ts'
import {lintMarks} from './marks.ts'
import {lintNearMisses} from './near-miss.ts'
import {lintRegions} from './regions.ts'

export function lintTerms(book: Book, survey: Survey): void {
  lintForms(book, survey)
  lintGlosses(book, survey)
  lintAbbreviations(book, survey)
  lintCase(book, survey)
  lintRegions(book, survey)
  lintNearMisses(book, survey)
  lintMarks(book, survey)
}
