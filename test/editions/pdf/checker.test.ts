import zlib from 'node:zlib'
import {PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFString} from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {checkPdf} from '../../../src/editions/pdf/checker/index.ts'
import {kidsOf, typeOf} from '../../../src/editions/pdf/finish/structure.ts'
import {hasBrowser, printFiles} from './print.ts'

const book = {
  'book.yml': 'title: 书\nsubtitle: 副题\nauthor: 某人\nlanguage: zh-CN\ndescription: 说明 & <more>\nkeywords: [甲, 乙]\n',
  'a.md': '# 第一章 甲\n\n正文 **粗** 与 `code`，见 [网址](https://example.org/)，$x^2$。\n\n## 节\n\n- 一\n- 二\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n> 引文。\n\n```js\nlet a = 1\n```\n\n# 第二章 乙\n\n又[^1]。\n\n[^1]: 注。\n',
}

const name = PDFName.of

function elements(pdf: PDFDocument, type: string): PDFDict[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict && object.get(name('Type')) === name('StructElem') && typeOf(object) === type ? [object] : []))
}

function links(pdf: PDFDocument): PDFDict[] {
  return pdf.getPages().flatMap((page) => page.node.Annots()?.asArray().map((entry) => pdf.context.lookup(entry, PDFDict)) ?? [])
}

function replaceContent(pdf: PDFDocument, change: (content: string) => string): void {
  const page = pdf.getPages().at(-1)
  const reference = page?.node.get(name('Contents'))
  const stream = pdf.context.lookup(reference)
  if (!page || !(stream instanceof PDFRawStream)) throw new Error('expected one stream')
  const text = Buffer.from(pdf.context.lookup(reference) === stream ? inflate(stream) : []).toString('latin1')
  page.node.set(name('Contents'), pdf.context.register(PDFRawStream.of(pdf.context.obj({}), Buffer.from(change(text), 'latin1'))))
}

const damages: [string, string, (pdf: PDFDocument) => void][] = [
  ['is not marked as tagged', '06-001', (pdf) => pdf.catalog.delete(name('MarkInfo'))],
  ['has no structure tree', '01-005', (pdf) => pdf.catalog.delete(name('StructTreeRoot'))],
  ['has no language', '11-006', (pdf) => pdf.catalog.delete(name('Lang'))],
  ['does not show its title', '07-001', (pdf) => pdf.catalog.delete(name('ViewerPreferences'))],
  ['has no metadata', '06-002', (pdf) => pdf.catalog.delete(name('Metadata'))],
  ['has unmapped types', '02-001', (pdf) => pdf.catalog.lookup(name('StructTreeRoot'), PDFDict).delete(name('RoleMap'))],
  ['remaps a standard type', '02-004', (pdf) => pdf.catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('RoleMap'), PDFDict).set(name('P'), name('H1'))],
  ['skips a heading level', '14-003', (pdf) => elements(pdf, 'H2')[0]?.set(name('S'), name('H4'))],
  ['has a formula without words', '17-002', (pdf) => elements(pdf, 'Formula')[0]?.delete(name('Alt'))],
  ['has a figure without words', '13-004', (pdf) => elements(pdf, 'P')[0]?.set(name('S'), name('Figure'))],
  ['has a list item without a body', '09-004', (pdf) => elements(pdf, 'LBody')[0]?.set(name('S'), name('P'))],
  ['has a cell outside a row', '09-004', (pdf) => elements(pdf, 'TR')[0]?.set(name('S'), name('Div'))],
  ['has a table header without a scope', '15-003', (pdf) => elements(pdf, 'TH')[0]?.delete(name('A'))],
  ['has a note without an ID', '19-003', (pdf) => elements(pdf, 'P')[0]?.set(name('S'), name('Note'))],
  ['paints outside marks', '01-004', (pdf) => replaceContent(pdf, (content) => `${content}\n0 0 10 10 re f\n`)],
  ['has a mark without an end', '01-003', (pdf) => replaceContent(pdf, (content) => `${content}\n/Artifact BMC\n`)],
  ['uses a mark that belongs to nobody', '01-006', (pdf) => replaceContent(pdf, (content) => `${content}\n/P <</MCID 9999>> BDC\nEMC\n`)],
  ['shows a missing glyph', '6.2.11.8', (pdf) => replaceContent(pdf, (content) => `${content}\n/Artifact BMC\nBT <0000> Tj ET\nEMC\n`)],
  ['has no tab order', '28-008', (pdf) => pdf.getPages().find((page) => page.node.Annots())?.node.delete(name('Tabs'))],
  ['has a link without words', '28-012', (pdf) => links(pdf)[0]?.delete(name('Contents'))],
  ['has a link outside the tree', '28-011', (pdf) => links(pdf)[0]?.delete(name('StructParent'))],
  ['has a link that is not printed', '6.3.2', (pdf) => links(pdf)[0]?.set(name('F'), PDFNumber.of(0))],
  ['leads to a local file', '6.5.1', (pdf) => links(pdf).find((link) => link.has(name('A')))?.lookup(name('A'), PDFDict).set(name('URI'), PDFString.of('file:///etc/passwd'))],
  ['runs a script', '6.5.1', (pdf) => void pdf.context.register(pdf.context.obj({S: 'JavaScript', JS: PDFString.of('app.alert(1)')}))],
  ['has an open action', '6.5.2', (pdf) => pdf.catalog.set(name('OpenAction'), pdf.context.obj({S: 'GoTo'}))],
  ['has no output intent', '6.2.3', (pdf) => pdf.catalog.delete(name('OutputIntents'))],
  ['has no ID', '6.1.3', (pdf) => { pdf.context.trailerInfo.ID = pdf.context.obj([]) }],
  ['tells two titles', '6.6.2.3', (pdf) => pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict).set(name('Title'), PDFString.of('other'))],
  ['has a font that is not embedded', '6.2.11.4', (pdf) => { for (const font of fonts(pdf)) font.lookup(name('FontDescriptor'), PDFDict).delete(name('FontFile2')) }],
  ['has a font without characters', '10-001', (pdf) => { for (const font of composites(pdf)) font.delete(name('ToUnicode')) }],
  ['has a Type 3 font', '6.2.11.4', (pdf) => void pdf.context.register(pdf.context.obj({Type: 'Font', Subtype: 'Type3'}))],
]

