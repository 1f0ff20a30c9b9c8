/** Repairs: mend known authoring faults of mdast, and report every mend. The only door of the room. */
import type {Book} from '../model/book.ts'
import {printAngleBrackets} from './angle-brackets.ts'
import {reportClosing} from './closing.ts'
import {readCodeFormulas} from './code-formulas.ts'
import {reportEmphasis} from './emphasis.ts'
import {removeHidden, restorePlain} from './hidden.ts'
import {setIndentedWords} from './indented-words.ts'
import {keepNumbers} from './list-numbers.ts'
import {partLines} from './part-lines.ts'
import {dropPreamble} from './preamble.ts'
import {freeParagraphs} from './swallowed-paragraph.ts'
import {reportTexDelimiters} from './tex-delimiters.ts'
import {dropUnseen} from './unseen.ts'

export {printTags} from './angle-brackets.ts'

/** Step 2, on `book.texts`. Each mend has its switch under `repair`; hidden characters go in any case. */
export function repairBook(book: Book): void {
  const {preamble, swallowedParagraph, cjkEmphasis, codeFormulas, indentedWords} = book.config.repair
  for (const text of book.texts) {
    restorePlain(text) // first: all others read words
    dropUnseen(text, book)
    printAngleBrackets(text, book) // before all that reads words
    if (preamble === 'drop') dropPreamble(text, book)
    reportClosing(text, book)
    reportTexDelimiters(text, book)
    keepNumbers(text)
    if (indentedWords) setIndentedWords(text, book)
    if (codeFormulas) readCodeFormulas(text, book)
    if (swallowedParagraph) freeParagraphs(text, book)
    if (cjkEmphasis) reportEmphasis(text, book) // while positions and text still agree
    removeHidden(text) // last: all others compare the tree with the text
  }
}

/** After the sources: an entry of a reference list is no line of a paragraph. */
export function repairLines(book: Book): void {
  if (book.config.repair.labelledLines) for (const text of book.texts) partLines(text, book)
}
