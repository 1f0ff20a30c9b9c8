/** Drawings with words: their text finds no font of the page, and must still be read. */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {readManuscript} from '../../../src/manuscript/index.ts'
import {composeBook, setGalley} from '../../../src/pipeline.ts'
import {hasBrowser, inFolder, printGalley, readPdf} from './print.ts'

describe.skipIf(!hasBrowser)('text of an SVG image', () => {
  it('is set in fonts of the program, whatever family and weight it asks for', () => inFolder(async (folder) => {
    const line = (y: number, attributes: string, words: string) => `<text x="9" y="${y}" font-size="16" ${attributes}>${words}</text>`
    writeFileSync(path.join(folder, 'a.md'), '# 图\n\n![书稿流程](a.svg "流程")\n')
    writeFileSync(path.join(folder, 'a.svg'), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 120">${line(20, '', '无名书稿')}${line(45, 'font-family="Arial" font-weight="bold"', '黑体编辑')}${line(70, 'font-family="serif"', '宋体排印')}${line(95, 'font-family="monospace"', '等宽校对')}</svg>`)
    const manuscript = await readManuscript(folder, {epoch: undefined})
    const {data, messages} = await printGalley(await setGalley(await composeBook(manuscript), manuscript))
    const {text} = await readPdf(data)
    for (const words of ['无名书稿', '黑体编辑', '宋体排印', '等宽校对']) expect(text.replace(/\s+/g, '')).toContain(words)
    expect(messages).toEqual([]) // the checker objects to missing glyphs and to Type 3
  }), 60_000)
})
