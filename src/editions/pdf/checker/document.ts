/** The document as a whole: marked, titled, in a language, with metadata. */
import {inflate} from '../finish/inflate.ts'
import type {PdfFile} from '../objects/file.ts'
import {Stream} from '../objects/values.ts'
import {type Objection, ua} from './objection.ts'

export function checkDocument(pdf: PdfFile): Objection[] {
  const {catalog} = pdf
  const found: Objection[] = []
  const marked = pdf.dict(catalog.get('MarkInfo'))
  if (pdf.look(marked?.get('Marked')) !== true) found.push(ua('06-001', 'the document is not marked as tagged'))
  if (pdf.look(marked?.get('Suspects')) === true) found.push(ua('07-002', 'the tags are marked as suspect'))
  if (!pdf.dict(catalog.get('StructTreeRoot'))) found.push(ua('01-005', 'there is no structure tree'))
  if (!pdf.text(catalog.get('Lang'))) found.push(ua('11-006', 'the document has no language'))
  if (pdf.look(pdf.dict(catalog.get('ViewerPreferences'))?.get('DisplayDocTitle')) !== true) found.push(ua('07-001', 'the title is not shown'))
  const xmp = readXmp(pdf)
  if (xmp === undefined) found.push(ua('06-002', 'there is no XMP metadata'))
  else if (!/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(xmp)) found.push(ua('06-003', 'the metadata has no title'))
  return found
}

export function readXmp(pdf: PdfFile): string | undefined {
  const stream = pdf.look(pdf.catalog.get('Metadata'))
  return stream instanceof Stream ? inflate(stream).toString('utf8') : undefined
}
