/** A PDF in memory → its bytes: objects packed into compressed streams, then a cross-reference stream (ISO 32000-1 §7.5.7–8).
 *
 * Every object is written once; they are compressed beside each other. */
import {deflateSoon} from './inflate.ts'
import type {PdfFile} from '../objects/file.ts'
import {printDict, printValue, Stream} from '../objects/values.ts'

/** Objects in one stream: enough to compress well, few enough to be opened fast. */
const packed = 200

interface Entry {kind: 0 | 1 | 2; place: number; index: number}

type Item = {number: number; stream: Stream} | {number: number; keys: string; bytes: Promise<Uint8Array>; numbers: number[]}

/** Items that are being compressed at once: zlib holds 256 KiB for each. */
const ahead = 8

export async function writePdf(pdf: PdfFile): Promise<Uint8Array> {
  const out = new Output()
  const entries: Entry[] = [{kind: 0, place: 0, index: 65_535}]
  const write = async (item: Item) => {
    entries[item.number] = {kind: 1, place: out.length, index: 0}
    if ('stream' in item) return out.stream(item.number, item.stream)
    for (const [index, number] of item.numbers.entries()) entries[number] = {kind: 2, place: item.number, index}
    return out.packed(item.number, item.keys, await item.bytes)
  }
  const waiting: Item[] = []
  for (const item of itemsOf(pdf)) {
    waiting.push(item)
    if (waiting.length > ahead) await write(waiting.shift() ?? item)
  }
  for (const item of waiting) await write(item)
  const next = Math.max(pdf.size, entries.length)
  const start = out.length
  entries[next] = {kind: 1, place: start, index: 0}
  const keys = ['Root', 'Info', 'ID'].flatMap((key) => {
    const value = pdf.trailer.get(key)
    return value === undefined ? [] : [`/${key} ${printValue(value)}`]
  }).join(' ')
  out.packed(next, `/Type /XRef /Size ${next + 1} /W [1 4 2] ${keys}`, await deflateSoon(tableOf(entries, next + 1)))
  out.text(`startxref\n${start}\n%%EOF\n`)
  return out.bytes()
}

/** What is written, in order; streams of objects are numbered behind all objects. */
function* itemsOf(pdf: PdfFile): Generator<Item> {
  let next = pdf.size
  let texts: [number, string][] = []
  const pack = (): Item => {
    const [keys, data] = packObjects(texts)
    const item = {number: next, keys, bytes: deflateSoon(data), numbers: texts.map(([number]) => number)}
    next += 1
    texts = []
    return item
  }
  for (const [number, object] of pdf.objects()) {
    if (object instanceof Stream) yield {number, stream: object}
    else if (texts.push([number, printValue(object)]) === packed) yield pack()
  }
  if (texts.length > 0) yield pack()
}

function packObjects(texts: [number, string][]): [string, Buffer] {
  const heads: string[] = []
  let offset = 0
  for (const [number, text] of texts) {
    heads.push(`${number} ${offset}`)
    offset += text.length + 1
  }
  const head = `${heads.join(' ')}\n`
  return [`/Type /ObjStm /N ${texts.length} /First ${head.length}`, Buffer.from(`${head}${texts.map(([, text]) => text).join('\n')}\n`, 'latin1')]
}

/** Numbers that no object has are free. */
function tableOf(entries: Entry[], count: number): Buffer {
  const table = Buffer.alloc(7 * count)
  for (let number = 0; number < count; number += 1) {
    const {kind, place, index} = entries[number] ?? {kind: 0, place: 0, index: 0}
    table.writeUInt8(kind, 7 * number)
    table.writeUInt32BE(place, 7 * number + 1)
    table.writeUInt16BE(index, 7 * number + 5)
  }
  return table
}

class Output {
  length = 0
  readonly #parts: Uint8Array[] = []

  constructor() {
    this.text('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n') // four bytes above 127: the file is binary
  }

  text(text: string): void {
    this.#add(Buffer.from(text, 'latin1'))
  }

  stream(number: number, {dict, data}: Stream): void {
    this.#stream(number, printDict(new Map([...dict, ['Length', data.length]])), data)
  }

  /** @param bytes Compressed. */
  packed(number: number, keys: string, bytes: Uint8Array): void {
    this.#stream(number, `<< ${keys} /Filter /FlateDecode /Length ${bytes.length} >>`, bytes)
  }

  #stream(number: number, dict: string, data: Uint8Array): void {
    this.text(`${number} 0 obj\n${dict}\nstream\n`)
    this.#add(data)
    this.text('\nendstream\nendobj\n')
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts, this.length)
  }

  #add(bytes: Uint8Array): void {
    this.#parts.push(bytes)
    this.length += bytes.length
  }
}
