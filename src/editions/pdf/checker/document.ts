/** The document as a whole: marked, titled, in a language, with metadata. */
import {PDFBool, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFDocument, decodePDFRawStream} from '@cantoo/pdf-lib'
import {type Objection, ua} from './objection.ts'

export function checkDocument(pdf: PDFDocument): Objection[] {
  const {catalog} = pdf
  const found: Objection[] = []
  const marked = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)
  if (marked?.lookup(PDFName.of('Marked')) !== PDFBool.True) found.push(ua('06-001', 'the document is not marked as tagged'))
  if (marked?.lookup(PDFName.of('Suspects')) === PDFBool.True) found.push(ua('07-002', 'the tags are marked as suspect'))
  if (!catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)) found.push(ua('01-005', 'there is no structure tree'))
  if (!textOf(catalog.lookup(PDFName.of('Lang')))) found.push(ua('11-006', 'the document has no language'))
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)
  if (preferences?.lookup(PDFName.of('DisplayDocTitle')) !== PDFBool.True) found.push(ua('07-001', 'the title is not shown'))
  const xmp = readXmp(pdf)
  if (xmp === undefined) found.push(ua('06-002', 'there is no XMP metadata'))
  else if (!/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(xmp)) found.push(ua('06-003', 'the metadata has no title'))
  return found
}

export function readXmp(pdf: PDFDocument): string | undefined {
  const stream = pdf.catalog.lookup(PDFName.of('Metadata'))
  return stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8') : undefined
}

export function textOf(value: unknown): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}
