import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {PDFDocument, PDFHexString, PDFName, PDFRawStream} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {writePdf} from '../../../src/editions/pdf/finish/write.ts'
import {PdfFile} from '../../../src/editions/pdf/objects/file.ts'
import {dictOf, Stream, Text} from '../../../src/editions/pdf/objects/values.ts'
import {inFolder} from './print.ts'
import {growth, linear} from '../../growth.ts'

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0

async function documentOf(objects: number): Promise<PdfFile> {
  const empty = await PDFDocument.create({updateMetadata: false})
  empty.addPage([200, 100])
  const pdf = new PdfFile(await empty.save({useObjectStreams: false}))
  pdf.catalog.set('Kept', Array.from({length: objects}, (_, index) => pdf.add(dictOf({Index: index, Text: Text.of(`第${index}`)}))))
  pdf.catalog.set('Stream', pdf.add(new Stream(new Map(), Buffer.from('\x00endstream\xff', 'latin1'))))
  return pdf
}

describe('the writer', () => {
  it.each([0, 1, 199, 200, 201, 1000])('writes %i objects that are read back alike', async (count) => {
    const read = await PDFDocument.load(await writePdf(await documentOf(count)), {updateMetadata: false})
    const kept = read.catalog.lookup(PDFName.of('Kept'))?.toString().match(/\d+ 0 R/g) ?? []
    expect(kept).toHaveLength(count)
    const texts = read.context.enumerateIndirectObjects().map(([, object]) => object.toString()).filter((text) => text.includes('/Index'))
    expect(texts).toHaveLength(count)
    if (count > 0) expect(texts.at(-1)).toContain(PDFHexString.fromText(`第${count - 1}`).toString())
    const stream = read.catalog.lookup(PDFName.of('Stream'))
    expect(stream instanceof PDFRawStream && Buffer.from(stream.contents).toString('latin1')).toBe('\x00endstream\xff')
  })

  it('takes time in proportion to the objects', async () => {
    expect(await growth(async (size) => writePdf(await documentOf(size)), 5000)).toBeLessThan(linear)
  })

  it.skipIf(!hasQpdf)('writes what qpdf finds no fault with', () => inFolder(async (folder) => {
    const file = path.join(folder, 'a.pdf')
    writeFileSync(file, await writePdf(await documentOf(500)))
    const {status, stdout, stderr} = spawnSync('qpdf', ['--check', file], {encoding: 'utf8'})
    expect([status, stderr], stdout).toEqual([0, ''])
  }))
})
