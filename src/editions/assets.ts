/** The asset step: a galley whose images are ready for one edition. Each image is made once for each size, whatever shows it. */
import type {ElementContent, Nodes, RootContent} from 'hast'
import {message} from '../diagnostics/index.ts'
import type {Asset, Format, Galley} from '../model/book.ts'
import type {Message} from '../model/message.ts'
import {type PreparedImage, prepareImage} from './images.ts'
import {ownCover} from './own-cover.ts'

/** Messages name every image that cannot be read, or is too much to draw, once in a run. */
export type ReadyImages = (galley: Galley, format: Format) => Promise<{galley: Galley; messages: Message[]}>

/** @param cache Folder of results by content; undefined: none. */
export function openAssets(cache: string | undefined): ReadyImages {
  const made = new Map<string, Promise<PreparedImage | undefined>>()
  const told = new Set<string>()
  const toldOuter = new Set<string>()
  const prepare = (asset: Asset, maxSide: number) => {
    const key = `${asset.hash} ${maxSide}`
    const image = made.get(key) ?? prepareImage(asset, {maxSide, cache})
    made.set(key, image)
    return image
  }
  return async (galley, format) => {
    const messages: Message[] = []
    const shown = [...new Set([...shownImages(galley), ...drawnCover(galley)])]
    if (shown.length === 0) return {galley, messages}
    const images = await Promise.all(shown.map((asset) => prepare(asset, galley.config[format].imageSize)))
    const assets = new Map(galley.assets)
    const lost = new Set<string>()
    for (const [index, asset] of shown.entries()) {
      const image = images[index]
      if (image?.outer && !toldOuter.has(asset.hash)) {
        messages.push(message('image-parts-outside', {path: asset.path || galley.name}, {image: asset.path || 'data:', count: image.outer}))
        toldOuter.add(asset.hash)
      }
      if (image && (image.work ?? 0) <= galley.config.limits.drawingWork) assets.set(asset.hash, {...asset, mediaType: image.mediaType, data: image.data, original: asset.data})
      else {
        lost.add(asset.hash)
        assets.delete(asset.hash) // a cover is looked for there
        if (!told.has(asset.hash)) messages.push(refusalOf(asset, image, galley))
        told.add(asset.hash)
      }
    }
    return {galley: lost.size > 0 ? describeLost({...galley, assets}, lost) : {...galley, assets}, messages}
  }
}

function refusalOf({path}: Asset, image: PreparedImage | undefined, {name, config}: Galley): Message {
  const place = {path: path || name}
  const url = path || 'data:'
  return image?.work ? message('image-large', place, {url, limit: 'limits.drawingWork', found: Number.isFinite(image.work) ? Math.round(image.work) : '∞', allowed: config.limits.drawingWork}) : message('image-unreadable', place, {image: url})
}

/** The words of images that cannot be decoded stand in their place. */
function describeLost(galley: Galley, lost: Set<string>): Galley {
  const describe = <Node extends ElementContent | RootContent>(node: Node): Node | ElementContent => {
    if (node.type !== 'element') return node
    const slot = node.data?.slot
    if (slot?.type === 'asset' && lost.has(slot.hash)) return {type: 'element', tagName: 'span', properties: {className: ['missing-image']}, children: [{type: 'text', value: String(node.properties.alt ?? '')}]}
    return {...node, children: node.children.map(describe)}
  }
  return {
    ...galley,
    chapters: galley.chapters.map((chapter) => ({...chapter, tree: {...chapter.tree, children: chapter.tree.children.map(describe)}})),
    notes: new Map([...galley.notes].map(([id, note]) => [id, {...note, children: note.children.map(describe)}])),
  }
}

/** A cover that is a drawing must be made safe as any other; a picture keeps its size. */
function drawnCover(galley: Galley): Asset[] {
  const cover = ownCover(galley)
  return cover?.mediaType === 'image/svg+xml' ? [cover] : []
}

/** Images that the text shows: others (a cover, links to images) are not made ready. */
export function shownImages({chapters, notes, assets}: Galley): Asset[] {
  const hashes = new Set<string>()
  const walk = (node: Nodes) => {
    if (node.type === 'element' && node.data?.slot?.type === 'asset') hashes.add(node.data.slot.hash)
    if ('children' in node) for (const child of node.children) walk(child)
  }
  for (const {tree} of chapters) walk(tree)
  for (const {children} of notes.values()) for (const child of children) walk(child)
  return [...hashes].flatMap((hash) => assets.get(hash) ?? [])
}
