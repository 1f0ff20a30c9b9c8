/** Setting: a chapter of mdast → sanitised hast with our trusted nodes in place. The only door of the room.
 *
 * Author's content is always sanitised, ours never: our nodes travel through as opaque holders named with a
 * nonce that no author can guess (the hash over everything the author wrote), and are expanded afterwards. */
import type {ElementContent, Root} from 'hast'
import type {State} from 'mdast-util-to-hast'
import type {Nodes as MdastNodes} from 'mdast'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import type {Book, Chapter} from '../model/book.ts'
import type {Renderer, Renderers, Services, SettingContext} from '../model/setting.ts'
import {setFootnotes} from './footnotes.ts'
import {expandHolders, type Held, holderOf} from './holders.ts'
import {mergeAuthorHtml} from './author-html.ts'
import {ownRenderers} from './renderers.ts'
import {sanitizeAuthor} from './sanitize.ts'
import type {Tools} from './tools.ts'

export {loadTools} from './load-tools.ts'

/** Step 9, one chapter. Footnotes become notes of the book. */
export function setChapter(chapter: Chapter, book: Book, renderers: Renderers, services: Services, tools: Tools): Root {
  const all: Renderers = {...ownRenderers(tools), ...renderers}
  const context: SettingContext = {...services, book, chapter: chapter.id}
  const held: Held[] = []
  const handlers = Object.fromEntries(Object.keys(all).map((type) => [type, (state: State, node: MdastNodes) => holderOf(held, book.hash, node, 'children' in node ? (state.all(node) as ElementContent[]) : [])]))
  const toHast = unified().use(remarkRehype, {
    allowDangerousHtml: true,
    clobberPrefix: `${chapter.id}-`,
    footnoteLabel: services.locale.text('notes.title'),
    footnoteBackLabel: services.locale.text('notes.back'),
    handlers,
  })
  const raw = toHast.runSync(withIds(chapter, book.hash)) as Root // remark-rehype's output is a hast root
  const safe = sanitizeAuthor(mergeAuthorHtml(raw, book.hash), chapter.id)
  const tree = expandHolders(safe, book.hash, held, all as Record<string, Renderer>, context)
  setFootnotes(tree, chapter.id, book)
  return tree
}

/** Structure's ids ride on the nodes as a nonce-marked property, since author's own ids are not trusted. */
function withIds({tree}: Chapter, nonce: string): Chapter['tree'] {
  const mark = (node: MdastNodes) => {
    const id = node.data?.id
    if (id !== undefined) node.data = {...node.data, hProperties: {...node.data?.hProperties, dataAnchor: `${nonce}:${id}`}}
    if ('children' in node) for (const child of node.children) mark(child)
  }
  mark(tree)
  return tree
}
