/** Bytes → kind and size of an image, told by its own header and never by its name. */
import type {Asset} from '../model/book.ts'

export interface ImageHeader {
  mediaType: Asset['mediaType']
  /** As shown: upright. */
  width: number
  height: number
  /** Its camera was held otherwise: EXIF says how to turn it. */
  turned?: true
}

export function readImageHeader(data: Uint8Array): ImageHeader | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const ascii = (start: number, length: number) => String.fromCharCode(...data.subarray(start, start + length))
  try {
    if (ascii(1, 3) === 'PNG' && ascii(12, 4) === 'IHDR') return {mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20)}
    if (data[0] === 0xff && data[1] === 0xd8) return readJpeg(view)
    if (/^GIF8[79]a$/.test(ascii(0, 6))) return {mediaType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true)}
    if (ascii(0, 4) === 'RIFF' && ascii(8, 4) === 'WEBP') return readWebp(view, ascii(12, 4))
    if (ascii(4, 4) === 'ftyp' && /avif|avis|mif1/.test(ascii(8, 24))) return readAvif(view, data)
  } catch {
    return undefined // the header ends too early
  }
  return readSvg(data)
}

/** ITU T.81 B.1.1.3: a start-of-frame marker holds the size. */
function readJpeg(view: DataView): ImageHeader | undefined {
  let at = 2
  let orientation = 1
  while (at < view.byteLength - 8) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [width, height] = [view.getUint16(at + 7), view.getUint16(at + 5)]
      const turned = orientation === 1 ? {} : {turned: true as const}
      return {mediaType: 'image/jpeg', ...(orientation >= 5 ? {width: height, height: width} : {width, height}), ...turned}
    }
    if (marker === 0xe1) orientation = readOrientation(view, at + 4, at + 2 + view.getUint16(at + 2)) ?? orientation
    at += marker === 0xff ? 1 : marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) ? 2 : 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** EXIF 2.3 §4.6.4: tag 0x0112 of the first directory; from 5 on, width and height change places. */
function readOrientation(view: DataView, at: number, end: number): number | undefined {
  if (end > view.byteLength || end - at < 14 || view.getUint32(at) !== 0x45786966) return undefined
  const head = at + 6
  const little = view.getUint16(head) === 0x4949
  const first = head + view.getUint32(head + 4, little)
  const count = first + 2 > end ? 0 : view.getUint16(first, little)
  for (let index = 0; index < count; index++) {
    const entry = first + 2 + 12 * index
    if (entry + 12 > end) return undefined
    const value = view.getUint16(entry, little) === 0x0112 ? view.getUint16(entry + 8, little) : 0
    if (value >= 1 && value <= 8) return value
  }
  return undefined
}

function readWebp(view: DataView, chunk: string): ImageHeader | undefined {
  const size = (width: number, height: number): ImageHeader => ({mediaType: 'image/webp', width, height})
  const u24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  if (chunk === 'VP8X') return size(u24(24) + 1, u24(27) + 1)
  if (chunk === 'VP8 ') return size(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
  if (chunk !== 'VP8L') return undefined
  const bits = view.getUint32(21, true)
  return size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
}

/** ISO/IEC 23008-12: the box `ispe`; the largest one is the whole image. */
function readAvif(view: DataView, data: Uint8Array): ImageHeader | undefined {
  const head = Buffer.from(data.buffer, data.byteOffset, Math.min(data.byteLength, 65_536))
  let best: ImageHeader | undefined
  for (let at = head.indexOf('ispe'); at > 0; at = head.indexOf('ispe', at + 4)) {
    const found: ImageHeader = {mediaType: 'image/avif', width: view.getUint32(at + 8), height: view.getUint32(at + 12)}
    if (!best || found.width * found.height > best.width * best.height) best = found
  }
  return best
}

/** Size from `width` and `height`, else from `viewBox`, else 300 × 150 (CSS 2.2 §10.3.2). */
function readSvg(data: Uint8Array): ImageHeader | undefined {
  const head = Buffer.from(data.buffer, data.byteOffset, Math.min(data.byteLength, 65_536)).toString('utf8')
  const before = head.replace(/^\uFEFF?\s*/, '')
  if (!before.startsWith('<')) return undefined
  const tag = /<svg\b[^>]{0,4000}>/.exec(before)
  if (!tag || /<(?:html|body|head)\b/i.test(before.slice(0, tag.index))) return undefined
  const length = (name: string): number | undefined => {
    const value = new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)\\s*(?:px)?\\s*["']`).exec(tag[0])?.[1]
    return value === undefined ? undefined : Number(value)
  }
  const box = /\sviewBox\s*=\s*["']([^"']{0,200})["']/.exec(tag[0])?.[1]?.trim().split(/[\s,]+/).map(Number)
  const width = length('width') ?? box?.[2] ?? 300
  const height = length('height') ?? (box?.[2] && box[3] ? (width * box[3]) / box[2] : 150)
  return width > 0 && height > 0 && Number.isFinite(width * height) ? {mediaType: 'image/svg+xml', width: Math.round(width) || 1, height: Math.round(height) || 1} : undefined
}
