/** Step 9: previews of sources, one for each entry that is called. */
import type {ElementContent} from 'hast'
import {toHast} from 'mdast-util-to-hast'
import type {Book, Source} from '../model/book.ts'
import type {GalleyNote} from '../model/nodes.ts'
import type {Services} from '../model/setting.ts'
import {foreignTo, formatSource} from './references.ts'
import {styleOf} from './styles/index.ts'

export function composeNotes(book: Book, services: Services): GalleyNote[] {
  const style = styleOf(book.config.citations.style, book.config.language)
  const notes = new Map<string, GalleyNote>()
  const entryOf = (source: Source | undefined): ElementContent[] => {
    const {lang} = foreignTo(book.config.language, source)
    const entry = safeHast(formatSource(source, style, services))
    return lang === undefined ? entry : [{type: 'element', tagName: 'span', properties: {lang}, children: entry}]
  }
  for (const {tree} of book.chapters) {
    const walk = (node: typeof tree | (typeof tree)['children'][number]): void => {
      if (node.type !== 'citation') {
        if ('children' in node) node.children.forEach(walk)
        return
      }
      for (const {number, target, label} of node.items) {
        if (target === undefined || notes.has(target)) continue
        notes.set(target, {id: target, kind: 'citation', label: label ?? String(number), target, children: entryOf(book.sources.get(number))})
      }
    }
    walk(tree)
  }
  return [...notes.values()]
}

/** Author's raw HTML is left out (no `allowDangerousHtml`), and links keep only what editions may lead to. */
function safeHast(children: ReturnType<typeof formatSource>): ElementContent[] {
  const tree = toHast({type: 'paragraph', children})
  if (tree.type !== 'element') return []
  const clean = (nodes: ElementContent[]): ElementContent[] => nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : []
    const inner = clean(node.children)
    if (node.tagName === 'img') return []
    if (node.tagName === 'a' && !/^(?:https?:|mailto:|tel:)/i.test(String(node.properties.href ?? ''))) return inner
    return [{...node, children: inner}]
  })
  return clean(tree.children)
}
