/** Text of a PDF → values, from a place on. What cannot be read is refused by an error: the files are a browser's or our own. */
import {type Dict, type Name, type Ref, Text, type Value} from './values.ts'

export interface Place {at: number}

/** @param place Where the value begins; then where it ended. */
export function parseValue(text: string, place: Place, refTo: (number: number) => Ref): Value {
  skipSpace(text, place)
  const code = text.charCodeAt(place.at)
  if (code === 0x3c) return text.charCodeAt(place.at + 1) === 0x3c ? parseDict(text, place, refTo) : parseUntil(text, place, '>')
  if (code === 0x2f) return parseName(text, place)
  if (code === 0x5b) return parseArray(text, place, refTo)
  if (code === 0x28) return parseString(text, place)
  if ((code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b) return parseNumber(text, place, refTo)
  for (const [word, value] of words) {
    if (text.startsWith(word, place.at)) {
      place.at += word.length
      return value
    }
  }
  throw new Error(`Unexpected ${JSON.stringify(text.slice(place.at, place.at + 20))} in a PDF, expected an object`)
}

const words = [['true', true], ['false', false], ['null', null]] as const

function parseDict(text: string, place: Place, refTo: (number: number) => Ref): Dict {
  const dict: Dict = new Map()
  place.at += 2
  for (;;) {
    skipSpace(text, place)
    if (text.charCodeAt(place.at) !== 0x2f) break
    const key = parseName(text, place).slice(1)
    dict.set(key, parseValue(text, place, refTo))
  }
  if (!text.startsWith('>>', place.at)) throw new Error('Unexpected end of a dictionary in a PDF, expected >>')
  place.at += 2
  return dict
}

function parseArray(text: string, place: Place, refTo: (number: number) => Ref): Value[] {
  const values: Value[] = []
  place.at += 1
  for (skipSpace(text, place); text.charCodeAt(place.at) !== 0x5d; skipSpace(text, place)) values.push(parseValue(text, place, refTo))
  place.at += 1
  return values
}

function parseName(text: string, place: Place): Name {
  const start = place.at
  place.at += 1
  while (isRegular(text.charCodeAt(place.at))) place.at += 1
  return text.slice(start, place.at) as Name // it begins with the slash that led here
}

function parseUntil(text: string, place: Place, end: string): Text {
  const start = place.at
  place.at = text.indexOf(end, start) + 1
  return new Text(text.slice(start, place.at))
}

/** Parentheses may nest; those behind a backslash do not count. */
function parseString(text: string, place: Place): Text {
  const start = place.at
  for (let depth = 0; ; place.at += 1) {
    const code = text.charCodeAt(place.at)
    if (code === 0x5c) place.at += 1
    else if (code === 0x28) depth += 1
    else if (code === 0x29) depth -= 1
    else if (Number.isNaN(code)) throw new Error('Unexpected end of a PDF, expected )')
    if (depth === 0) break
  }
  place.at += 1
  return new Text(text.slice(start, place.at))
}

const reference = /\s+\d+\s+R(?![^\s/<>[\]()%])/y

function parseNumber(text: string, place: Place, refTo: (number: number) => Ref): number | Ref {
  const start = place.at
  let whole = true
  for (let code = text.charCodeAt(place.at); (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b; code = text.charCodeAt(place.at)) {
    if (code < 0x30) whole = false
    place.at += 1
  }
  const value = Number(text.slice(start, place.at))
  reference.lastIndex = place.at
  if (!whole || !reference.test(text)) return value
  place.at = reference.lastIndex
  return refTo(value)
}

/** White space and comments (§7.2.2–3). */
function skipSpace(text: string, place: Place): void {
  for (;;) {
    const code = text.charCodeAt(place.at)
    if (code === 0x25) while (place.at < text.length && text.charCodeAt(place.at) !== 0x0a) place.at += 1
    else if (code > 32 || Number.isNaN(code)) return
    else place.at += 1
  }
}

/** Neither white space nor a delimiter. */
function isRegular(code: number): boolean {
  return code > 32 && code !== 0x2f && code !== 0x3c && code !== 0x3e && code !== 0x5b && code !== 0x5d && code !== 0x28 && code !== 0x29 && code !== 0x25 && code !== 0x7b && code !== 0x7d
}
