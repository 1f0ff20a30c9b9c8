/** ZIP as OCF wants it (EPUB 3.3 §4.2): `mimetype` first and stored, no extra fields, no folders, one date, no data descriptors.
 *
 * JSZip deflates in JavaScript, which is a third of a build; zlib of Node does it in native threads. Equal input gives equal
 * bytes for one version of Node. */
import {promisify} from 'node:util'
import {crc32, deflateRaw} from 'node:zlib'

export interface ZipFile {name: string; data: Uint8Array}

const deflate = promisify(deflateRaw)

/** Compressed already, or read as they lie. */
const stored = /^mimetype$|\.(jpe?g|png|gif)$/

interface Packed {name: Buffer; crc: number; size: number; method: 0 | 8; data: Uint8Array}

/** @param epoch Seconds since 1970; a ZIP knows no time before 1980. */
export async function writeZip(files: ZipFile[], epoch: number): Promise<Uint8Array> {
  const packed = await Promise.all(files.map(packFile))
  const stamp = dosTime(Math.max(epoch, 315532800))
  const parts: Uint8Array[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of packed) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    writeCommon(local, 4, file, stamp)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 4)
    writeCommon(central, 6, file, stamp)
    central.writeUInt32LE(offset, 42)
    parts.push(local, file.name, file.data)
    directory.push(central, file.name)
    offset += local.length + file.name.length + file.data.length
  }
  const size = directory.reduce((sum, {length}) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(packed.length, 8)
  end.writeUInt16LE(packed.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

async function packFile({name, data}: ZipFile): Promise<Packed> {
  const method = stored.test(name) ? 0 : 8
  return {name: Buffer.from(name), crc: crc32(data), size: data.byteLength, method, data: method === 0 ? data : await deflate(data, {level: 6})}
}

/** From "version needed" to "extra length": the part that both headers share. */
function writeCommon(header: Buffer, at: number, {name, crc, size, method, data}: Packed, {time, date}: {time: number; date: number}): void {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(0x800, at + 2) // names are UTF-8
  header.writeUInt16LE(method, at + 4)
  header.writeUInt16LE(time, at + 6)
  header.writeUInt16LE(date, at + 8)
  header.writeUInt32LE(crc, at + 10)
  header.writeUInt32LE(data.byteLength, at + 14)
  header.writeUInt32LE(size, at + 18)
  header.writeUInt16LE(name.length, at + 22)
}

function dosTime(epoch: number): {time: number; date: number} {
  const moment = new Date(epoch * 1000)
  return {
    time: (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1),
    date: ((moment.getUTCFullYear() - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
  }
}
