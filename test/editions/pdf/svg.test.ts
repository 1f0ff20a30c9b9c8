/** Drawings with words: their text finds no font of the page, and must still be read. */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {readManuscript} from '../../../src/manuscript/index.ts'
import {composeBook, setGalley} from '../../../src/pipeline.ts'
import {dressDrawing} from '../../../src/editions/pdf/drawings.ts'
import {sanitizeSvg} from '../../../src/editions/svg.ts'
import {cache, hasBrowser, inFolder, printGalley, readPdf} from './print.ts'
import {growth, linear} from '../../growth.ts'

describe.skipIf(!hasBrowser)('text of an SVG image', () => {
  it('is set in fonts of the program, whatever family and weight it asks for', () => inFolder(async (folder) => {
    const line = (y: number, attributes: string, words: string) => `<text x="9" y="${y}" font-size="16" ${attributes}>${words}</text>`
    writeFileSync(path.join(folder, 'a.md'), '# 图\n\n![书稿流程](a.svg "流程")\n')
    writeFileSync(path.join(folder, 'a.svg'), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 120">${line(20, '', '无名书稿')}${line(45, 'font-family="Arial" font-weight="bold"', '黑体编辑')}${line(70, 'font-family="serif"', '宋体排印')}${line(95, 'font-family="monospace"', '等宽校对')}${line(110, '', '方框𠮷')}</svg>`)
    const manuscript = await readManuscript(folder, {epoch: undefined})
    const {data, messages} = await printGalley(await setGalley(await composeBook(manuscript), manuscript))
    const {text} = await readPdf(data)
    for (const words of ['无名书稿', '黑体编辑', '宋体排印', '等宽校对', '方框𠮷']) expect(text.replace(/\s+/g, '')).toContain(words)
    expect(messages).toEqual([]) // the checker objects to missing glyphs and to Type 3
  }), 60_000)
})

describe.skipIf(!hasBrowser)('English words of an SVG image', () => {
  it('have no ligatures, which no reader could read', () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'a.md'), '# 图\n\n![配置](a.svg "配置")\n')
    writeFileSync(path.join(folder, 'a.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 60"><text x="9" y="30" font-size="16">Config file, flow, office 2024</text></svg>')
    const manuscript = await readManuscript(folder, {epoch: undefined})
    const {data, messages} = await printGalley(await setGalley(await composeBook(manuscript), manuscript))
    expect((await readPdf(data)).text).toContain('Config file, flow, office 2024')
    expect(messages).toEqual([])
  }), 60_000)
})

describe('a drawing in the print', () => {
  const dress = async (svg: string) => {
    const asset = {hash: '', path: 'a.svg', mediaType: 'image/svg+xml' as const, width: 9, height: 9, data: new TextEncoder().encode(svg)}
    return new TextDecoder().decode((await dressDrawing(asset, {cache, own: new Map()})).data)
  }
  it('keeps its words, also those that read like CSS, and changes families only', async () => {
    const svg = await dress('<svg xmlns="http://www.w3.org/2000/svg"><style/><style>text{font:12px Arial;font-family:Georgia}</style><text font-family="Courier New" style="font-family:Georgia;fill:red">Set font-family: Georgia, and font: 12px Arial. 饕餮</text></svg>')
    expect(svg).toContain('>Set font-family: Georgia, and font: 12px Arial. 饕餮</text>')
    expect(svg).toContain('<text font-family="Banben Mono" style="font-family:Banben Hei;fill:red">')
    expect(svg).toContain('text{font:12px Banben Hei;font-family:Banben Hei}')
    expect(svg.match(/@font-face/g)?.length).toBeGreaterThan(0)
  })
  it('is dressed in linear time, whatever it holds', async () => {
    for (const part of ['font:', '<style></style>', 'font-family:', '<!DOCTYPE', 'font:1px ']) {
      const make = async (size: number) => {
        const source = `<svg xmlns="http://www.w3.org/2000/svg"><text>x</text>${part.repeat(size)}</svg>`
        sanitizeSvg(source)
        await dress(source)
      }
      expect(await growth(make, 5000), part).toBeLessThan(linear)
    }
  }, 60_000)
})
