/** The one image step of all editions: an asset of the manuscript → an image of sane size that any reader can show.
 *
 * Raster images lose their metadata (a photograph may name its place); where they need it, they are turned upright, shrunk to a
 * longest side and encoded anew. WebP and AVIF become JPEG or PNG, moving GIFs stand still (WCAG 2.3.1). SVG is rebuilt from a
 * list of what is safe. */
import type {Asset} from '../model/book.ts'
import {keptOr} from './keep.ts'
import {stripImage} from './strip.ts'

export interface PreparedImage {
  mediaType: 'image/jpeg' | 'image/png' | 'image/svg+xml'
  data: Uint8Array
  /** What a drawing gives to draw, in shapes. */
  work?: number
  /** Pictures from elsewhere that a drawing shows, and that are left out. */
  outer?: number
}

/** Raise when the making changes, so that old results are not found. */
const version = '2'

/** @param maxSide Longest side in pixels, above 0; smaller images keep their size.
 * @param cache Folder of results by content; undefined: none.
 * @returns undefined where the image cannot be read. */
export async function prepareImage(asset: Asset, {maxSide, cache}: {maxSide: number; cache: string | undefined}): Promise<PreparedImage | undefined> {
  if (asset.mediaType === 'image/svg+xml') {
    const {sanitizeSvg} = await import('./svg.ts') // an XML parser: only for books with drawings
    const source = new TextDecoder().decode(asset.data)
    const safe = sanitizeSvg(source)
    return safe && {mediaType: 'image/svg+xml', data: new TextEncoder().encode(safe.svg), work: safe.work, outer: countImages(source) - countImages(safe.svg)}
  }
  try {
    const data = await keptOr(cache, ['image', version, asset.hash, String(maxSide)], () => encode(asset, maxSide), 'images')
    return {mediaType: data[0] === 0xff ? 'image/jpeg' : 'image/png', data}
  } catch {
    return undefined
  }
}

function countImages(svg: string): number {
  return svg.match(/<(?:[\w-]+:)?image\b/gi)?.length ?? 0
}

/** Pixels stay as they are unless a file made anew is this much smaller: cameras write two to three times what the eye needs. */
const worthwhile = 0.67

async function encode(asset: Asset, maxSide: number): Promise<Uint8Array> {
  const {data, mediaType, width, height} = asset
  const {default: sharp} = await import('sharp') // native, 100 ms: only for books with images
  const input = {limitInputPixels: 268_402_689, animated: false}
  const image = sharp(data, input).rotate().resize({width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true}).toColourspace('srgb')
  const {isOpaque} = mediaType === 'image/jpeg' ? {isOpaque: true} : await sharp(data, input).stats() // also the proof that all of it can be read
  const photograph = mediaType === 'image/jpeg' || mediaType === 'image/webp' || mediaType === 'image/avif'
  const result = photograph && isOpaque ? await image.jpeg({quality: 84, mozjpeg: true}).toBuffer() : await image.png({compressionLevel: 9, adaptiveFiltering: true}).toBuffer()
  const plain = (mediaType === 'image/png' || mediaType === 'image/jpeg') && Math.max(width, height) <= maxSide ? stripImage(asset) : undefined
  if (plain === undefined) return result
  return result.byteLength < plain.byteLength * (mediaType === 'image/jpeg' ? worthwhile : 1) ? result : plain
}
