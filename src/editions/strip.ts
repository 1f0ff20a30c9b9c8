/** A JPEG or PNG whose pixels may stay as they are → the same without what says who, when and where.
 *
 * Encoding anew loses quality; a file that is small enough already only loses its metadata. */

import type {Asset} from '../model/book.ts'

/** @returns Undefined where the pixels must be made anew: turned by EXIF, in colours of print, 16 bits deep, or damaged. */
export function stripImage({data, turned}: Asset): Uint8Array | undefined {
  if (turned) return undefined
  try {
    return data[0] === 0xff ? stripJpeg(data) : stripPng(data)
  } catch {
    return undefined // a length that leads out of the file
  }
}

/** ITU T.81 B.1.1: segments up to the start of scan. Kept: JFIF, colour profile (APP2), Adobe's transform (APP14). */
function stripJpeg(data: Uint8Array): Uint8Array | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const parts: Uint8Array[] = [data.subarray(0, 2)]
  let at = 2
  for (;;) {
    const marker = view.getUint16(at)
    if (marker < 0xffc0) return undefined
    if (marker === 0xffda) return Buffer.concat([...parts, data.subarray(at)])
    const end = at + 2 + view.getUint16(at + 2)
    if (isFrame(marker) && ![1, 3].includes(view.getUint8(at + 9))) return undefined // four components: CMYK
    const told = (marker >= 0xffe0 && marker <= 0xffef && ![0xffe0, 0xffe2, 0xffee].includes(marker)) || marker === 0xfffe
    if (!told) parts.push(data.subarray(at, end))
    at = end
  }
}

function isFrame(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
}

/** W3C PNG §11: chunks that draw. Those of moving PNGs are dropped: the image itself is the still. */
const drawing = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|pHYs)$/

function stripPng(data: Uint8Array): Uint8Array | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  if (view.getUint32(0) !== 0x89504e47 || view.getUint8(24) === 16) return undefined
  const parts: Uint8Array[] = [data.subarray(0, 8)]
  for (let at = 8; ; ) {
    const end = at + 12 + view.getUint32(at)
    const name = String.fromCharCode(...data.subarray(at + 4, at + 8))
    if (end > data.byteLength || name === 'eXIf') return undefined
    if (drawing.test(name)) parts.push(data.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(parts)
    at = end
  }
}
