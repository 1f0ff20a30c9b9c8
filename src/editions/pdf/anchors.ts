/** Anchors and links inside the book, as the browser is given them: every link says what it stands for and where it leads.
 *
 * Chromium looks at each target of a `#link` on each page, which is quadratic: 100 chapters took a minute. A link to a
 * scheme of our own costs nothing, and its rectangle tells where it stands. So a target that is no link gets a link
 * around its first words; the finish takes it out again. */
import type {Element, ElementContent, Root} from 'hast'

const scheme = 'b:'

/** @param ids What stands here. @param target Where it leads; undefined: nowhere. */
export function anchorUrl(ids: string[], target?: string): string {
  return `${scheme}${ids.map(encodeURIComponent).join(',')}${target === undefined ? '' : `#${encodeURIComponent(target)}`}`
}

/** @returns undefined where the URL is not of ours. */
export function readAnchorUrl(url: string): {ids: string[]; target?: string} | undefined {
  if (!url.startsWith(scheme)) return undefined
  const [ids = '', target] = url.slice(scheme.length).split('#')
  return {ids: ids.split(',').filter((id) => id !== '').map(decodeURIComponent), ...(target === undefined ? {} : {target: decodeURIComponent(target)})}
}

const endMark = '~end'

/** What stands at the end of a part. */
export function endMarkOf(id: string): string {
  return `${id}${endMark}`
}

/** @returns Id of the chapter whose end an anchor marks; undefined: it marks another thing. */
export function endOf(id: string): string | undefined {
  return id.endsWith(endMark) ? id.slice(0, -endMark.length) : undefined
}

/** A link around the last words of a chapter tells where it ends. None where they are in a link already. */
export function markEnd(nodes: Root['children'], id: string): void {
  const last = nodes.findLast((node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''))
  if (last?.type === 'text') nodes.splice(nodes.lastIndexOf(last), 1, {type: 'element', tagName: 'a', properties: {href: anchorUrl([endMarkOf(id)])}, children: [last]})
  else if (last?.type === 'element' && last.tagName !== 'a' && !opaque.has(last.tagName)) markEnd(last.children, id)
}

/** Letters that stand out of their line leave a sliver of a rectangle on the page before or behind: a link stands where a
 * rectangle of its full height is.
 * @param before Height of the rectangle that counted until now; undefined: none. */
export function isTaller(height: number, before: number | undefined): boolean {
  return before === undefined || height > 2 * before
}

interface Walk {
  /** Ids of open elements whose first words have not come yet. */
  pending: string[]
  unmarked: string[]
}

/** Marks every id of a tree, in place.
 * @param id Of what holds the tree.
 * @returns Ids that no words stand for: the browser must tell their places itself. */
export function markAnchors(tree: Root, id: string): string[] {
  const walk: Walk = {pending: [id], unmarked: []}
  tree.children = markAll(tree.children as ElementContent[], walk, false) // a root of ours holds no doctype
  return [...walk.unmarked, ...walk.pending]
}

function markAll(nodes: ElementContent[], walk: Walk, framed: boolean): ElementContent[] {
  return nodes.map((node) => {
    if (node.type === 'text' && walk.pending.length > 0 && node.value.trim() !== '') return linkAround(node, walk)
    if (node.type === 'element') markElement(node, walk, framed)
    return node
  })
}

/** @param framed Inside a figure, which is never broken: its caption tells its page. */
function markElement(node: Element, walk: Walk, framed: boolean): void {
  const {id, href} = node.properties
  if (typeof id === 'string') walk.pending.push(id)
  if (isEmptyAnchor(node)) return // stands for the words behind it
  if (node.tagName === 'img' && !framed) walk.unmarked.push(...walk.pending.splice(0))
  if (node.tagName === 'a') {
    const ids = [...walk.pending.splice(0), ...idsIn(node.children)] // no link stands in a link
    const own = typeof href === 'string' ? readAnchorUrl(href) : undefined
    if (own) node.properties.href = anchorUrl([...ids, ...own.ids], own.target)
    else if (typeof href === 'string' && !href.startsWith('#')) walk.unmarked.push(...ids)
    else if (typeof href === 'string' || ids.length > 0) node.properties.href = anchorUrl(ids, href?.slice(1))
  } else if (node.tagName === 'ruby') markRuby(node, walk)
  else if (!opaque.has(node.tagName)) node.children = markAll(node.children, walk, framed || node.tagName === 'figure')
  const left = typeof id === 'string' ? walk.pending.lastIndexOf(id) : -1
  if (left >= 0) walk.unmarked.push(...walk.pending.splice(left, 1))
}

/** `<a id="x"></a>` */
function isEmptyAnchor({tagName, properties, children}: Element): boolean {
  return tagName === 'a' && properties.href === undefined && children.every((child) => child.type === 'text' && child.value.trim() === '')
}

/** Its words take no link, but a term in it is one. */
function markRuby(ruby: Element, walk: Walk): void {
  const ids = idsIn(ruby.children)
  const links = linksIn(ruby.children)
  if (links.length === 0) walk.unmarked.push(...ids)
  else walk.pending.push(...ids.filter((id) => !links.some(({properties}) => properties.id === id)))
  for (const link of links) markElement(link, walk, false)
}

function linksIn(nodes: ElementContent[]): Element[] {
  return nodes.flatMap((node) => (node.type !== 'element' ? [] : node.tagName === 'a' ? [node] : linksIn(node.children)))
}

/** Words in here take no link. */
const opaque = new Set(['math', 'ruby', 'svg'])

function idsIn(nodes: ElementContent[]): string[] {
  return nodes.flatMap((node) => (node.type === 'element' ? [...(typeof node.properties.id === 'string' ? [node.properties.id] : []), ...idsIn(node.children)] : []))
}

function linkAround(node: ElementContent, walk: Walk): Element {
  return {type: 'element', tagName: 'a', properties: {href: anchorUrl(walk.pending.splice(0))}, children: [node]}
}
