/** A ZIP read by its central directory, with what a reader of EPUB cares about: order, method, date. */
import {inflateRawSync} from 'node:zlib'

export interface ZipEntry {name: string; method: number; date: string; extra: number; text: string; data: Buffer}

export function unzip(bytes: Uint8Array): ZipEntry[] {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const entries: ZipEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const [method, time, day] = [zip.readUInt16LE(at + 10), zip.readUInt16LE(at + 12), zip.readUInt16LE(at + 14)]
    const [size, nameLength, extra, comment, local] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + size)
    const data = method === 8 ? inflateRawSync(packed) : packed
    const two = (value: number) => String(value).padStart(2, '0')
    entries.push({name, method, extra, date: `${1980 + (day >> 9)}-${two((day >> 5) & 15)}-${two(day & 31)}T${two(time >> 11)}:${two((time >> 5) & 63)}`, text: data.toString('utf8'), data})
    at += 46 + nameLength + extra + comment
  }
  return entries
}
