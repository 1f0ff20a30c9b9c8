/** What the heavy tools of setting take and give. Types only. */
import type {ElementContent, Root} from 'hast'
import type {Book, Chapter} from '../model/book.ts'
import type {Held} from './holders.ts'

/** Code → elements; undefined where the language is not known or the text too long. */
export type Highlight = (text: string, language: string) => ElementContent[] | undefined

/** TeX → `math` element with alternative text, or why it cannot be read.
 *
 * @param numbers Of the lines that have one by themselves. */
export type SetMathematics = (tex: string, display: boolean, numbers?: string[]) => {math: ElementContent} | {fault: string}

/** A chapter with `raw` nodes → one without. */
export type MergeHtml = (tree: Root, chapter: Chapter, book: Book, held: Held[]) => Root

export interface Tools {
  mergeHtml?: MergeHtml
  highlight?: Highlight
  setMathematics?: SetMathematics
}
