/** The asset step: a galley whose images are ready for one edition. Each image is made once for each size, whatever shows it. */
import type {Nodes} from 'hast'
import {message} from '../diagnostics/index.ts'
import type {Asset, Format, Galley} from '../model/book.ts'
import type {Message} from '../model/message.ts'
import {type PreparedImage, prepareImage} from './images.ts'

/** Messages name every image that cannot be read, once in a run. */
export type ReadyImages = (galley: Galley, format: Format) => Promise<{galley: Galley; messages: Message[]}>

/** @param cache Folder of results by content; undefined: none. */
export function openAssets(cache: string | undefined): ReadyImages {
  const made = new Map<string, Promise<PreparedImage | undefined>>()
  const told = new Set<string>()
  const prepare = (asset: Asset, maxSide: number) => {
    const key = `${asset.hash} ${maxSide}`
    const image = made.get(key) ?? prepareImage(asset, {maxSide, cache})
    made.set(key, image)
    return image
  }
  return async (galley, format) => {
    const messages: Message[] = []
    const shown = shownImages(galley)
    if (shown.length === 0) return {galley, messages}
    const images = await Promise.all(shown.map((asset) => prepare(asset, galley.config[format].imageSize)))
    const assets = new Map(galley.assets)
    for (const [index, asset] of shown.entries()) {
      const image = images[index]
      if (image) assets.set(asset.hash, {...asset, ...image, original: asset.data})
      else {
        assets.delete(asset.hash) // its alternative text stands in its place
        if (!told.has(asset.hash)) messages.push(message('image-unreadable', {path: asset.path || galley.name}, {image: asset.path || 'data:'}))
        told.add(asset.hash)
      }
    }
    return {galley: {...galley, assets}, messages}
  }
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
