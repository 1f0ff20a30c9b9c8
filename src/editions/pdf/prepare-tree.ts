/** A chapter of the galley → what the printing browser is given: links that are safe, images as files, folios to fill. */
import type {Element, ElementContent, Root} from 'hast'
import type {Asset, GalleyChapter} from '../../model/book.ts'

export interface FolioSlot {
  /** Numbers only, without links: the line around it is a link. */
  plain?: boolean
  /** Anchors whose printed pages are wanted. */
  anchors: string[]
}

export interface PreparedChapter {
  tree: Root
  /** Every id in reading order. */
  ids: string[]
}

interface Gathered {ids: string[]; slots: FolioSlot[]; assets: Map<string, Asset>; used: Set<string>}

/** @param slots Filled on: the element carries `data-folios` with its index.
 * @param used Hashes of the assets that the pages show. */
export function prepareChapter(chapter: GalleyChapter, assets: Map<string, Asset>, slots: FolioSlot[], used: Set<string>): PreparedChapter {
  const gathered: Gathered = {ids: [], slots, assets, used}
  const tree: Root = {type: 'root', children: chapter.tree.children.map((node) => (node.type === 'element' ? prepare(node, gathered) : node))}
  levelHeadings(tree)
  return {tree, ids: gathered.ids}
}

function prepare(node: Element, gathered: Gathered): Element {
  const {id, role, ...properties} = node.properties
  if (typeof id === 'string') gathered.ids.push(id)
  const kept = keepsRole(node, role) ? {role} : {} // DPUB-ARIA roles turn links and list items into NonStruct
  const own: Element = {...node, properties: {...properties, ...kept, ...(typeof id === 'string' ? {id} : {})}, children: []}
  if (node.tagName === 'a' && !isSafe(node.properties.href)) delete own.properties.href
  const slot = node.data?.slot
  if (slot?.type === 'asset') return showAsset(own, slot.hash, gathered)
  if (slot?.type === 'folios') {
    own.properties.dataFolios = String(gathered.slots.push({anchors: slot.anchors}) - 1)
    own.children = placeholders(slot.anchors)
    return own
  }
  own.children = node.children.map((child): ElementContent => (child.type === 'element' ? prepare(child, gathered) : child))
  return own
}

/** Chromium tags `<figure role="none">` cleanly; all other roles are for screen readers of HTML. */
function keepsRole({tagName}: Element, role: unknown): boolean {
  return tagName === 'figure' && role === 'none'
}

/** Chromium would make `javascript:` and `file:` links into actions of the PDF. */
function isSafe(href: unknown): boolean {
  return typeof href === 'string' && /^(?:https?:|mailto:|tel:|#)/i.test(href)
}

function showAsset(image: Element, hash: string, {assets, used}: Gathered): Element {
  const asset = assets.get(hash)
  if (!asset) return image
  used.add(hash)
  image.properties.src = assetFile(asset)
  return image
}

/** Name of an image beside the printed page. */
export function assetFile({hash, mediaType}: Asset): string {
  return `${hash.slice(0, 32)}.${mediaType.slice('image/'.length).replace('svg+xml', 'svg').replace('jpeg', 'jpg')}`
}

/** As wide as folios are likely to be, so that lines break alike in both passes. */
function placeholders(anchors: string[]): ElementContent[] {
  const shown = anchors.slice(0, 12)
  return shown.flatMap((anchor, index): ElementContent[] => [
    ...(index === 0 ? [] : [{type: 'text' as const, value: '、'}]),
    {type: 'element', tagName: 'a', properties: {href: `#${anchor}`}, children: [{type: 'text', value: '00'}]},
  ])
}

/** The chapter's heading is h1; the others follow without a gap, as the order of tags must. */
function levelHeadings(tree: Root): void {
  const headings = headingsOf(tree.children.filter((node): node is ElementContent => node.type !== 'doctype'))
  const top = Number(headings[0]?.tagName.slice(1) ?? 1)
  let last = 0
  for (const heading of headings) {
    const level = Math.min(Math.max(Number(heading.tagName.slice(1)) - top + 1, last === 0 ? 1 : 2), last + 1, 6)
    heading.tagName = `h${level}`
    last = level
  }
}

function headingsOf(nodes: ElementContent[]): Element[] {
  return nodes.flatMap((node) => (node.type !== 'element' ? [] : /^h[1-6]$/.test(node.tagName) ? [node] : headingsOf(node.children)))
}
