/** A ZIP's files by name, read from its central directory (APPNOTE 4.3.12): enough for an EPUB. */
import {inflateRawSync} from 'node:zlib'

export function readZip(data: Uint8Array): Map<string, Uint8Array> {
  const bytes = Buffer.from(data)
  const files = new Map<string, Uint8Array>()
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16)
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + size)
    files.set(bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8'), method === 8 ? inflateRawSync(packed) : packed)
    at += 46 + nameLength + extra + comment
  }
  return files
}
