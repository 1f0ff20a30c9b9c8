/** Bytes of a stream as they are meant, and as they are written. */
import {promisify} from 'node:util'
import {deflate, inflate as inflateCallback, inflateSync} from 'node:zlib'
import type {Stream} from '../objects/values.ts'

export function inflate({dict, data}: Stream): Buffer {
  const filter = dict.get('Filter')
  if (filter === undefined) return Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  if (filter !== '/FlateDecode' || dict.has('DecodeParms')) return Buffer.alloc(0) // no content of ours
  try {
    return inflateSync(data)
  } catch {
    return Buffer.alloc(0) // damaged: the checker finds nothing marked in it
  }
}

const inflateAside = promisify(inflateCallback) as (data: Uint8Array) => Promise<Buffer>

/** The same, beside other work. */
export async function inflateSoon(stream: Stream): Promise<Buffer> {
  const {dict, data} = stream
  if (dict.get('Filter') !== '/FlateDecode' || dict.has('DecodeParms')) return inflate(stream)
  return inflateAside(data).catch(() => Buffer.alloc(0))
}

/** Compressed beside other work. */
export const deflateSoon = promisify(deflate) as (data: Uint8Array) => Promise<Uint8Array>
