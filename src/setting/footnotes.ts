/** Footnotes: short ids, and one note of the galley for each, so that editions can preview or pop it up. */
import type {Element, ElementContent} from 'hast'
import {visit} from 'unist-util-visit'
import type {Book} from '../model/book.ts'

/** @param node Any element of a chapter, before its children are seen. */
export function setFootnote(node: Element, chapter: string, book: Book): void {
  if (node.properties.dataFootnoteRef !== undefined) callNote(node, chapter)
  if (node.tagName === 'section' && node.properties.dataFootnotes !== undefined) collectNotes(node, chapter, book)
}

/** `href` holds the only id that survives sanitising as it was: `#c1-fn-2`. */
function callNote(node: Element, chapter: string): void {
  const id = String(node.properties.href ?? '').slice(1)
  const count = /-(\d+)$/.exec(String(node.properties.id ?? ''))?.[0] ?? ''
  node.properties.id = `${id.replace('-fn-', '-fnref-')}${/fnref-\d+-\d+$/.test(String(node.properties.id)) ? count : ''}`
  node.properties.className = ['footnote-call']
  delete node.properties.ariaDescribedBy
  node.data = {...node.data, slot: {type: 'note', kind: 'footnote', id}}
  if (!id.startsWith(`${chapter}-fn-`)) delete node.data.slot
}

function collectNotes(section: Element, chapter: string, book: Book): void {
  let number = 0
  visit(section, 'element', (item) => {
    if (item.tagName === 'h2') item.properties = {className: ['notes-title']}
    if (item.tagName !== 'li' || !/-fn-\d+$/.test(String(item.properties.id ?? ''))) return
    number += 1
    const id = `${chapter}-fn-${number}`
    item.properties.id = id
    book.notes.set(id, {id, kind: 'footnote', label: String(number), target: id, children: withoutBacklinks(structuredClone(item.children))})
  })
}

function withoutBacklinks(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    if (child.properties.dataFootnoteBackref !== undefined) return []
    child.children = withoutBacklinks(child.children)
    return [child]
  })
}
