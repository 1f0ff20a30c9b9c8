/** One map of all anchors: galley id → file and id in the EPUB. */
import type {Element, Nodes} from 'hast'
import type {Galley} from '../../model/book.ts'

export interface LinkTarget {
  fileName: string
  /** '' where the whole file is meant. */
  id: string
}

export type LinkMap = Map<string, LinkTarget>

/** `id` has type ID in the schema of XHTML: an NCName. Ours always are; authors' need not be. */
const name = /^[A-Za-z_][A-Za-z0-9_.-]*$/

/** Notes stand at the end of each chapter that calls them, under ids of their own. */
export function idOfNote(note: string, chapter: string): string {
  return `${chapter}-note-${note.replace(/[^\w-]/g, '_')}`
}

/** @param files File name of each chapter, by chapter id. */
export function mapLinks(galley: Galley, files: Map<string, string>): LinkMap {
  const {chapters} = galley
  const links: LinkMap = new Map()
  let renamed = 0
  for (const {id, tree} of chapters) {
    const fileName = files.get(id) ?? `${id}.xhtml`
    links.set(id, {fileName, id: ''})
    const walk = (node: Nodes) => {
      if (node.type === 'element' && typeof node.properties.id === 'string' && !links.has(node.properties.id)) {
        const own = node.properties.id
        const note = galley.notes.get(own)
        links.set(own, {fileName, id: note?.kind === 'footnote' ? idOfNote(note.id, id) : name.test(own) ? own : `${id}-x${++renamed}`})
      }
      if ('children' in node) for (const child of node.children) walk(child)
    }
    walk(tree)
  }
  return links
}

/** @returns Anchors that links, notes or the contents lead to. */
export function wantedAnchors({chapters, notes, contents, captioned}: Galley): Set<string> {
  const wanted = new Set<string>(captioned.map(({id}) => id))
  const walk = (node: Nodes) => {
    const anchor = node.type === 'element' ? anchorOf(node) : undefined
    if (anchor !== undefined) wanted.add(anchor).add(decoded(anchor))
    if ('children' in node) for (const child of node.children) walk(child)
  }
  const list = (entries: Galley['contents']) => { for (const {id, children} of entries) { wanted.add(id); list(children) } }
  for (const {tree} of chapters) walk(tree)
  for (const {target, children} of notes.values()) { wanted.add(target); for (const child of children) walk(child) }
  list(contents)
  return wanted
}

/** @param from File that holds the link.
 * @returns `c2.xhtml#c2-h1`, `#c2-h1` inside one file; undefined where the book has no such anchor. */
export function hrefTo(anchor: string, from: string, links: LinkMap): string | undefined {
  const target = links.get(anchor) ?? links.get(decoded(anchor))
  if (!target) return undefined
  const fragment = target.id ? `#${target.id}` : ''
  return target.fileName === from && fragment ? fragment : `${target.fileName}${fragment}`
}

/** Markdown percent-encodes what authors write in links, but not in ids. */
function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor)
  } catch {
    return anchor
  }
}

/** `#id` → `id`; undefined for all other links. */
export function anchorOf({properties: {href}}: Element): string | undefined {
  return typeof href === 'string' && href.startsWith('#') && href.length > 1 ? href.slice(1) : undefined
}
