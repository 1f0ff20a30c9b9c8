/** PDF/A-2, what applies to our files: colour, encryption, actions, metadata alike in both places, an ID. */
import {inflate} from '../finish/inflate.ts'
import type {PdfFile} from '../objects/file.ts'
import {type Dict, Stream, Text, textOfName} from '../objects/values.ts'
import {readXmp} from './document.ts'
import {archive, type Objection} from './objection.ts'

export function checkArchive(pdf: PdfFile): Objection[] {
  return [...checkFile(pdf), ...checkIntent(pdf), ...checkObjects(pdf), ...checkMetadata(pdf)]
}

function checkFile(pdf: PdfFile): Objection[] {
  const found: Objection[] = []
  const parts = pdf.array(pdf.trailer.get('ID'))
  if (parts.length !== 2 || !parts.every((part) => part instanceof Text && part.raw.length > 2)) found.push(archive('6.1.3', 'the file has no ID'))
  if (pdf.trailer.has('Encrypt')) found.push(archive('6.1.3', 'the file is encrypted'))
  for (const key of ['OpenAction', 'AA', 'AcroForm', 'Requirements']) if (pdf.catalog.has(key)) found.push(archive('6.5.2', `the document has ${key}`))
  return found
}

function checkIntent(pdf: PdfFile): Objection[] {
  const intent = pdf.array(pdf.catalog.get('OutputIntents')).map((entry) => pdf.dict(entry)).find((entry) => entry?.get('S') === '/GTS_PDFA1')
  const profile = pdf.look(intent?.get('DestOutputProfile'))
  if (!(profile instanceof Stream)) return [archive('6.2.3', 'there is no output intent with a profile')]
  const bytes = inflate(profile)
  return bytes.length > 128 && bytes.readUInt32BE(0) === bytes.length && bytes.toString('latin1', 36, 40) === 'acsp' && /^(?:prtr|mntr)RGB $/.test(bytes.toString('latin1', 12, 20)) ? [] : [archive('6.2.3', 'the profile of the output intent is damaged')]
}

const forbidden = new Set(['Launch', 'Sound', 'Movie', 'ResetForm', 'ImportData', 'Hide', 'SetOCGState', 'Rendition', 'Trans', 'GoTo3DView', 'JavaScript'])

function checkObjects(pdf: PdfFile): Objection[] {
  const found: Objection[] = []
  for (const [, object] of pdf.objects()) {
    const dictionary = object instanceof Stream ? object.dict : object instanceof Map ? object : undefined
    if (!dictionary) continue
    const kind = textOfName(dictionary.get('S'))
    if (forbidden.has(kind) && !dictionary.has('P')) found.push(archive('6.5.1', `there is a ${kind} action`))
    if (object instanceof Stream) checkStream(dictionary, found)
    if (dictionary.get('Type') === '/ExtGState') checkState(dictionary, found)
    if (dictionary.has('HalftoneType')) found.push(archive('6.2.5', 'there is a halftone'))
  }
  return found
}

function checkStream(dictionary: Dict, found: Objection[]): void {
  const filters = dictionary.get('Filter')
  if ((Array.isArray(filters) ? filters : [filters]).some((filter) => filter === '/LZWDecode' || filter === '/Crypt')) found.push(archive('6.1.7.2', 'a stream is compressed by LZW, or encrypted'))
  if (dictionary.has('FFilter') || dictionary.has('FDecodeParms') || (dictionary.has('F') && dictionary.get('Type') !== '/EmbeddedFile')) found.push(archive('6.1.7.1', 'a stream is kept in another file'))
  if (dictionary.get('Subtype') === '/PS' || dictionary.get('Subtype2') === '/PS' || dictionary.has('PS')) found.push(archive('6.2.9', 'there is PostScript'))
  if (dictionary.has('OPI') || dictionary.has('Alternates')) found.push(archive('6.2.8', 'an image has a stand-in'))
  if (dictionary.get('Interpolate') === true) found.push(archive('6.2.8', 'an image is interpolated'))
  if (dictionary.get('ColorSpace') === '/DeviceCMYK') found.push(archive('6.2.4.3', 'an image is in inks, which the output intent does not name'))
}

const blends = new Set(['Normal', 'Compatible', 'Multiply', 'Screen', 'Overlay', 'Darken', 'Lighten', 'ColorDodge', 'ColorBurn', 'HardLight', 'SoftLight', 'Difference', 'Exclusion', 'Hue', 'Saturation', 'Color', 'Luminosity'])

function checkState(dictionary: Dict, found: Objection[]): void {
  if (dictionary.has('TR') || dictionary.has('HTP') || (dictionary.has('TR2') && dictionary.get('TR2') !== '/Default')) found.push(archive('6.2.5', 'a graphics state has a transfer function'))
  const blend = dictionary.get('BM')
  if ((Array.isArray(blend) ? blend : blend === undefined ? [] : [blend]).some((mode) => !blends.has(textOfName(mode)))) found.push(archive('6.2.10', 'colours are mixed in an unknown way'))
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

function checkMetadata(pdf: PdfFile): Objection[] {
  const xmp = readXmp(pdf)
  if (xmp === undefined) return [archive('6.6.2.1', 'there is no XMP metadata')]
  const info = pdf.dict(pdf.trailer.get('Info'))
  const found = pairs.filter(([key, pattern]) => pdf.text(info?.get(key)) !== unescapeXml(pattern.exec(xmp)?.[1] ?? '')).map(([key]) => archive('6.6.2.3', `${key} is not alike in Info and XMP`))
  for (const [key, tag] of [['CreationDate', 'xmp:CreateDate'], ['ModDate', 'xmp:ModifyDate']] as const) {
    const digits = pdf.text(info?.get(key)).replace(/\D/g, '').slice(0, 14)
    const written = (new RegExp(`<${tag}>([^<]*)`).exec(xmp)?.[1] ?? '').replace(/\D/g, '').slice(0, 14)
    if (digits !== written) found.push(archive('6.6.2.3', `${key} is not alike in Info and XMP`))
  }
  return found
}

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => ({amp: '&', lt: '<', gt: '>'})[name] ?? '')
}
