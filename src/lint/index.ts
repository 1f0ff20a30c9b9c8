/** Lint: checks that read what the features recorded; they change nothing. The only door of the room. */
import type {Book} from '../model/book.ts'

/** Step 8: push messages to `book.messages`. */
export function lintBook(_book: Book): void {}
