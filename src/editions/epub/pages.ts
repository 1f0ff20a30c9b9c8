/** Page-list: a marker before the first block that starts on each printed page of the PDF made in the same run. */
import type {Element} from 'hast'
import type {PageMark} from './document.ts'

export interface PageState {
  /** Printed folio of every anchor of the galley; undefined without a PDF. */
  folios: Map<string, string> | undefined
  marks: PageMark[]
  marked: Set<string>
}

export function openPages(folios: Map<string, string> | undefined): PageState {
  return {folios, marks: [], marked: new Set()}
}

/** @param anchor Id of a block. @returns A marker, if its page has none yet. */
export function markPage(anchor: string, pages: PageState, fileName: string): Element | undefined {
  const folio = pages.folios?.get(anchor)
  if (!folio || pages.marked.has(folio)) return undefined
  pages.marked.add(folio)
  const id = `page-${pages.marks.length + 1}`
  pages.marks.push({folio, fileName, id})
  return {type: 'element', tagName: 'span', properties: {id, 'epub:type': 'pagebreak', role: 'doc-pagebreak', ariaLabel: folio}, children: []}
}
