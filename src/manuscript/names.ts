/** Names of files: their natural order, and the safe name of a book's outputs. */
import {createHash} from 'node:crypto'

const numerals = new Map([...'零〇一二三四五六七八九'].map((digit, index) => [digit, index < 2 ? 0 : index - 1]))

/** `第十二章` as 12: chapters are often named so. @returns undefined where it is no number. */
function readNumeral(text: string): number | undefined {
  let sum = 0
  let digit = 0
  for (const character of text) {
    const value = numerals.get(character)
    const unit = character === '十' ? 10 : character === '百' ? 100 : character === '千' ? 1000 : undefined
    if (unit !== undefined) {
      sum += (digit || 1) * unit
      digit = 0
    } else if (value !== undefined) digit = value
    else return undefined
  }
  return sum + digit
}

type Part = string | number

function partsOf(name: string): Part[] {
  const parts = name.normalize('NFC').match(/\d{1,15}|(?<=第)[零〇一二三四五六七八九十百千]{1,9}|\/|[^\d/]+?(?=\d|\/|$|(?<=第)[零〇一二三四五六七八九十百千])/gu) ?? []
  return parts.map((part) => (/^\d/.test(part) ? Number(part) : (readNumeral(part) ?? part)))
}

/** Numbers by value, all else by code point: the same on every machine, whatever its language. */
export function compareNames(a: string, b: string): number {
  const left = partsOf(a)
  const right = partsOf(b)
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const x = left[index] as Part // below both lengths
    const y = right[index] as Part
    if (x === y) continue
    if (typeof x === typeof y) return x < y ? -1 : 1
    return typeof x === 'number' ? -1 : 1
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0)
}

/** Device names that Windows keeps for itself, with any ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** Bytes of UTF-8: file systems take 255, of which publishing and editions need some around the name. */
const most = 200
const digitsAndHyphen = 9

/** @param name As the author named the folder or file, without its ending.
 * @returns Letters and digits of any script, `.`, `_` and `-`, at most 80 characters and 200 bytes; a space becomes `-`. What else had
 * to be left out is told by 8 hexadecimal digits of its SHA-256, so that two such names never meet. */
export function outputName(name: string): string {
  const composed = name.normalize('NFC').trim().replace(/\s+/g, '-')
  if (/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,79}$/u.test(composed) && !reserved.test(composed.split('.')[0] ?? '') && !composed.endsWith('.') && Buffer.byteLength(composed) <= most) return composed
  const letters = [...composed.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^[-\p{M}]+|-+$/gu, '')].slice(0, 60)
  while (Buffer.byteLength(letters.join('')) > most - digitsAndHyphen) letters.pop()
  const kept = letters.join('')
  const digits = createHash('sha256').update(composed).digest('hex').slice(0, 8)
  return `${kept || 'book'}-${digits}`
}
