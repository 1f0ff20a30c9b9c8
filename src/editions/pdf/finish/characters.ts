/** The way back from glyphs to characters (ISO 32000-1 §9.10.3): a bracket that is stretched, a tall root and the pieces they
 * are built of have no code point, so the browser leads them to U+0000. The font's MATH table says whose variants they are. */
import {charactersOf} from '../checker/fonts.ts'
import {readCoverage, tableOf} from '../../fonts/coverage.ts'
import {deflateSoon} from './inflate.ts'
import type {PdfFile} from '../objects/file.ts'
import {dictOf, Ref, Stream, textOfName} from '../objects/values.ts'

const none = /^(?:0000)+$/

/** What cannot be told is the replacement character: that is allowed, and honest. */
const unknown = 'FFFD'

/** @param faces Fonts that the document was set in; made when one is looked at. */
export async function nameGlyphs(pdf: PdfFile, faces: {make(): Promise<Uint8Array>}[]): Promise<void> {
  let known: Map<string, Map<number, number>> | undefined
  for (const [, font] of pdf.objects()) {
    if (!(font instanceof Map) || font.get('Subtype') !== '/Type0') continue
    const ref = font.get('ToUnicode')
    const characters = charactersOf(pdf.look(ref))
    if (!(ref instanceof Ref) || ![...characters.values()].some((hex) => none.test(hex))) continue
    known ??= await variantsByFont(faces)
    const own = known.get(textOfName(font.get('BaseFont')).replace(/^[A-Z]{6}\+/, ''))
    const named = [...characters].map(([code, hex]): [number, string] => [code, none.test(hex) ? hexOf(own?.get(code)) : hex])
    pdf.replace(ref, new Stream(dictOf({Filter: '/FlateDecode'}), await deflateSoon(Buffer.from(printMap(named), 'latin1'))))
  }
}

function hexOf(codePoint: number | undefined): string {
  return codePoint === undefined ? unknown : Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16().toString('hex').toUpperCase()
}

/** At most a hundred entries in a block. */
function printMap(characters: [number, string][]): string {
  const blocks = Array.from({length: Math.ceil(characters.length / 100)}, (_, index) => characters.slice(100 * index, 100 * (index + 1)))
  const lines = blocks.map((block) => `${block.length} beginbfchar\n${block.map(([code, hex]) => `<${code.toString(16).toUpperCase().padStart(4, '0')}> <${hex}>\n`).join('')}endbfchar\n`)
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n<<  /Registry (Adobe)\n/Ordering (UCS)\n/Supplement 0\n>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${lines.join('')}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`
}

async function variantsByFont(faces: {make(): Promise<Uint8Array>}[]): Promise<Map<string, Map<number, number>>> {
  const fonts = new Map<string, Map<number, number>>()
  for (const {make} of faces) {
    const data = await make()
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
    const math = tableOf(view, 'MATH')
    const name = postScriptName(view)
    if (math !== undefined && name !== undefined) fonts.set(name, new Map([...(fonts.get(name) ?? []), ...variantsOf(view, math, data)]))
  }
  return fonts
}

/** Code points by glyph (OpenType 1.9 §MATH, MathVariants). */
export function variantsOf(view: DataView, math: number, data: Uint8Array): Map<number, number> {
  const found = new Map<number, number>()
  const start = view.getUint16(math + 8)
  if (start === 0) return found
  const variants = math + start
  const bases = codePointsOf(data)
  const [vertical, horizontal] = [view.getUint16(variants + 6), view.getUint16(variants + 8)]
  for (const [coverage, first, count] of [[view.getUint16(variants + 2), 0, vertical], [view.getUint16(variants + 4), vertical, horizontal]] as const) {
    if (coverage === 0) continue
    for (const [index, glyph] of coveredBy(view, variants + coverage).slice(0, count).entries()) {
      const base = bases.get(glyph)
      const construction = variants + view.getUint16(variants + 10 + 2 * (first + index))
      if (base !== undefined) for (const variant of glyphsOf(view, construction)) if (!found.has(variant)) found.set(variant, base)
    }
  }
  return found
}

/** Sizes, then pieces. */
function glyphsOf(view: DataView, construction: number): number[] {
  const sizes = Array.from({length: view.getUint16(construction + 2)}, (_, index) => view.getUint16(construction + 4 + 4 * index))
  const assembly = view.getUint16(construction)
  if (assembly === 0) return sizes
  return [...sizes, ...Array.from({length: view.getUint16(construction + assembly + 4)}, (_, index) => view.getUint16(construction + assembly + 6 + 10 * index))]
}

/** Glyphs of a coverage table, in order (OpenType 1.9 §Coverage, formats 1 and 2). */
function coveredBy(view: DataView, at: number): number[] {
  const count = view.getUint16(at + 2)
  if (view.getUint16(at) === 1) return Array.from({length: count}, (_, index) => view.getUint16(at + 4 + 2 * index))
  return Array.from({length: count}, (_, index) => at + 4 + 6 * index).flatMap((range) => Array.from({length: view.getUint16(range + 2) - view.getUint16(range) + 1}, (_, index) => view.getUint16(range) + index))
}

/** By glyph; of several the lowest, as the browser has it. */
function codePointsOf(data: Uint8Array): Map<number, number> {
  const {glyphOf} = readCoverage(data)
  const points = new Map<number, number>()
  for (let codePoint = 0x20; codePoint < 0x1_00_00; codePoint += 1) {
    const glyph = glyphOf(codePoint)
    if (glyph !== 0 && !points.has(glyph)) points.set(glyph, codePoint)
  }
  return points
}

/** Name 6 of the `name` table, in ASCII. */
function postScriptName(view: DataView): string | undefined {
  const table = tableOf(view, 'name')
  if (table === undefined) return undefined
  for (let entry = table + 6; entry < table + 6 + 12 * view.getUint16(table + 2); entry += 12) {
    if (view.getUint16(entry + 6) !== 6) continue
    const start = table + view.getUint16(table + 4) + view.getUint16(entry + 10)
    return Array.from({length: view.getUint16(entry + 8)}, (_, index) => String.fromCharCode(view.getUint8(start + index))).join('').replaceAll('\0', '')
  }
  return undefined
}
