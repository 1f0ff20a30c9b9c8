import zlib from 'node:zlib'
import {PDFDocument} from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {checkPdf} from '../../../src/editions/pdf/checker/index.ts'
import {kidsOf, typeOf} from '../../../src/editions/pdf/finish/structure.ts'
import {writePdf} from '../../../src/editions/pdf/finish/write.ts'
import {PdfFile} from '../../../src/editions/pdf/objects/file.ts'
import {type Dict, dictOf, Stream, Text} from '../../../src/editions/pdf/objects/values.ts'
import {hasBrowser, printFiles} from './print.ts'

const book = {
  'book.yml': 'title: 书\nsubtitle: 副题\nauthor: 某人\nlanguage: zh-CN\ndescription: 说明 & <more>\nkeywords: [甲, 乙]\n',
  'a.md': '# 第一章 甲\n\n正文 **粗** 与 `code`，见 [网址](https://example.org/)，$x^2$。\n\n## 节\n\n- 一\n- 二\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n> 引文。\n\n```js\nlet a = 1\n```\n\n# 第二章 乙\n\n又[^1]。\n\n[^1]: 注。\n',
}

function elements(pdf: PdfFile, type: string): Dict[] {
  return [...pdf.objects()].flatMap(([, object]) => (object instanceof Map && object.get('Type') === '/StructElem' && typeOf(object) === type ? [object] : []))
}

function links(pdf: PdfFile): Dict[] {
  return pdf.pages().flatMap(({node}) => pdf.array(node.get('Annots')).flatMap((entry) => pdf.dict(entry) ?? []))
}

function replaceContent(pdf: PdfFile, change: (content: string) => string): void {
  const page = pdf.pages().at(-1)
  const stream = pdf.look(page?.node.get('Contents'))
  if (!page || !(stream instanceof Stream)) throw new Error('expected one stream')
  page.node.set('Contents', pdf.add(new Stream(new Map(), Buffer.from(change(zlib.inflateSync(stream.data).toString('latin1')), 'latin1'))))
}

/** A dictionary inside another one, or inside the catalog. */
function inner(pdf: PdfFile, keys: string[], outer = pdf.catalog): Dict {
  return keys.reduce<Dict>((dict, key) => pdf.dict(dict.get(key)) ?? new Map(), outer)
}

