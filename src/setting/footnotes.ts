/** Footnotes: short ids, and one note of the galley for each, so that editions can preview or pop it up. */
import type {Element, ElementContent, Root, RootContent} from 'hast'
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

/** Calls side by side are two numbers: ¹², would be read as twelve. In place, once the calls are known. */
export function partCalls(tree: Root): void {
  visit(tree, 'element', ({children}) => {
    const seen = children.filter((child) => child.type !== 'text' || child.value !== '') // a space between them is gone
    for (const [index, child] of seen.entries()) if (child.type === 'element' && isCall(child) && isCall(seen[index + 1])) child.children.push({type: 'text', value: ','})
  })
}

function isCall(node: RootContent | undefined): boolean {
  const [only] = node?.type === 'element' && node.tagName === 'sup' ? node.children : []
  return only?.type === 'element' && Array.isArray(only.properties.className) && only.properties.className.includes('footnote-call')
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
