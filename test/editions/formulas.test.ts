/** Formulas: what their markup leaves to a style sheet, and the way back from stretched signs to characters. */
import {createRequire} from 'node:module'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {readCoverage, tableOf} from '../../src/editions/fonts/coverage.ts'
import {variantsOf} from '../../src/editions/pdf/finish/characters.ts'
import {findings, openFiles} from './epub/edition.ts'
import {pageOf} from './html/edition.ts'
import {hasBrowser, printFiles, readPdf} from './pdf/print.ts'

const require = createRequire(import.meta.url)
const text = '# 甲\n\n$$\\overline{A \\cup B} = \\cancel{x}$$\n\n$$\\begin{aligned} a+b &= e \\\\ x &= y \\end{aligned}$$\n\n# 乙\n'

describe('bars, strokes and columns of formulas', () => {
  it('have their rules in HTML, where there are formulas', async () => {
    const {html} = await pageOf({'a.md': text})
    expect(html).toContain('.tml-overline')
    expect(html).toContain('<menclose notation="top" class="tml-overline">')
    expect((await pageOf({'a.md': '# 甲\n\n文。\n'})).html).not.toContain('tml-')
  })

  it('have their rules and classes in EPUB, which stays valid', async () => {
    const {edition, entries} = await openFiles({'a.md': text})
    const all = entries.filter(({name}) => /\.(?:css|xhtml)$/.test(name)).map((entry) => entry.text).join('\n')
    expect(all).toContain('<mover><mrow><mrow><mi>A</mi>')
    expect(all).toContain('<mo stretchy="true">‾</mo></mover>')
    expect(all).toContain('math .tml-cancel {')
    expect(all).toContain('class="tml-cancel upstrike"')
    expect(all).not.toContain('@supports')
    expect(all).toContain('<mtd class="tml-right">')
    expect(all).not.toContain('tml-display')
    expect(await findings(edition)).toEqual([])
  })
})

describe.skipIf(!hasBrowser)('a printed formula', () => {
  it('has its bars', async () => {
    const {getDocument, OPS} = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const painted = async (tex: string) => {
      const {data} = await printFiles({'a.md': `# 甲\n\n$$${tex}$$\n\n# 乙\n`})
      const pdf = await getDocument({data: Uint8Array.from(data), verbosity: 0}).promise
      let paths = 0
      for (let number = 1; number <= pdf.numPages; number += 1) paths += (await (await pdf.getPage(number)).getOperatorList()).fnArray.filter((operator) => operator === OPS.constructPath).length
      await pdf.destroy()
      return paths
    }
    expect(await painted('\\overline{ABC}')).toBeGreaterThan(await painted('{ABC}'))
  }, 60_000)

  it('leads stretched brackets, roots and braces back to characters', async () => {
    const {data, messages} = await printFiles({'a.md': '# 甲\n\n$$\\left(\\begin{matrix}a\\\\b\\\\c\\\\d\\\\e\\end{matrix}\\right)$$\n\n$$\\sqrt{\\frac{\\frac{a}{b}}{\\frac{c}{d}}}$$\n\n$$\\left\\{\\begin{matrix}a\\\\b\\\\c\\\\d\\end{matrix}\\right.$$\n\n# 乙\n'})
    expect(messages).toEqual([])
    const {text: read} = await readPdf(data)
    for (const sign of '()√{') expect(read, sign).toContain(sign)
    expect(read).not.toMatch(/[\0\ufffd\ue000-\uf8ff]/)
  }, 60_000)
})

it('the variants of a sign lead to it, sizes and pieces', () => {
  const file = path.join(path.dirname(require.resolve('@expo-google-fonts/stix-two-math/package.json')), '400Regular', 'STIXTwoMath_400Regular.ttf')
  const data = readFileSync(file)
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const variants = variantsOf(view, tableOf(view, 'MATH') ?? 0, data)
  const {glyphOf} = readCoverage(data)
  const counts = new Map<number, number>()
  for (const base of variants.values()) counts.set(base, (counts.get(base) ?? 0) + 1)
  for (const sign of '()[]{}√∑') {
    const code = sign.codePointAt(0) ?? 0
    expect(counts.get(code) ?? 0, sign).toBeGreaterThan(1)
    expect(variants.get(glyphOf(code)), sign).toBe(code)
  }
})
