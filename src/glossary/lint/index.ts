/** Consistency of terms: checks of the author's text before anything is injected. */
import type {Book} from '../../model/book.ts'
import type {Survey} from '../gloss.ts'

export function lintTerms(_book: Book, _survey: Survey): void {}
