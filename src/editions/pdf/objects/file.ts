/** A PDF as its objects: bytes with a plain cross-reference table in, objects that may be changed out.
 *
 * Skia writes such files. Objects are read when they are looked at. */
import {parseValue, type Place} from './parse.ts'
import {type Dict, Ref, Stream, Text, type Value} from './values.ts'

export interface Page {
  ref: Ref
  node: Dict
}

/** What objects are read from: a file in memory, whose numbers are counted on from those that were there before. */
interface Source {
  bytes: Uint8Array
  text: string
  ref(number: number): Ref
}

export class PdfFile {
  readonly trailer: Dict
  /** One more than the highest number. */
  size = 0
  /** By number; undefined: free, or made here. */
  readonly #places: ({source: Source; offset: number} | undefined)[] = []
  readonly #objects: (Value | undefined)[] = []
  readonly #refs: Ref[] = []

  /** Refuses files without a plain table. */
  constructor(data: Uint8Array) {
    this.trailer = this.append(data)
  }

  /** Takes in the objects of another file behind those that are here; none of them is in use yet.
   * @returns Its trailer. */
  append(data: Uint8Array): Dict {
    const first = this.size
    const source: Source = {
      bytes: data,
      text: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1'), // a character a byte
      ref: (number) => this.ref(first + number),
    }
    const {offsets, end} = readTable(source.text)
    for (const [number, offset] of offsets.entries()) this.#places[first + number] = offset === undefined ? undefined : {source, offset}
    this.size = first + offsets.length
    const trailer = parseValue(source.text, {at: source.text.indexOf('trailer', end) + 'trailer'.length}, source.ref)
    return trailer instanceof Map ? trailer : new Map()
  }

  get catalog(): Dict {
    return this.dict(this.trailer.get('Root')) ?? new Map()
  }

  readonly ref = (number: number): Ref => {
    const known = this.#refs[number]
    if (known) return known
    const made = new Ref(number)
    this.#refs[number] = made
    return made
  }

  /** @returns What a reference leads to; anything else as it is. */
  look(value: Value | undefined): Value | undefined {
    return value instanceof Ref ? this.object(value.number) : value
  }

  dict(value: Value | undefined): Dict | undefined {
    const found = this.look(value)
    return found instanceof Map ? found : undefined
  }

  /** @returns Empty where there is none. */
  array(value: Value | undefined): Value[] {
    const found = this.look(value)
    return Array.isArray(found) ? found : []
  }

  /** @returns '' where there is no string. */
  text(value: Value | undefined): string {
    const found = this.look(value)
    return found instanceof Text ? found.decode() : ''
  }

  object(number: number): Value | undefined {
    const known = this.#objects[number]
    const place = this.#places[number]
    if (known !== undefined || place === undefined) return known
    const read = this.#read(place.source, place.offset)
    this.#objects[number] = read
    return read
  }

  /** Every object that is not free, with its number, from `start` on. */
  *objects(start = 1): Generator<[number, Value]> {
    for (let number = start; number < this.size; number += 1) {
      const value = this.object(number)
      if (value !== undefined) yield [number, value]
    }
  }

  /** Reads all objects, and lets go of the text of the files. */
  readAll(): void {
    for (let number = 1; number < this.size; number += 1) this.object(number)
    this.#places.length = 0
  }

  add(value: Value): Ref {
    const ref = this.ref(this.size)
    this.#objects[this.size] = value
    this.size += 1
    return ref
  }

  replace({number}: Ref, value: Value): void {
    this.#objects[number] = value
  }

  remove({number}: Ref): void {
    this.#objects[number] = undefined
    this.#places[number] = undefined
  }

  /** In order. */
  pages(catalog = this.catalog): Page[] {
    const pages: Page[] = []
    const walk = (value: Value | undefined) => {
      const node = this.dict(value)
      if (!node || !(value instanceof Ref)) return
      if (node.has('Kids')) for (const kid of this.array(node.get('Kids'))) walk(kid)
      else pages.push({ref: value, node})
    }
    walk(catalog.get('Pages'))
    return pages
  }

  #read({text, bytes, ref}: Source, offset: number): Value {
    const place: Place = {at: text.indexOf('obj', offset) + 3}
    const value = parseValue(text, place, ref)
    if (!(value instanceof Map)) return value
    const start = /\s*stream(?:\r\n|\n)/y
    start.lastIndex = place.at
    if (!start.test(text)) return value
    const length = this.look(value.get('Length'))
    return new Stream(value, bytes.subarray(start.lastIndex, start.lastIndex + (typeof length === 'number' ? length : 0)))
  }
}

/** One table of one or more sections (ISO 32000-1 §7.5.4). */
function readTable(text: string): {offsets: (number | undefined)[]; end: number} {
  let at = Number(/startxref\s+(\d+)/.exec(text.slice(text.lastIndexOf('startxref')))?.[1])
  if (!text.startsWith('xref', at)) throw new Error('Unexpected cross-reference stream, expected a table')
  const offsets: (number | undefined)[] = []
  const head = /\s*(?:xref\s+)?(\d+) (\d+)\s+/y
  for (head.lastIndex = at; ; head.lastIndex = at) {
    const section = head.exec(text)
    if (!section) return {offsets, end: at}
    const [first, count] = [Number(section[1]), Number(section[2])]
    const entries = head.lastIndex
    for (let index = 0; index < count; index += 1) {
      const entry = entries + 20 * index
      offsets[first + index] = text.charAt(entry + 17) === 'n' ? Number(text.slice(entry, entry + 10)) : undefined
    }
    at = entries + 20 * count
  }
}
