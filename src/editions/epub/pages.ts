/** Page-list: a marker before the first block that starts on each printed page of the PDF made in the same run. */
import type {Element, ElementContent} from 'hast'
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

/** Between rows, and between columns, nothing else may stand. */
const rowed = new Set(['colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr'])

export function takesMark(tagName: string): boolean {
  return !rowed.has(tagName)
}

/** A marker stands before the block; inside it where the parent takes no stranger (li, dt, td …; groups of a `dl`). */
export function placeMark(nodes: ElementContent[], mark: Element | undefined, parent: string): ElementContent[] {
  const [first] = nodes
  if (!mark || !first) return mark ? [mark] : nodes
  const group = parent === 'dl' && first.type === 'element' && first.tagName === 'div'
  const home = group ? first.children.find((child): child is Element => child.type === 'element') : first
  if (home?.type === 'element' && /^(li|dt|dd|td|th|figcaption|caption)$/.test(home.tagName)) {
    home.children.unshift(mark)
    return nodes
  }
  return [mark, ...nodes]
}