function composites(pdf: PDFDocument): PDFDict[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict && object.get(name('Subtype')) === name('Type0') ? [object] : []))
}

function fonts(pdf: PDFDocument): PDFDict[] {
  return composites(pdf).map((font) => pdf.context.lookup(font.lookup(name('DescendantFonts'), PDFArray).get(0), PDFDict))
}

function inflate(stream: PDFRawStream): Uint8Array {
  return stream.dict.has(name('Filter')) ? zlib.inflateSync(stream.contents) : stream.contents
}

describe.skipIf(!hasBrowser)('the checker', () => {
  let data: Uint8Array
  beforeAll(async () => {
    data = (await printFiles(book)).data
  }, 60_000)

  it('finds nothing in a finished file, which then makes both claims', async () => {
    const pdf = await PDFDocument.load(data, {updateMetadata: false})
    expect(checkPdf(pdf)).toEqual([])
    const xmp = Buffer.from((pdf.catalog.lookup(name('Metadata')) as PDFRawStream).contents).toString() // the metadata stream is never compressed
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>')
  })

  it.each(damages)('objects to a file that %s (%s)', async (_what, clause, damage) => {
    const pdf = await PDFDocument.load(data, {updateMetadata: false})
    damage(pdf)
    const again = await PDFDocument.load(await pdf.save({updateFieldAppearances: false, addDefaultPage: false}), {updateMetadata: false})
    if (clause === '6.1.3') again.context.trailerInfo.ID = again.context.obj([]) // the writer may have made one
    expect(checkPdf(again).map((objection) => objection.clause)).toContain(clause)
  })

  it('has every element in a list or table where it belongs', async () => {
    const pdf = await PDFDocument.load(data, {updateMetadata: false})
    for (const item of elements(pdf, 'LI')) expect(kidsOf(item).every((kid) => ['Lbl', 'LBody'].includes(typeOf(pdf.context.lookup(kid))))).toBe(true)
  })
})
