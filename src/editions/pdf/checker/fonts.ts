/** Fonts: TrueType, embedded, with a glyph, a width and a way back to characters for all that is shown. */
import {tableOf} from '../../fonts/coverage.ts'
import {inflate} from '../finish/inflate.ts'
import type {PdfFile} from '../objects/file.ts'
import {type Dict, Stream, type Value} from '../objects/values.ts'
import type {Shown} from './glyphs.ts'
import {archive, type Objection, ua} from './objection.ts'

export function checkFonts(pdf: PdfFile, shown: Shown): Objection[] {
  const found: Objection[] = []
  for (const [, object] of pdf.objects()) {
    if (!(object instanceof Map) || object.get('Type') !== '/Font') continue
    const subtype = object.get('Subtype')
    const name = String(object.get('BaseFont') ?? 'a font without a name')
    if (subtype === '/Type3') found.push(archive('6.2.11.4', `${name} is Type 3`))
    if (subtype === '/Type0') found.push(...checkComposite(pdf, object, name, new Set(shown.get(object)?.keys())))
    else if (subtype !== '/CIDFontType2') found.push(archive('6.2.11.4', `${name} is not TrueType`))
  }
  return found
}

function checkComposite(pdf: PdfFile, composite: Dict, name: string, codes: Set<number>): Objection[] {
  const found: Objection[] = []
  const [descendant] = pdf.array(composite.get('DescendantFonts'))
  const font = pdf.dict(descendant)
  const program = pdf.look(pdf.dict(font?.get('FontDescriptor'))?.get('FontFile2'))
  if (composite.get('Encoding') !== '/Identity-H') found.push(...both('7.21.3.3-1', '6.2.11.3.3', `${name} has an encoding of its own`))
  if (font?.get('Subtype') !== '/CIDFontType2') found.push(archive('6.2.11.4', `${name} is not TrueType`))
  if (!(program instanceof Stream)) found.push(...both('7.21.4.1-1', '6.2.11.4', `${name} is not embedded`))
  if (font?.get('CIDToGIDMap') !== '/Identity') found.push(...both('7.21.3.2-1', '6.2.11.3.2', `${name} maps no glyphs`))
  if (codes.has(0)) found.push(...both('7.21.8-1', '6.2.11.8', `${name} shows the missing glyph`))
  const characters = charactersOf(pdf.look(composite.get('ToUnicode')))
  const silent = [...codes].filter((code) => code !== 0 && !characters.has(code))
  if (!characters.size || silent.length > 0) found.push(...both('7.21.7-1', '6.2.11.7.2', `${name} has no way back to characters${characters.size ? ` from ${silent.length} of its glyphs` : ''}`))
  const bad = [...codes].filter((code) => invalid.test(characters.get(code) ?? ''))
  if (bad.length > 0) found.push(...both('7.21.7-2', '6.2.11.7.2', `${name} leads ${bad.length} of its glyphs back to U+0000, U+FEFF or U+FFFE`))
  if (program instanceof Stream && font) found.push(...checkProgram(inflate(program), font, pdf, name, codes))
  return found
}

function both(clause: string, inArchive: string, fault: string): Objection[] {
  return [ua(clause, fault), archive(inArchive, fault)]
}

const invalid = /^(?:.{4})*(?:0000|FEFF|FFFE)/i

/** Hexadecimal UTF-16BE by code (ISO 32000-1 §9.10.3). */
export function charactersOf(map: Value | undefined): Map<number, string> {
  const characters = new Map<number, string>()
  if (!(map instanceof Stream)) return characters
  const text = inflate(map).toString('latin1')
  for (const [, first = '', last = '', to = ''] of text.matchAll(/<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>(?:\s*<([0-9A-Fa-f]+)>)?[ \t]*$/gm)) {
    const from = Number.parseInt(first, 16)
    if (to === '') characters.set(from, last)
    else for (let code = from; code <= Number.parseInt(last, 16); code += 1) characters.set(code, (Number.parseInt(to, 16) + code - from).toString(16).padStart(to.length, '0'))
  }
  return characters
}

/** A font file has every glyph that is shown, as wide as the document says (in thousandths of the body; a rounding is allowed). */
function checkProgram(program: Buffer, font: Dict, pdf: PdfFile, name: string, codes: Set<number>): Objection[] {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength)
  const [head, maxp, hhea, hmtx] = ['head', 'maxp', 'hhea', 'hmtx'].map((tag) => (program.byteLength > 12 ? tableOf(view, tag) : undefined))
  if (head === undefined || maxp === undefined || hhea === undefined || hmtx === undefined) return both('7.21.4.1-1', '6.2.11.4', `the font file of ${name} lacks a table`)
  const [unit, count, measured] = [view.getUint16(head + 18), view.getUint16(maxp + 4), view.getUint16(hhea + 34)]
  const widths = widthsOf(pdf, font)
  const usual = Number(font.get('DW') ?? 1000)
  const absent = [...codes].filter((code) => code >= count)
  const odd = [...codes].filter((code) => code < count && Math.abs(view.getUint16(hmtx + 4 * Math.min(code, measured - 1)) / unit * 1000 - (widths.get(code) ?? usual)) > 1)
  return [
    ...(absent.length > 0 ? both('7.21.4.1-3', '6.2.11.4', `the font file of ${name} lacks ${absent.length} glyphs that are shown`) : []),
    ...(odd.length > 0 ? both('7.21.5-1', '6.2.11.5', `${odd.length} glyphs of ${name} are not as wide as the document says`) : []),
  ]
}

/** By glyph: `first [w w …]` or `first last w` (ISO 32000-1 §9.7.4.3). */
function widthsOf(pdf: PdfFile, font: Dict): Map<number, number> {
  const widths = new Map<number, number>()
  const entries = pdf.array(font.get('W'))
  for (let at = 0; at + 1 < entries.length;) {
    const first = Number(entries[at])
    const next = pdf.look(entries[at + 1])
    if (Array.isArray(next)) {
      for (const [index, width] of next.entries()) widths.set(first + index, Number(width))
      at += 2
    } else {
      for (let code = first; code <= Number(next); code += 1) widths.set(code, Number(entries[at + 2]))
      at += 3
    }
  }
  return widths
}
