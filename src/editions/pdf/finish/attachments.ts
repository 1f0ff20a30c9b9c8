/** The manuscript inside the PDF (ISO 19005-3: associated files), on request. */
import {createHash} from 'node:crypto'
import {deflateSync} from 'node:zlib'
import {PDFHexString, PDFName, PDFRawStream, PDFString, type PDFDocument} from '@cantoo/pdf-lib'
import type {Galley} from '../../../model/book.ts'
import type {EditionContext} from '../../context.ts'

/** @returns Whether anything was attached. */
export function attachManuscript(pdf: PDFDocument, {sourceFiles = [], epoch}: Galley, {locale}: EditionContext): boolean {
  const {context} = pdf
  const date = PDFString.fromDate(new Date(epoch * 1000))
  const specifications = sourceFiles.map(({path, text}) => {
    const bytes = Buffer.from(text)
    const embedded = PDFRawStream.of(context.obj({
      Type: 'EmbeddedFile', Subtype: path.endsWith('.json') ? 'application/json' : 'text/markdown', Filter: 'FlateDecode',
      Params: {Size: bytes.length, CreationDate: date, ModDate: date, CheckSum: PDFHexString.of(createHash('md5').update(bytes).digest('hex'))},
    }), deflateSync(bytes, {level: 9}))
    const file = context.register(embedded)
    return {path, reference: context.register(context.obj({Type: 'Filespec', F: PDFHexString.fromText(path), UF: PDFHexString.fromText(path), Desc: PDFHexString.fromText(locale.text('pdf.attached')), AFRelationship: 'Source', EF: {F: file, UF: file}}))}
  }).sort((one, other) => (one.path < other.path ? -1 : 1)) // a name tree is in order (ISO 32000-1 §7.9.6)
  if (specifications.length === 0) return false
  pdf.catalog.set(PDFName.of('Names'), context.obj({EmbeddedFiles: {Names: specifications.flatMap(({path, reference}) => [PDFHexString.fromText(path), reference])}}))
  pdf.catalog.set(PDFName.of('AF'), context.obj(specifications.map(({reference}) => reference)))
  return true
}
