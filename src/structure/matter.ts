/** Front, body and back matter in that order, and never mixed: folios and navigation depend on it. */
import type {Chapter, SectionRole} from '../model/book.ts'
import {isList} from './roles.ts'

/** GB/T 7713.3: references follow the body, appendices follow them, and the glossary is last. */
export function placeApparatus(chapters: Chapter[], references: Chapter[], glossary: Chapter[]): Chapter[] {
  const end = chapters.findLastIndex(({matter}) => matter !== 'back') + 1
  return [...chapters.slice(0, end), ...references, ...chapters.slice(end), ...glossary]
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
