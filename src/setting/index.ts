/** Setting: a chapter of mdast → sanitised hast with our trusted nodes in place. The only door of the room.
 *
 * Author's content is always sanitised, ours never: our nodes travel through as opaque holders named with a
 * nonce that no author can guess (the hash over everything the author wrote), and are expanded afterwards. */
import type {ElementContent, Root} from 'hast'
import type {Nodes as MdastNodes} from 'mdast'
import {type State, toHast} from 'mdast-util-to-hast'
import type {Book, Chapter, GalleyChapter} from '../model/book.ts'
import type {Renderer, Renderers, Services, SettingContext} from '../model/setting.ts'
import {type Anchors, closeLinks, openAnchors, recordAnchors} from './anchors.ts'
import {markAttributions} from './attributions.ts'
import {breakCode} from './code-breaks.ts'
import {dropEmphasisSpaces} from './emphasis-spaces.ts'
import {partCalls, setFootnote} from './footnotes.ts'
import {expandHolders, type Held, holderOf} from './holders.ts'
import {joinParts, setParts} from './html-parts.ts'
import {joinLines} from './line-breaks.ts'
import {setList, setListItem} from './list-items.ts'
import {dropMarkSpaces} from './mark-spaces.ts'
import {keepMeasures} from './measures.ts'
import {markPassages} from './passages.ts'
import {makePrintable} from './printable.ts'
import {ownRenderers} from './renderers.ts'
import {markRemarks} from './remarks.ts'
import {sanitizeAuthor} from './sanitize.ts'
import type {Tools} from './tools.ts'
import {markVerses} from './verses.ts'

export {loadTools} from './load-tools.ts'
export {markPassages} from './passages.ts'

/** Step 9. Footnotes become notes of the book; links that lead nowhere lose their `href`. */
export function setChapters(book: Book, renderers: Renderers, services: Services, tools: Tools): GalleyChapter[] {
  const all: Renderers = {...ownRenderers(tools), ...renderers}
  const anchors = openAnchors(book.chapters)
  const chapters = book.chapters.map((chapter) => ({...chapter, tree: setChapter(chapter, {...services, book, chapter: chapter.id}, all, anchors, tools)}))
  closeLinks(anchors) // after all chapters: a link may lead forward
  return chapters
}

function setChapter(chapter: Chapter, context: SettingContext, renderers: Renderers, anchors: Anchors, {mergeHtml = dropHtml}: Tools): Root {
  const {book, locale} = context
  const held: Held[] = []
  const hold = (state: State, node: MdastNodes) => holderOf(held, book.hash, node, 'children' in node ? (state.all(node) as ElementContent[]) : []) // what a parent of content holds is content
  const raw = toHast(withIds(chapter, book.hash, renderers), {
    allowDangerousHtml: true,
    clobberPrefix: `${chapter.id}-`,
    footnoteLabel: locale.text('notes.title'),
    footnoteBackLabel: locale.text('notes.back'),
    handlers: {...Object.fromEntries(Object.keys(renderers).map((type) => [type, hold])), htmlParts: setParts, list: setList, listItem: setListItem},
  }) as Root // a root in is a root out
  joinParts(raw)
  const safe = sanitizeAuthor(mergeHtml(raw, chapter, book, held), chapter.id)
  const tree = expandHolders(safe, book.hash, held, renderers as Record<string, Renderer>, context)
  joinLines(tree)
  markAttributions(tree)
  markVerses(tree)
  markRemarks(tree)
  dropEmphasisSpaces(tree)
  dropMarkSpaces(tree)
  markPassages(tree, chapter.lang ?? book.config.language) // after all that looks at what stands beside a text
  keepMeasures(tree) // after passages, which it would cut
  makePrintable(tree) // after all renderers: sources and terms come from files of their own
  breakCode(tree) // after all that reads text
  recordAnchors(tree, anchors, (element) => setFootnote(element, chapter.id, book))
  if (book.notes.size > 0) partCalls(tree)
  return tree
}

/** Where no parser was loaded there is no HTML; should there be some all the same, sanitising drops it. */
const dropHtml = (tree: Root): Root => tree

/** Structure's ids ride on the nodes as a nonce-marked property, since author's own ids are not trusted.
 * Nodes with a renderer of their own give themselves their ids. */
function withIds({tree}: Chapter, nonce: string, rendered: Renderers): Chapter['tree'] {
  const mark = (node: MdastNodes) => {
    const id = node.data?.id
    if (id !== undefined && !Object.hasOwn(rendered, node.type)) node.data = {...node.data, hProperties: {...node.data?.hProperties, dataAnchor: `${nonce}:${id}`}}
    if ('children' in node) for (const child of node.children) mark(child)
  }
  mark(tree)
  return tree
}
