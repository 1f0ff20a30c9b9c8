/** Front, body and back matter in that order, and never mixed: folios and navigation depend on it. */
import type {Book, Chapter, SectionRole} from '../model/book.ts'
import {isList} from './roles.ts'

/** GB/T 7713.3: references follow the body, appendices follow them, and the glossary is last. */
export function placeApparatus(book: Book, references: Chapter[], glossary: Chapter[]): Chapter[] {
  const {chapters} = book
  const end = Math.max(chapters.findLastIndex(({matter}) => matter !== 'back'), chapters.findLastIndex((chapter) => chapter.matter === 'back' && chapter.role !== 'appendix' && standsAbove(chapter, book))) + 1
  return [...chapters.slice(0, end), ...references, ...chapters.slice(end), ...glossary]
}

/** What closes the book above the author's own list, as acknowledgements in a paper do, stays above it. */
function standsAbove({path, tree}: Chapter, {listPlace, written}: Book): boolean {
  const line = tree.children[0]?.position?.start.line
  if (!listPlace || line === undefined) return false
  const files = [...(written?.keys() ?? [])]
  return path === listPlace.path ? line < listPlace.line : files.indexOf(path) < files.indexOf(listPlace.path)
}

const closing = new Set<SectionRole>(['conclusion', 'appendix', 'acknowledgments'])

/** Where parts stand among the chapters, nothing says where the last one ends: what closes the book belongs to none. */
export function closeParts(chapters: Chapter[]): void {
  const end = chapters.findLastIndex(({role, title}) => !closing.has(role) && !isList(title)) + 1
  for (const chapter of chapters.slice(end)) {
    chapter.apart = true
    if (isList(chapter.title)) chapter.matter = 'back'
  }
}

/** A chapter that is called 摘要 between two chapters of the body belongs to the body. */
export function orderMatter(chapters: Chapter[]): void {
  const last = chapters.findLastIndex(({matter}) => matter === 'body')
  const first = chapters.findIndex(({matter}) => matter === 'body')
  if (first < 0) {
    for (const chapter of chapters) if (chapter.matter === 'front' && chapter.role === 'chapter') chapter.matter = 'body'
    return
  }
  for (const chapter of chapters.slice(first, last)) chapter.matter = 'body'
}
