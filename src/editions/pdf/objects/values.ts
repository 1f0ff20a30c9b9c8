/** Objects of PDF (ISO 32000-1 §7.3) as plain values, and how they are written.
 *
 * A library's classes for each number and name cost ten times the time and memory: a book has a million of them. */

/** With its slash, spelled as in the file: irregular characters are `#xx`. */
export type Name = `/${string}`

/** Keys without their slash. */
export interface Dict extends Map<string, Value> {}

export type Value = number | boolean | null | Name | Text | Ref | Stream | Value[] | Dict

/** An indirect reference; one for each object of a file, so that two may be compared. */
export class Ref {
  readonly number: number

  constructor(number: number) {
    this.number = number
  }
}

export class Stream {
  readonly dict: Dict
  /** As in the file: compressed, if `Filter` says so. */
  readonly data: Uint8Array

  constructor(dict: Dict, data: Uint8Array) {
    this.dict = dict
    this.data = data
  }
}

/** A string object, kept as it is written: `(…)` or `<…>`. */
export class Text {
  readonly raw: string

  constructor(raw: string) {
    this.raw = raw
  }

  /** A text string (§7.9.2.2): UTF-16BE behind its byte order mark. */
  static of(text: string): Text {
    return new Text(`<${Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`)
  }

  /** @param text ASCII. */
  static plain(text: string): Text {
    return new Text(`(${text.replace(/[\\()]/g, '\\$&')})`)
  }

  /** @param date Written in UTC (§7.9.4). */
  static date(date: Date): Text {
    return new Text(`(D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z)`)
  }

  decode(): string {
    const bytes = this.raw.startsWith('<') ? Buffer.from(this.raw.slice(1, -1).replace(/\s/g, ''), 'hex') : Buffer.from(unescapeText(this.raw.slice(1, -1)), 'latin1')
    if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2))).swap16().toString('utf16le')
  }
}

const escapes: Record<string, string> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'}

function unescapeText(raw: string): string {
  return raw.replace(/\\(?:([0-7]{1,3})|(\r\n?|\n)|(.))/gs, (_, octal: string | undefined, line: string | undefined, character = '') => (octal ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : line ? '' : escapes[character] ?? character))
}

/** @returns The key that spells a text. */
export function keyOf(text: string): string {
  return /^[!"$&-'*-.0-;=?-Z\\^-z|~]+$/.test(text) ? text : [...Buffer.from(text)].map((byte) => (byte > 32 && byte < 127 && !'#()<>[]{}/%'.includes(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`)).join('')
}

export function nameOf(text: string): Name {
  return `/${keyOf(text)}`
}

/** @returns The text of a name; '' for anything else. */
export function textOfName(value: Value | undefined): string {
  return typeof value === 'string' ? decodeKey(value.slice(1)) : ''
}

export function decodeKey(key: string): string {
  return key.includes('#') ? Buffer.from(key.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString() : key
}

export function dictOf(entries: Record<string, Value | undefined>): Dict {
  return new Map(Object.entries(entries).filter((entry): entry is [string, Value] => entry[1] !== undefined))
}

/** @param value Anything but a stream, which is no direct object. */
export function printValue(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return printNumber(value)
  if (value instanceof Ref) return `${value.number} 0 R`
  if (value instanceof Text) return value.raw
  if (Array.isArray(value)) return `[${value.map(printValue).join(' ')}]`
  if (value instanceof Map) return printDict(value)
  return String(value)
}

export function printDict(dict: Dict): string {
  let text = '<<'
  for (const [key, value] of dict) text += `/${key} ${printValue(value)}`
  return `${text}>>`
}

/** Exponents are no numbers of PDF. */
function printNumber(value: number): string {
  return Number.isInteger(value) || (Math.abs(value) >= 1e-6 && Math.abs(value) < 1e21) ? String(value) : value.toFixed(10)
}
