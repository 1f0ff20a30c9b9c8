/** The manuscript inside the PDF (ISO 19005-3: associated files), on request. */
import {createHash} from 'node:crypto'
import {deflateSync} from 'node:zlib'
import type {Galley} from '../../../model/book.ts'
import type {EditionContext} from '../../context.ts'
import type {PdfFile} from '../objects/file.ts'
import {dictOf, nameOf, Stream, Text} from '../objects/values.ts'

/** @returns Whether anything was attached. */
export function attachManuscript(pdf: PdfFile, {sourceFiles = [], epoch}: Galley, {locale}: EditionContext): boolean {
  const date = Text.date(new Date(epoch * 1000))
  const specifications = sourceFiles.map(({path, text}) => {
    const bytes = Buffer.from(text)
    const embedded = new Stream(dictOf({
      Type: '/EmbeddedFile', Subtype: nameOf(path.endsWith('.json') ? 'application/json' : 'text/markdown'), Filter: '/FlateDecode',
      Params: dictOf({Size: bytes.length, CreationDate: date, ModDate: date, CheckSum: new Text(`<${createHash('md5').update(bytes).digest('hex')}>`)}),
    }), deflateSync(bytes, {level: 9}))
    const file = pdf.add(embedded)
    return {path, reference: pdf.add(dictOf({Type: '/Filespec', F: Text.of(path), UF: Text.of(path), Desc: Text.of(locale.text('pdf.attached')), AFRelationship: '/Source', EF: dictOf({F: file, UF: file})}))}
  }).sort((one, other) => (one.path < other.path ? -1 : 1)) // a name tree is in order (ISO 32000-1 §7.9.6)
  if (specifications.length === 0) return false
  pdf.catalog.set('Names', dictOf({EmbeddedFiles: dictOf({Names: specifications.flatMap(({path, reference}) => [Text.of(path), reference])})}))
  pdf.catalog.set('AF', specifications.map(({reference}) => reference))
  return true
}
