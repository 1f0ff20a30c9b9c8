/** PDF/A-2, what applies to our files: colour, encryption, actions, metadata alike in both places, an ID. */
import {decodePDFRawStream, PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream, type PDFDocument} from '@cantoo/pdf-lib'
import {readXmp, textOf} from './document.ts'
import {archive, type Objection} from './objection.ts'

export function checkArchive(pdf: PDFDocument): Objection[] {
  return [...checkFile(pdf), ...checkIntent(pdf), ...checkObjects(pdf), ...checkMetadata(pdf)]
}

function checkFile(pdf: PDFDocument): Objection[] {
  const found: Objection[] = []
  const id = pdf.context.trailerInfo.ID
  const parts = id instanceof PDFArray ? id.asArray() : []
  if (parts.length !== 2 || !parts.every((part) => part instanceof PDFHexString && part.asString().length > 0)) found.push(archive('6.1.3', 'the file has no ID'))
  if (pdf.context.trailerInfo.Encrypt) found.push(archive('6.1.3', 'the file is encrypted'))
  for (const key of ['OpenAction', 'AA', 'AcroForm', 'Requirements']) if (pdf.catalog.get(PDFName.of(key))) found.push(archive('6.5.2', `the document has ${key}`))
  return found
}

function checkIntent(pdf: PDFDocument): Objection[] {
  const intents = pdf.catalog.lookupMaybe(PDFName.of('OutputIntents'), PDFArray)?.asArray() ?? []
  const intent = intents.map((entry) => pdf.context.lookup(entry)).find((entry): entry is PDFDict => entry instanceof PDFDict && entry.get(PDFName.of('S')) === PDFName.of('GTS_PDFA1'))
  const profile = intent?.lookup(PDFName.of('DestOutputProfile'))
  if (!(profile instanceof PDFRawStream)) return [archive('6.2.3', 'there is no output intent with a profile')]
  const bytes = Buffer.from(decodePDFRawStream(profile).decode())
  return bytes.length > 128 && bytes.readUInt32BE(0) === bytes.length && bytes.toString('latin1', 36, 40) === 'acsp' ? [] : [archive('6.2.3', 'the profile of the output intent is damaged')]
}

const forbidden = new Set(['Launch', 'Sound', 'Movie', 'ResetForm', 'ImportData', 'Hide', 'SetOCGState', 'Rendition', 'Trans', 'GoTo3DView', 'JavaScript'])

function checkObjects(pdf: PDFDocument): Objection[] {
  const found: Objection[] = []
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFRawStream ? object.dict : object instanceof PDFDict ? object : undefined
    if (!dictionary) continue
    const kind = dictionary.get(PDFName.of('S'))
    if (kind instanceof PDFName && forbidden.has(kind.decodeText()) && !dictionary.has(PDFName.of('P'))) found.push(archive('6.5.1', `there is a ${kind.decodeText()} action`))
    if (dictionary.get(PDFName.of('Filter')) === PDFName.of('LZWDecode')) found.push(archive('6.1.7.2', 'a stream is compressed by LZW'))
    if (dictionary.has(PDFName.of('TR')) && dictionary.get(PDFName.of('Type')) === PDFName.of('ExtGState')) found.push(archive('6.2.5', 'a graphics state has a transfer function'))
    if (dictionary.get(PDFName.of('Subtype')) === PDFName.of('PS')) found.push(archive('6.2.9', 'there is PostScript'))
    if (dictionary.get(PDFName.of('Interpolate'))?.toString() === 'true') found.push(archive('6.2.8', 'an image is interpolated'))
  }
  return found
}

/** Info key → what XMP holds. */
const pairs: readonly [string, RegExp][] = [
  ['Title', /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]*)/],
  ['Author', /<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]*>([^<]*)/],
  ['Subject', /<dc:description>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]*)/],
  ['Keywords', /<pdf:Keywords>([^<]*)/],
  ['Creator', /<xmp:CreatorTool>([^<]*)/],
  ['Producer', /<pdf:Producer>([^<]*)/],
]

function checkMetadata(pdf: PDFDocument): Objection[] {
  const xmp = readXmp(pdf)
  if (xmp === undefined) return [archive('6.6.2.1', 'there is no XMP metadata')]
  const info = pdf.context.lookupMaybe(pdf.context.trailerInfo.Info, PDFDict)
  const found = pairs.filter(([key, pattern]) => textOf(info?.lookup(PDFName.of(key))) !== unescapeXml(pattern.exec(xmp)?.[1] ?? '')).map(([key]) => archive('6.6.2.3', `${key} is not alike in Info and XMP`))
  for (const [key, tag] of [['CreationDate', 'xmp:CreateDate'], ['ModDate', 'xmp:ModifyDate']] as const) {
    const digits = textOf(info?.lookup(PDFName.of(key))).replace(/\D/g, '').slice(0, 14)
    const written = (new RegExp(`<${tag}>([^<]*)`).exec(xmp)?.[1] ?? '').replace(/\D/g, '').slice(0, 14)
    if (digits !== written) found.push(archive('6.6.2.3', `${key} is not alike in Info and XMP`))
  }
  return found
}

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => ({amp: '&', lt: '<', gt: '>'})[name] ?? '')
}