const damages: [string, string, (pdf: PdfFile) => void][] = [
  ['is not marked as tagged', '6.2-1', (pdf) => pdf.catalog.delete('MarkInfo')],
  ['has no structure tree', '7.1-11', (pdf) => pdf.catalog.delete('StructTreeRoot')],
  ['has no language', '7.2-33', (pdf) => pdf.catalog.delete('Lang')],
  ['does not show its title', '7.1-10', (pdf) => pdf.catalog.delete('ViewerPreferences')],
  ['has no metadata', '7.1-8', (pdf) => pdf.catalog.delete('Metadata')],
  ['has unmapped types', '7.1-5', (pdf) => inner(pdf, ['StructTreeRoot']).delete('RoleMap')],
  ['remaps a standard type', '7.1-7', (pdf) => inner(pdf, ['StructTreeRoot', 'RoleMap']).set('P', '/H1')],
  ['skips a heading level', '7.4.2-1', (pdf) => elements(pdf, 'H2')[0]?.set('S', '/H4')],
  ['has a formula without words', '7.7-1', (pdf) => elements(pdf, 'Formula')[0]?.delete('Alt')],
  ['has a figure without words', '7.3-1', (pdf) => elements(pdf, 'P')[0]?.set('S', '/Figure')],
  ['has a list item without a body', '7.2-20', (pdf) => elements(pdf, 'LBody')[0]?.set('S', '/P')],
  ['has a cell outside a row', '7.2-8', (pdf) => elements(pdf, 'TR')[0]?.set('S', '/Div')],
  ['has a table header without a scope', '7.5-1', (pdf) => elements(pdf, 'TH')[0]?.delete('A')],
  ['has a note without an ID', '7.9-1', (pdf) => elements(pdf, 'P')[0]?.set('S', '/Note')],
  ['paints outside marks', '7.1-3', (pdf) => replaceContent(pdf, (content) => `${content}\n0 0 10 10 re f\n`)],
  ['has a mark without an end', '7.1', (pdf) => replaceContent(pdf, (content) => `${content}\n/Artifact BMC\n`)],
  ['uses a mark that belongs to nobody', '7.1-3', (pdf) => replaceContent(pdf, (content) => `${content}\n/P <</MCID 9999>> BDC\nEMC\n`)],
  ['shows a missing glyph', '6.2.11.8', (pdf) => show(pdf, '0000')],
  ['shows a glyph that its font has not', '7.21.4.1-3', (pdf) => show(pdf, 'FFF0')],
  ['shows a glyph that no character leads to', '7.21.7-1', (pdf) => show(pdf, 'FFF0')],
  ['tells another width than its font', '7.21.5-1', (pdf) => { for (const font of fonts(pdf)) { font.delete('W'); font.set('DW', 333) } }],
  ['leads a glyph back to no character', '7.21.7-2', (pdf) => { for (const font of composites(pdf)) changeStream(pdf, font, 'ToUnicode', (text) => text.replace(/^(<[0-9A-F]{4}>) <[0-9A-F]+>$/gm, '$1 <FEFF>')) }],
  ['encodes its font in another way', '7.21.3.3-1', (pdf) => { for (const font of composites(pdf)) font.set('Encoding', '/GBK-EUC-H') }],
  ['has an artifact in tagged content', '7.1-1', (pdf) => replaceContent(pdf, (content) => content.replace(/(\/MCID \d+ ?>> ?BDC\n)/, '$1/Artifact BMC\nEMC\n'))],
  ['has tagged content in an artifact', '7.1-2', (pdf) => replaceContent(pdf, (content) => `${content}\n/Artifact BMC\n/P <</MCID 0>> BDC\nEMC\nEMC\n`)],
  ['nests graphics states too deeply', '6.1.13', (pdf) => replaceContent(pdf, (content) => `${content}\n${'q\n'.repeat(29)}${'Q\n'.repeat(29)}`)],
  ['is marked as suspect', '7.1-4', (pdf) => inner(pdf, ['MarkInfo']).set('Suspects', true)],
  ['maps types in a circle', '7.1-6', (pdf) => { inner(pdf, ['StructTreeRoot', 'RoleMap']).set('Em', '/Strong').set('Strong', '/Em') }],
  ['has no title in its metadata', '7.1-9', (pdf) => changeStream(pdf, pdf.catalog, 'Metadata', (text) => text.replace(/<dc:title>.*?<\/dc:title>/s, ''))],
  ['has a language that is none', '7.2-29', (pdf) => pdf.catalog.set('Lang', Text.plain('zh_CN!'))],
  ['has two heads in a table', '7.2-11', (pdf) => { for (const row of elements(pdf, 'TR')) row.set('S', '/THead') }],
  ['has a table of a head alone', '7.2-14', (pdf) => elements(pdf, 'TR')[0]?.set('S', '/THead')],
  ['has a caption amid a list', '7.2-19', (pdf) => elements(pdf, 'LI')[1]?.set('S', '/Caption')],
  ['has a line of contents outside contents', '7.2-26', (pdf) => elements(pdf, 'P')[0]?.set('S', '/TOCI')],
  ['has headings with and without a level', '7.4.4-2', (pdf) => elements(pdf, 'P')[0]?.set('S', '/H')],
  ['has two notes of one ID', '7.9-2', (pdf) => { for (const note of elements(pdf, 'P').slice(0, 2)) note.set('S', '/Note').set('ID', Text.plain('n')) }],
  ['attaches a file without a name', '7.11-1', (pdf) => void pdf.add(dictOf({Type: '/Filespec', EF: new Map()}))],
  ['takes a drawing from another file', '7.20-1', (pdf) => void pdf.add(new Stream(dictOf({Type: '/XObject', Subtype: '/Form', Ref: new Map(), BBox: [0, 0, 9, 9]}), Buffer.from('')))],
  ['has a layer without a name', '7.10-1', (pdf) => pdf.catalog.set('OCProperties', dictOf({D: new Map(), OCGs: []}))],
  ['has a name that is too long', '6.1.13', (pdf) => pdf.catalog.set('PieceInfo', dictOf({['x'.repeat(128)]: 1}))],
  ['has a page that is too large', '6.1.13', (pdf) => pdf.pages()[0]?.node.set('TrimBox', [0, 0, 20_000, 500])],
  ['mixes colours in an unknown way', '6.2.10', (pdf) => void pdf.add(dictOf({Type: '/ExtGState', BM: '/Shiny'}))],
  ['has an image in inks', '6.2.4.3', (pdf) => void pdf.add(new Stream(dictOf({Type: '/XObject', Subtype: '/Image', ColorSpace: '/DeviceCMYK', Width: 1, Height: 1, BitsPerComponent: 8}), Buffer.from('0000')))],
  ['has no tab order', '7.18.3-1', (pdf) => pdf.pages().find(({node}) => node.has('Annots'))?.node.delete('Tabs')],
  ['has a link without words', '7.18.5-2', (pdf) => links(pdf)[0]?.delete('Contents')],
  ['has a link outside the tree', '7.18.5-1', (pdf) => links(pdf)[0]?.delete('StructParent')],
  ['has a link that is not printed', '6.3.2', (pdf) => links(pdf)[0]?.set('F', 0)],
  ['leads to a local file', '6.5.1', (pdf) => inner(pdf, ['A'], links(pdf).find((link) => link.has('A'))).set('URI', Text.plain('file:///etc/passwd'))],
  ['runs a script', '6.5.1', (pdf) => void pdf.add(dictOf({S: '/JavaScript', JS: Text.plain('app.alert(1)')}))],
  ['has an open action', '6.5.2', (pdf) => pdf.catalog.set('OpenAction', dictOf({S: '/GoTo'}))],
  ['has no output intent', '6.2.3', (pdf) => pdf.catalog.delete('OutputIntents')],
  ['has no ID', '6.1.3', (pdf) => pdf.trailer.delete('ID')],
  ['tells two titles', '6.6.2.3', (pdf) => inner(pdf, ['Info'], pdf.trailer).set('Title', Text.plain('other'))],
  ['has a font that is not embedded', '6.2.11.4', (pdf) => { for (const font of fonts(pdf)) inner(pdf, ['FontDescriptor'], font).delete('FontFile2') }],
  ['has a font without characters', '7.21.7-1', (pdf) => { for (const font of composites(pdf)) font.delete('ToUnicode') }],
  ['has a Type 3 font', '6.2.11.4', (pdf) => void pdf.add(dictOf({Type: '/Font', Subtype: '/Type3'}))],
]

