/** Highlighting and mathematics, loaded where the book has any: most books never touch them, and both are large. */
import type {ElementContent} from 'hast'
import {visit} from 'unist-util-visit'
import type {Book} from '../model/book.ts'

/** Code → elements; undefined where the language is not known or the text too long. */
export type Highlight = (text: string, language: string) => ElementContent[] | undefined

/** TeX → `math` element with alternative text, or why it cannot be read. */
export type SetMathematics = (tex: string, display: boolean) => {math: ElementContent} | {fault: string}

export interface Tools {
  highlight?: Highlight
  setMathematics?: SetMathematics
}

export async function loadTools(book: Book): Promise<Tools> {
  let code = false
  let math = false
  for (const {tree} of book.chapters) {
    visit(tree, (node) => {
      if (node.type === 'code') code ||= Boolean(node.lang)
      else if (node.type === 'math' || node.type === 'inlineMath') math = true
    })
  }
  return {
    ...(code ? {highlight: (await import('./highlight.ts')).highlight} : {}),
    ...(math ? {setMathematics: (await import('./mathematics.ts')).setMathematics} : {}),
  }
}
