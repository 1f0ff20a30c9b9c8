import {PDFDocument, PDFName} from '@cantoo/pdf-lib'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {PdfFile} from '../../../src/editions/pdf/objects/file.ts'
import {parseValue} from '../../../src/editions/pdf/objects/parse.ts'
import {decodeKey, keyOf, nameOf, printValue, Ref, Text, type Value} from '../../../src/editions/pdf/objects/values.ts'

const refTo = (number: number) => new Ref(number)
const read = (text: string) => parseValue(text, {at: 0}, refTo)

const value = fc.letrec<{value: Value; list: Value; dict: Value}>((tie) => ({
  value: fc.oneof({depthSize: 'small'}, fc.integer(), fc.double({noNaN: true, min: -1e6, max: 1e6}).map((number) => Math.round(number * 1e4) / 1e4 + 0), fc.boolean(), fc.constant(null), fc.string({unit: 'binary'}).map((text) => nameOf(text)), fc.string({unit: 'binary'}).map((text) => Text.of(text)), fc.string({unit: 'binary-ascii'}).map((text) => Text.plain(text)), fc.nat().map(refTo), tie('list'), tie('dict')),
  list: fc.array(tie('value'), {maxLength: 5}),
  dict: fc.dictionary(fc.string({unit: 'binary'}).map((text) => keyOf(text)), tie('value'), {maxKeys: 5}).map((entries) => new Map(Object.entries(entries))),
})).value

describe('objects of a PDF', () => {
  it('are read as they were written', () => {
    fc.assert(fc.property(value, (written) => {
      expect(read(printValue(written))).toEqual(written)
    }))
  })

  it.each([
    ['<</A/B/C(d)/E[1 2 0 R<00>]>>', new Map<string, Value>([['A', '/B'], ['C', new Text('(d)')], ['E', [1, new Ref(2), new Text('<00>')]]])],
    ['[1 0 R 2 0 R 3 0]', [new Ref(1), new Ref(2), 3, 0]],
    ['[true/false null]', [true, '/false', null]],
    ['<< /A % no /B\n -.5 >>', new Map<string, Value>([['A', -0.5]])],
    ['(a(b)\\)c)', new Text('(a(b)\\)c)')],
    ['[]', []],
  ])('are read from %s', (text, expected) => expect(read(text)).toEqual(expected))

  it.each(['<</A', '<</A 1', '[1 2', '(a', '', '>>', 'R'])('are refused where %j breaks off', (text) => expect(() => read(text)).toThrow(/PDF/))

  it('keep text and names whatever is in them', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), (text) => {
      expect(Text.of(text).decode()).toBe(text)
      expect(decodeKey(keyOf(text))).toBe(text)
    }))
  })

  it('decode text as other programs write it', () => expect(new Text('(\\101\\(b\\)\\\nc\\n)').decode()).toBe('A(b)c\n'))

  it('are found in a file that another program wrote, freed and added', async () => {
    const made = await PDFDocument.create({updateMetadata: false})
    made.addPage([200, 100])
    made.addPage([300, 100])
    made.catalog.set(PDFName.of('Lang'), PDFName.of('x'))
    const pdf = new PdfFile(await made.save({useObjectStreams: false}))
    expect(pdf.pages().map(({node}) => pdf.array(node.get('MediaBox'))[2])).toEqual([200, 300])
    const ref = pdf.add('/x')
    expect([pdf.look(ref), pdf.catalog.get('Lang')]).toEqual(['/x', '/x'])
    pdf.remove(ref)
    expect(pdf.look(ref)).toBeUndefined()
    expect(() => new PdfFile(Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'))).toThrow('cross-reference')
  })
})
