/** Lint: checks that read what the features recorded; they change nothing. The only door of the room. */
import type {Book} from '../model/book.ts'
import {lintBoldHeadings} from './bold-headings.ts'
import {lintAlone} from './citations-alone.ts'
import {lintDuplicates} from './citations-duplicate.ts'
import {lintGaps} from './citations-gap.ts'
import {lintIdentifiers} from './citations-identifier.ts'
import {lintIncomplete} from './citations-incomplete.ts'
import {lintUncited} from './citations-uncited.ts'
import {lintEmptyItems} from './list-items-empty.ts'
import {lintListNumbers} from './list-numbers.ts'
import {lintPlainHeadings} from './plain-headings.ts'
import {lintTableRows} from './table-rows.ts'

const checks = [lintUncited, lintDuplicates, lintGaps, lintAlone, lintIdentifiers, lintIncomplete, lintTableRows, lintBoldHeadings, lintPlainHeadings, lintEmptyItems, lintListNumbers]

/** Step 8: push messages to `book.messages`. */
export function lintBook(book: Book): void {
  for (const check of checks) check(book)
}
