/** Codes that a file shows, by font: what the conditions on fonts are about. */
import type {PdfFile} from '../objects/file.ts'
import {decodeKey, type Dict, type Value} from '../objects/values.ts'

/** How often each two-byte code is shown, by font dictionary. */
export type Shown = Map<Dict, Map<number, number>>

/** A font is chosen, or hexadecimal codes are shown, alone or in an array. */
const operators = /\/([^\s/<>[\]()]+)\s+[\d.]+\s+Tf\b|<([0-9A-Fa-f]+)>\s*Tj\b|\[((?:\s|<[0-9A-Fa-f]*>|[-+.\d])*)\]\s*TJ\b/g

/** @param shown Filled on. @param resources Where the content finds its fonts. */
export function noteShown(pdf: PdfFile, resources: Value | undefined, content: string, shown: Shown): void {
  const fonts = pdf.dict(pdf.dict(resources)?.get('Font'))
  let codes: Map<number, number> | undefined
  for (const [, name, text, texts] of content.matchAll(operators)) {
    if (name !== undefined) codes = codesOf(shown, pdf.dict(fonts?.get(name) ?? fonts?.get(decodeKey(name))))
    else if (codes) for (const hex of text === undefined ? texts?.match(/(?<=<)[0-9A-Fa-f]+/g) ?? [] : [text]) noteHex(codes, hex)
  }
}

function codesOf(shown: Shown, font: Dict | undefined): Map<number, number> | undefined {
  if (!font) return undefined
  const known = shown.get(font) ?? new Map()
  shown.set(font, known)
  return known
}

function noteHex(codes: Map<number, number>, hex: string): void {
  for (let at = 0; at + 4 <= hex.length; at += 4) {
    const code = Number.parseInt(hex.slice(at, at + 4), 16)
    codes.set(code, (codes.get(code) ?? 0) + 1)
  }
}
