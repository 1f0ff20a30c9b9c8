import {createRequire} from 'node:module'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {readCoverage, tableOf} from '../../src/editions/fonts/coverage.ts'
import {mergeFonts} from '../../src/editions/fonts/merge.ts'
import {thinFont} from '../../src/editions/fonts/thin.ts'

const require = createRequire(import.meta.url)
const fileOf = (name: string) => readFileSync(path.join(path.dirname(require.resolve('@expo-google-fonts/source-serif-4/package.json')), name))
const serif = fileOf('400Regular/SourceSerif4_400Regular.ttf')
const bold = fileOf('700Bold/SourceSerif4_700Bold.ttf')
const cut = (font: Uint8Array, text: string) => thinFont(font, [...text].sort().join('')) ?? new Uint8Array()
const viewOf = (font: Uint8Array) => new DataView(font.buffer, font.byteOffset, font.byteLength)
const at = (font: Uint8Array, tag: string) => tableOf(viewOf(font), tag) ?? 0
const glyphOf = (character: string) => readCoverage(serif).glyphOf(character.codePointAt(0) ?? 0)

function outlineOf(font: Uint8Array, glyph: number): string {
  const view = viewOf(font)
  const offset = (of: number) => (view.getInt16(at(font, 'head') + 50) === 1 ? view.getUint32(at(font, 'loca') + 4 * of) : 2 * view.getUint16(at(font, 'loca') + 2 * of))
  return Buffer.from(font.subarray(at(font, 'glyf') + offset(glyph), at(font, 'glyf') + offset(glyph + 1))).toString('hex')
}

function advanceOf(font: Uint8Array, glyph: number): number {
  const measured = viewOf(font).getUint16(at(font, 'hhea') + 34)
  return viewOf(font).getUint16(at(font, 'hmtx') + 4 * Math.min(glyph, measured - 1))
}

describe('parts of one font', () => {
  const [low, high] = [cut(serif, ' AB'), cut(serif, 'Bÿž')]
  const merged = mergeFonts([low, high]) ?? new Uint8Array()
  it.each([...' ABÿž'])('have %j in common, as the font has it', (character) => {
    const glyph = glyphOf(character)
    expect(glyph).toBeGreaterThan(0)
    expect(outlineOf(merged, glyph)).toBe(outlineOf(serif, glyph))
    expect(advanceOf(merged, glyph)).toBe(advanceOf(serif, glyph))
  })
  it('have no more than they had', () => expect(outlineOf(merged, glyphOf('C'))).toBe(''))
  it('are no longer than both', () => expect(merged.length).toBeLessThan(low.length + high.length))
  it('have checksums that are right', () => {
    const view = viewOf(merged)
    let sum = 0
    for (let word = 0; word < merged.length; word += 4) sum = (sum + view.getUint32(word)) >>> 0
    expect(sum).toBe(0xB1B0AFBA)
  })
  it('are the same in any order, but for what the first alone says', () => {
    const other = mergeFonts([high, low]) ?? new Uint8Array()
    for (const character of ' ABÿž') expect(outlineOf(other, glyphOf(character))).toBe(outlineOf(merged, glyphOf(character)))
  })
})

describe('fonts stay apart', () => {
  it('where they are two', () => expect(mergeFonts([cut(serif, 'AB'), cut(bold, 'BC')])).toBeUndefined())
  it('where one has another outline for a glyph', () => {
    const other = Uint8Array.from(cut(serif, 'AB'))
    const place = at(other, 'glyf') + (outlineOf(other, 0).length / 2) + 20
    other[place] = (other[place] ?? 0) ^ 1
    expect(mergeFonts([cut(serif, 'AB'), other])).toBeUndefined()
  })
  it('where one is damaged', () => expect(mergeFonts([cut(serif, 'AB'), Buffer.alloc(4)])).toBeUndefined())
})
