/** What the heavy tools of setting take and give. Types only. */
import type {ElementContent} from 'hast'

/** Code → elements; undefined where the language is not known or the text too long. */
export type Highlight = (text: string, language: string) => ElementContent[] | undefined

/** TeX → `math` element with alternative text, or why it cannot be read. */
export type SetMathematics = (tex: string, display: boolean) => {math: ElementContent} | {fault: string}

export interface Tools {
  highlight?: Highlight
  setMathematics?: SetMathematics
}
