import {createHash} from 'node:crypto'
import {getDocument, OPS} from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import {describe, expect, it} from 'vitest'
import type {Element, ElementContent} from 'hast'
import type {Asset} from '../../../src/model/book.ts'
import {cutAtPlates} from '../../../src/editions/pdf/plates.ts'
import {composeFiles} from '../../fixture.ts'
import {hasBrowser, printGalley, readPdf} from './print.ts'

const element = (tagName: string, className: string[] = [], children: ElementContent[] = []): Element => ({type: 'element', tagName, properties: {className}, children})
const plate = element('figure', ['figure', 'bleed'], [element('img')])
const millimetre = 72 / 25.4

/** Rectangles of the pictures of each page, in points: left, bottom, right, top. */
async function picturesOf(data: Uint8Array): Promise<number[][][]> {
  const pdf = await getDocument({data: Uint8Array.from(data), useSystemFonts: false, verbosity: 0}).promise
  const found: number[][][] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const {fnArray, argsArray} = await (await pdf.getPage(number)).getOperatorList()
    const saved: number[][] = []
    let [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[] = []
    const rectangles: number[][] = []
    for (const [index, operator] of fnArray.entries()) {
      if (operator === OPS.save) saved.push([a, b, c, d, e, f])
      if (operator === OPS.restore) [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = saved.pop() ?? []
      if (operator === OPS.transform) {
        const [p, q, r, s, t, u] = argsArray[index] as [number, number, number, number, number, number] // a matrix, as pdf.js says of this operator
        ;[a, b, c, d, e, f] = [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
      }
      if (operator === OPS.paintImageXObject) rectangles.push([Math.min(e, e + a), Math.min(f, f + d), Math.max(e, e + a), Math.max(f, f + d)])
    }
    found.push(rectangles)
  }
  await pdf.destroy()
  return found
}

async function bookWith(settings: string, text: string) {
  const {galley} = await composeFiles({'book.yml': `title: 书\nlanguage: zh-CN\n${settings}`, 'a.md': text})
  const data = await sharp({create: {width: 300, height: 420, channels: 3, background: '#38a'}}).jpeg().toBuffer()
  const asset: Asset = {hash: createHash('sha256').update(data).digest('hex'), path: 'a.jpg', mediaType: 'image/jpeg', width: 300, height: 420, data}
  galley.assets.set(asset.hash, asset)
  for (const {tree} of galley.chapters) for (const node of tree.children) if (node.type === 'element' && node.tagName === 'figure') node.children[0] = {...element('img'), properties: {alt: '圆'}, data: {slot: {type: 'asset', hash: asset.hash}}}
  return galley
}

describe('plates', () => {
  it('part a chapter, and leave no empty piece', () => {
    const text = element('p')
    const pieces = cutAtPlates([plate, {type: 'text', value: '\n'}, text, text, plate, plate, {type: 'text', value: '\n'}])
    expect(pieces.map((piece) => (piece.plate ? 'plate' : piece.nodes.length))).toEqual(['plate', 2, 'plate', 'plate'])
    expect(cutAtPlates([element('figure', ['bleed'])])[0]?.plate).toBe(false)
  })

  it.skipIf(!hasBrowser).each([['', 0, 0], ['pdf: {trim: A5, bleed: true}\n', 7, 3], ['pdf: {theme: brief}\n', 0, 0]])('fill the page and run beyond the cut (%j)', async (settings, from, bleed) => {
    const galley = await bookWith(settings, '# 第一章 甲\n\n前文。\n\n![圆](a.jpg "题 {#yuan .bleed}")\n\n后文，见[](#yuan)。\n\n# 第二章 乙\n\n末文。\n')
    const {data, messages} = await printGalley(galley)
    const {pages} = await readPdf(data)
    const words = pages.map(({items}) => items.map(({text}) => text).join('').replace(/\s/g, ''))
    const at = words.findIndex((text) => text.startsWith('图1') && text.endsWith('题'))
    expect(words[at - 1]).toContain('前文')
    expect(words[at + 1]).toContain('后文，见图1')
    expect(pages[at]?.label).toBe(String(Number(pages[at - 1]?.label) + 1))
    expect(pages[at + 1]?.label).toBe(String(Number(pages[at - 1]?.label) + 2))
    const {height = 0} = pages[at] ?? {}
    const [left = -1, bottom = -1, , top = -1] = (await picturesOf(data))[at]?.[0] ?? []
    for (const [actual, wanted] of [[left, from * millimetre], [bottom, from * millimetre], [height - top, from * millimetre]] as const) expect(Math.abs(actual - wanted)).toBeLessThan(1)
    expect(from + bleed).toBe(settings.includes('bleed') ? 10 : 0) // the slug is 10 mm wide
    expect(messages.filter(({ruleId}) => ruleId !== 'image-missing')).toEqual([])
  }, 60_000)

  it.skipIf(!hasBrowser)('show the cover that book.yml names, with the title as its words', async () => {
    const galley = await bookWith('cover: a.jpg\n', '# 第一章 甲\n\n文。\n\n# 第二章 乙\n\n文。\n')
    const {data, messages} = await printGalley(galley)
    const [[cover] = []] = await picturesOf(data)
    expect(cover?.[0]).toBeLessThan(1)
    expect(cover?.[1]).toBeLessThan(1)
    expect((await readPdf(data)).pages[0]?.items).toEqual([])
    expect(messages).toEqual([])
  }, 60_000)

  it.skipIf(!hasBrowser).each(['academic', 'brief'])('leave notes at the end of the chapter that they part, which is told (%s)', async (theme) => {
    const galley = await bookWith(`pdf: {theme: ${theme}, footnotes: page}\n`, '# 第一章 甲\n\n前文[^1]。\n\n![圆](a.jpg "题 {.bleed}")\n\n后文。\n\n# 第二章 乙\n\n末文。\n\n[^1]: 注文。\n')
    const {data, messages} = await printGalley(galley)
    expect(messages.map((told) => [told.ruleId, /甲/.test(JSON.stringify(told))])).toEqual([['footnotes-at-end', true]])
    expect((await readPdf(data)).text).toContain('注文')
  })
})
