/** The document as a whole: marked, titled, in a language, with metadata. */
import {inflate} from '../finish/inflate.ts'
import type {PdfFile} from '../objects/file.ts'
import {Stream} from '../objects/values.ts'
import {type Objection, ua} from './objection.ts'

export function checkDocument(pdf: PdfFile): Objection[] {
  const {catalog} = pdf
  const found: Objection[] = []
  const marked = pdf.dict(catalog.get('MarkInfo'))
  if (pdf.look(marked?.get('Marked')) !== true) found.push(ua('6.2-1', 'the document is not marked as tagged'))
  if (pdf.look(marked?.get('Suspects')) === true) found.push(ua('7.1-4', 'the tags are marked as suspect'))
  if (!pdf.dict(catalog.get('StructTreeRoot'))) found.push(ua('7.1-11', 'there is no structure tree'))
  if (!pdf.text(catalog.get('Lang'))) found.push(ua('7.2-33', 'the document has no language'))
  if (pdf.look(pdf.dict(catalog.get('ViewerPreferences'))?.get('DisplayDocTitle')) !== true) found.push(ua('7.1-10', 'the title is not shown'))
  const language = pdf.text(catalog.get('Lang'))
  if (language && !isLanguage(language)) found.push(ua('7.2-29', `${language} is no language`))
  checkFiles(pdf, found)
  const layers = pdf.dict(catalog.get('OCProperties'))
  for (const layer of [layers?.get('D'), ...pdf.array(layers?.get('Configs'))].flatMap((entry) => pdf.dict(entry) ?? [])) {
    if (!pdf.text(layer.get('Name'))) found.push(ua('7.10-1', 'a configuration of layers has no name'))
    if (layer.has('AS')) found.push(ua('7.10-2', 'a configuration of layers changes by itself'))
  }
  const xmp = readXmp(pdf)
  if (xmp === undefined) found.push(ua('7.1-8', 'there is no XMP metadata'))
  else if (!/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(xmp)) found.push(ua('7.1-9', 'the metadata has no title'))
  return found
}

/** Attached files are named for old readers and new ones. */
function checkFiles(pdf: PdfFile, found: Objection[]): void {
  for (const [, object] of pdf.objects()) {
    if (object instanceof Map && object.has('EF') && (!pdf.text(object.get('F')) || !pdf.text(object.get('UF')))) found.push(ua('7.11-1', 'an attached file has no name'))
    if (object instanceof Stream && object.dict.get('Subtype') === '/Form' && object.dict.has('Ref')) found.push(ua('7.20-1', 'a drawing is taken from another file'))
  }
}

/** A language tag as RFC 3066 has it. */
export function isLanguage(text: string): boolean {
  return /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(text)
}

export function readXmp(pdf: PdfFile): string | undefined {
  const stream = pdf.look(pdf.catalog.get('Metadata'))
  return stream instanceof Stream ? inflate(stream).toString('utf8') : undefined
}
