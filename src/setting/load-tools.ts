/** Highlighting and mathematics, loaded where the book has any: most books never touch them, and both are large. */
import {visit} from 'unist-util-visit'
import type {Book} from '../model/book.ts'
import type {Tools} from './tools.ts'

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
