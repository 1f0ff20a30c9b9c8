/** Fonts: TrueType, embedded, with a way back to the characters. */
import {PDFArray, PDFDict, PDFName, type PDFDocument} from '@cantoo/pdf-lib'
import {archive, type Objection, ua} from './objection.ts'

export function checkFonts(pdf: PDFDocument): Objection[] {
  const found: Objection[] = []
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const subtype = object.get(PDFName.of('Subtype'))
    const name = String(object.get(PDFName.of('BaseFont')) ?? 'a font without a name')
    if (subtype === PDFName.of('Type3')) found.push(archive('6.2.11.4', `${name} is Type 3`))
    if (subtype !== PDFName.of('Type0')) continue
    const [descendant] = object.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.asArray() ?? []
    const font = pdf.context.lookupMaybe(descendant, PDFDict)
    const descriptor = font?.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
    if (font?.get(PDFName.of('Subtype')) !== PDFName.of('CIDFontType2')) found.push(archive('6.2.11.4', `${name} is not TrueType`))
    if (!descriptor?.get(PDFName.of('FontFile2'))) found.push(archive('6.2.11.4', `${name} is not embedded`))
    if (!font?.get(PDFName.of('CIDToGIDMap'))) found.push(archive('6.2.11.3.2', `${name} maps no glyphs`))
    if (!object.get(PDFName.of('ToUnicode'))) {
      found.push(ua('10-001', `${name} has no way back to characters`), archive('6.2.11.7.2', `${name} has no way back to characters`))
    }
  }
  return found
}
