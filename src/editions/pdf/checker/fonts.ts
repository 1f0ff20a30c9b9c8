/** Fonts: TrueType, embedded, with a way back to the characters. */
import type {PdfFile} from '../objects/file.ts'
import {archive, type Objection, ua} from './objection.ts'

export function checkFonts(pdf: PdfFile): Objection[] {
  const found: Objection[] = []
  for (const [, object] of pdf.objects()) {
    if (!(object instanceof Map) || object.get('Type') !== '/Font') continue
    const subtype = object.get('Subtype')
    const name = String(object.get('BaseFont') ?? 'a font without a name')
    if (subtype === '/Type3') found.push(archive('6.2.11.4', `${name} is Type 3`))
    if (subtype !== '/Type0') continue
    const [descendant] = pdf.array(object.get('DescendantFonts'))
    const font = pdf.dict(descendant)
    const descriptor = pdf.dict(font?.get('FontDescriptor'))
    if (font?.get('Subtype') !== '/CIDFontType2') found.push(archive('6.2.11.4', `${name} is not TrueType`))
    if (!descriptor?.has('FontFile2')) found.push(archive('6.2.11.4', `${name} is not embedded`))
    if (!font?.has('CIDToGIDMap')) found.push(archive('6.2.11.3.2', `${name} maps no glyphs`))
    if (!object.has('ToUnicode')) {
      found.push(ua('10-001', `${name} has no way back to characters`), archive('6.2.11.7.2', `${name} has no way back to characters`))
    }
  }
  return found
}
