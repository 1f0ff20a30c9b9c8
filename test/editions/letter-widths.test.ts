import {readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, it} from 'vitest'
import {readCoverage, tableOf} from '../../src/editions/fonts/coverage.ts'
import {widthOf} from '../../src/editions/letter-widths.ts'

const packages = path.resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts')

/** By the advances of a font, in ems. */
function measure(file: string): (text: string) => number {
  const data = readFileSync(path.join(packages, file))
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const at = (name: string) => tableOf(view, name) ?? Number.NaN
  const {glyphOf} = readCoverage(data)
  const count = view.getUint16(at('hhea') + 34)
  const advanceOf = (character: string) => view.getUint16(at('hmtx') + 4 * Math.min(glyphOf(character.codePointAt(0) ?? 0), count - 1))
  return (text) => [...text].reduce((sum, character) => sum + advanceOf(character), 0) / view.getUint16(at('head') + 18)
}

it.each(['noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'])('words are reckoned hardly narrower than %s sets them, and not much wider', (file) => {
  const exact = measure(file)
  for (const word of ['internationalisation', 'attention', 'Transformer', 'MANAGEMENT', 'illumination', 'Wikipedia', 'www.example.com', '12,345.67', 'max_positions_x', 'HbA1c', '推测解码', '（一）']) {
    expect(widthOf(word), word).toBeGreaterThan(exact(word) * 0.97)
    expect(widthOf(word), word).toBeLessThan(exact(word) * 1.15)
  }
})
