/** Output intent: sRGB, as a small ICC profile of our own making (ICC.1:2022, version 2 matrix profile). */
import {deflateSync} from 'node:zlib'
import type {PdfFile} from '../objects/file.ts'
import {dictOf, Stream, Text} from '../objects/values.ts'

export function addOutputIntent(pdf: PdfFile): void {
  const profile = pdf.add(new Stream(dictOf({N: 3, Filter: '/FlateDecode'}), deflateSync(srgbProfile(), {level: 9})))
  pdf.catalog.set('OutputIntents', [dictOf({
    Type: '/OutputIntent', S: '/GTS_PDFA1', OutputConditionIdentifier: Text.plain('sRGB'), Info: Text.plain('sRGB IEC61966-2.1'), DestOutputProfile: profile,
  })])
}

/** Primaries and curve of IEC 61966-2-1, adapted to D50. */
export function srgbProfile(): Uint8Array {
  const curve = curveTag()
  const tags: [string, Buffer][] = [
    ['desc', descriptionTag('sRGB')],
    ['cprt', Buffer.concat([Buffer.from('text\0\0\0\0', 'latin1'), Buffer.from('CC0\0', 'latin1')])],
    ['wtpt', xyzTag(0.9642, 1, 0.8249)],
    ['rXYZ', xyzTag(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyzTag(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyzTag(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve], ['gTRC', curve], ['bTRC', curve],
  ]
  return assemble(tags)
}

function assemble(tags: [string, Buffer][]): Buffer {
  const header = Buffer.alloc(132 + 12 * tags.length)
  const bodies: Buffer[] = []
  const places = new Map<Buffer, number>()
  let offset = header.length
  for (const [index, [tag, body]] of tags.entries()) {
    if (!places.has(body)) {
      places.set(body, offset)
      bodies.push(body, Buffer.alloc((4 - (body.length % 4)) % 4))
      offset += Math.ceil(body.length / 4) * 4
    }
    header.write(tag, 132 + 12 * index, 'latin1')
    header.writeUInt32BE(places.get(body) ?? 0, 136 + 12 * index)
    header.writeUInt32BE(body.length, 140 + 12 * index)
  }
  header.writeUInt32BE(offset, 0)
  header.writeUInt32BE(0x02100000, 8)
  header.write('mntrRGB XYZ ', 12, 'latin1')
  for (const [index, part] of [2020, 1, 1].entries()) header.writeUInt16BE(part, 24 + 2 * index)
  header.write('acsp', 36, 'latin1')
  for (const [index, value] of [0.9642, 1, 0.8249].entries()) header.writeInt32BE(Math.round(value * 65536), 68 + 4 * index)
  header.writeUInt32BE(tags.length, 128)
  return Buffer.concat([header, ...bodies])
}

function xyzTag(...values: [number, number, number]): Buffer {
  const tag = Buffer.alloc(20)
  tag.write('XYZ ', 0, 'latin1')
  for (const [index, value] of values.entries()) tag.writeInt32BE(Math.round(value * 65536), 8 + 4 * index)
  return tag
}

function descriptionTag(text: string): Buffer {
  const tag = Buffer.alloc(12 + text.length + 1 + 78)
  tag.write('desc', 0, 'latin1')
  tag.writeUInt32BE(text.length + 1, 8)
  tag.write(text, 12, 'latin1')
  return tag
}

function curveTag(): Buffer {
  const steps = 1024
  const tag = Buffer.alloc(12 + 2 * steps)
  tag.write('curv', 0, 'latin1')
  tag.writeUInt32BE(steps, 8)
  for (let step = 0; step < steps; step += 1) {
    const value = step / (steps - 1)
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    tag.writeUInt16BE(Math.round(linear * 65535), 12 + 2 * step)
  }
  return tag
}
