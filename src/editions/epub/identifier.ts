/** The stable identifier of a book: its ISBN or DOI, else the UUID its author gave, else one made from what names the book. */
import {createHash} from 'node:crypto'
import type {BookConfig} from '../../model/config.ts'

/** RFC 9562 §6.6: names that are URLs. */
const urlNamespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'

export interface Identifier {
  /** `urn:isbn:…`, `urn:doi:…` or `urn:uuid:…` */
  urn: string
  /** Of ONIX code list 5. */
  type?: '02' | '15' | '06'
}

/** @returns The identifier of the book first, then others that its author gave; the same for every build of a book that keeps its name, title
 * and people. */
export function identifiersOf({identifier, language, title, contributors}: BookConfig, name: string): Identifier[] {
  const given: Identifier[] = []
  const isbn = identifier.isbn?.replace(/[\s-]|^urn:isbn:/gi, '').toUpperCase()
  if (isbn && isIsbn(isbn)) given.push({urn: `urn:isbn:${isbn}`, type: isbn.length === 13 ? '15' : '02'})
  const doi = identifier.doi?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:|urn:doi:)\s*/i, '').trim()
  if (doi && /^10\.\d{4,9}\/\S+$/.test(doi)) given.push({urn: `urn:doi:${doi}`, type: '06'})
  const uuid = identifier.uuid?.replace(/^urn:uuid:/i, '').toLowerCase()
  if (uuid && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(uuid)) given.push({urn: `urn:uuid:${uuid}`})
  return given.length > 0 ? given : [{urn: `urn:uuid:${uuidOf(JSON.stringify(['banben', name, language, title, contributors.map((person) => person.name)]))}`}]
}

/** Version 5 (RFC 9562 §5.5). */
export function uuidOf(name: string, namespace = urlNamespace): string {
  const bytes = createHash('sha1').update(Buffer.from(namespace.replaceAll('-', ''), 'hex')).update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Check digit of ISO 2108. */
export function isIsbn(text: string): boolean {
  const digits = [...text].map((digit) => (digit === 'X' ? 10 : Number(digit)))
  if (/^\d{13}$/.test(text)) return digits.reduce((sum, digit, index) => sum + digit * (index % 2 ? 3 : 1), 0) % 10 === 0
  if (/^\d{9}[\dX]$/.test(text)) return digits.reduce((sum, digit, index) => sum + digit * (10 - index), 0) % 11 === 0
  return false
}
