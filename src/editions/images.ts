/** The one image step of all editions: an asset of the manuscript → an image of sane size that any reader can show.
 *
 * Raster images lose their metadata (a photograph may name its place), are turned upright, shrunk to a longest side and
 * re-encoded; WebP and AVIF become JPEG or PNG, moving GIFs stand still (WCAG 2.3.1). SVG is rebuilt from a list of what is safe. */
import {createHash} from 'node:crypto'
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import path from 'node:path'
import type {Asset} from '../model/book.ts'

export interface PreparedImage {
  /** Of the asset it was made from. */
  hash: string
  /** ASCII, unique by content: `3f0c….jpg`. */
  fileName: string
  mediaType: 'image/jpeg' | 'image/png' | 'image/svg+xml'
  data: Uint8Array
}

/** Raise when the making changes, so that old results are not found. */
const version = '1'

/** @param maxSide Longest side in pixels, above 0; smaller images keep their size.
 * @param cache Folder of results by content; undefined: none.
 * @returns undefined where the image cannot be read. */
export async function prepareImage(asset: Asset, {maxSide, cache}: {maxSide: number; cache: string | undefined}): Promise<PreparedImage | undefined> {
  const stem = asset.hash.slice(0, 24)
  if (asset.mediaType === 'image/svg+xml') {
    const {sanitizeSvg} = await import('./svg.ts') // an XML parser: only for books with drawings
    const svg = sanitizeSvg(new TextDecoder().decode(asset.data))
    return svg === undefined ? undefined : {hash: asset.hash, fileName: `${stem}.svg`, mediaType: 'image/svg+xml', data: new TextEncoder().encode(svg)}
  }
  try {
    const data = await keptOr(cache, `${version}-${asset.hash}-${maxSide}`, () => encode(asset, maxSide))
    const jpeg = data[0] === 0xff
    return {hash: asset.hash, fileName: `${stem}.${jpeg ? 'jpg' : 'png'}`, mediaType: jpeg ? 'image/jpeg' : 'image/png', data}
  } catch {
    return undefined
  }
}

async function encode({data, mediaType, width, height}: Asset, maxSide: number): Promise<Uint8Array> {
  const {default: sharp} = await import('sharp') // native, 100 ms: only for books with images
  const image = sharp(data, {limitInputPixels: 268_402_689, animated: false}).rotate().resize({width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true})
  const {isOpaque} = mediaType === 'image/jpeg' ? {isOpaque: true} : await sharp(data).stats()
  const photograph = mediaType === 'image/jpeg' || mediaType === 'image/webp' || mediaType === 'image/avif'
  const result = photograph && isOpaque ? await image.jpeg({quality: 84, mozjpeg: true}).toBuffer() : await image.png({compressionLevel: 9, adaptiveFiltering: true}).toBuffer()
  const whole = Math.max(width, height) <= maxSide
  const plain = mediaType === 'image/png' && whole && !hasMetadata(data)
  return plain && data.byteLength < result.byteLength ? data : result
}

/** Chunks of a PNG that may say who, when and where. */
function hasMetadata(png: Uint8Array): boolean {
  return /tEXt|zTXt|iTXt|eXIf|tIME/.test(Buffer.from(png.buffer, png.byteOffset, Math.min(png.byteLength, 65_536)).toString('latin1'))
}

/** A result by what it depends on; a folder that cannot be written is no fault of the book. */
export async function keptOr(cache: string | undefined, key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  if (cache === undefined) return make()
  const file = path.join(cache, 'images', createHash('sha256').update(key).digest('hex'))
  try {
    return await readFile(file)
  } catch {
    const data = await make()
    const part = `${file}.${process.pid}`
    await mkdir(path.dirname(file), {recursive: true}).then(() => writeFile(part, data)).then(() => rename(part, file)).catch(() => undefined)
    return data
  }
}
