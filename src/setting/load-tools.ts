/** Highlighting, mathematics and a parser of HTML, loaded where the book has any: most books never touch them, and all are large. */
import type {Nodes} from 'mdast'
import type {Book} from '../model/book.ts'
import type {Tools} from './tools.ts'

export async function loadTools(book: Book): Promise<Tools> {
  const seen = {code: false, math: false, html: false}
  const look = (node: Nodes) => {
    if (node.type === 'code') seen.code ||= Boolean(node.lang)
    else if (node.type === 'math' || node.type === 'inlineMath') seen.math = true
    else if (node.type === 'html') seen.html = true
    else if ('children' in node) for (const child of node.children) look(child)
  }
  for (const {tree} of book.chapters) look(tree)
  return {
    ...(seen.code ? {highlight: (await import('./highlight.ts')).highlight} : {}),
    ...(seen.math ? {setMathematics: (await import('./mathematics.ts')).setMathematics} : {}),
    ...(seen.html ? {mergeHtml: (await import('./author-html.ts')).mergeHtml} : {}),
  }
}