/** A code in the first font of the last page. */
function show(pdf: PdfFile, code: string): void {
  const page = pdf.pages().at(-1)
  const [name] = [...pdf.dict(pdf.dict(page?.node.get('Resources'))?.get('Font'))?.keys() ?? []]
  replaceContent(pdf, (content) => `${content}\n/Artifact BMC\nBT /${name} 9 Tf <${code}> Tj ET\nEMC\n`)
}

function changeStream(pdf: PdfFile, holder: Dict, key: string, change: (text: string) => string): void {
  const stream = pdf.look(holder.get(key))
  if (!(stream instanceof Stream)) throw new Error(`expected a stream as ${key}`)
  const data = stream.dict.get('Filter') === '/FlateDecode' ? zlib.inflateSync(stream.data) : Buffer.from(stream.data)
  const {Filter: _, Length: __, ...rest} = Object.fromEntries(stream.dict)
  holder.set(key, pdf.add(new Stream(dictOf(rest), Buffer.from(change(data.toString('latin1')), 'latin1'))))
}

function composites(pdf: PdfFile): Dict[] {
  return [...pdf.objects()].flatMap(([, object]) => (object instanceof Map && object.get('Subtype') === '/Type0' ? [object] : []))
}

function fonts(pdf: PdfFile): Dict[] {
  return composites(pdf).flatMap((font) => pdf.dict(pdf.array(font.get('DescendantFonts'))[0]) ?? [])
}

/** By another program: with a plain table, as a browser writes it. */
async function readAgain(data: Uint8Array): Promise<PdfFile> {
  const pdf = await PDFDocument.load(data, {updateMetadata: false})
  return new PdfFile(await pdf.save({useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false}))
}

describe.skipIf(!hasBrowser)('the checker', () => {
  let data: Uint8Array
  beforeAll(async () => {
    data = (await printFiles(book)).data
  }, 60_000)

  it('finds nothing in a finished file, which then makes both claims', async () => {
    const pdf = await readAgain(data)
    expect(checkPdf(pdf)).toEqual([])
    const metadata = pdf.look(pdf.catalog.get('Metadata'))
    const xmp = metadata instanceof Stream ? Buffer.from(metadata.data).toString() : '' // the metadata stream is never compressed
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>')
  })

  it.each(damages)('objects to a file that %s (%s)', async (_what, clause, damage) => {
    const pdf = await readAgain(data)
    damage(pdf)
    const again = await readAgain(await writePdf(pdf))
    if (clause === '6.1.3') again.trailer.delete('ID') // the other program may have made one
    expect(checkPdf(again).map((objection) => objection.clause)).toContain(clause)
  })

  it('has every element in a list or table where it belongs', async () => {
    const pdf = await readAgain(data)
    for (const item of elements(pdf, 'LI')) expect(kidsOf(pdf, item).every((kid) => ['Lbl', 'LBody'].includes(typeOf(pdf.look(kid))))).toBe(true)
  })
})
