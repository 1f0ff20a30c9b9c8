/** Figures and tables with captions, in order of the book. */
import type {Book, Captioned} from '../model/book.ts'

export function listCaptioned(_book: Book): Captioned[] {
  return []
}
