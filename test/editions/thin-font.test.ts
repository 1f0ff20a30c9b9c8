import {createRequire} from 'node:module'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {commonCharacters} from '../../src/editions/fonts/common-characters.ts'
import {readCoverage, tableOf} from '../../src/editions/fonts/coverage.ts'
import {cutFont} from '../../src/editions/fonts/cut.ts'
import {thinFont} from '../../src/editions/fonts/thin.ts'

const require = createRequire(import.meta.url)
const fileOf = (name: string, file: string) => readFileSync(path.join(path.dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), file))
const viewOf = (font: Uint8Array) => new DataView(font.buffer, font.byteOffset, font.byteLength)

/** Bytes of the outline of a glyph, in hexadecimal. */
function outlineOf(font: Uint8Array, glyph: number): string {
  const view = viewOf(font)
  const [head = 0, loca = 0, glyf = 0] = ['head', 'loca', 'glyf'].map((tag) => tableOf(view, tag))
  const offset = (at: number) => (view.getInt16(head + 50) === 1 ? view.getUint32(loca + 4 * at) : 2 * view.getUint16(loca + 2 * at))
  return Buffer.from(font.subarray(glyf + offset(glyph), glyf + offset(glyph + 1))).toString('hex')
}

/** Bytes, as the table of tables says. */
function lengthOf(font: Uint8Array, tag: string): number | undefined {
  const view = viewOf(font)
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) if (Buffer.from(font).toString('latin1', entry, entry + 4) === tag) return view.getUint32(entry + 12)
  return undefined
}

function glyphOf(font: Uint8Array, character: string): number {
  return readCoverage(font).glyphOf(character.codePointAt(0) ?? 0)
}

describe('a thin font', () => {
  const text = ' Aé字，“版'
  let pruned: Uint8Array
  let thin: Uint8Array
  beforeAll(async () => {
    pruned = await cutFont(fileOf('noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf'), commonCharacters(), 'noto-serif-sc-400')
    thin = thinFont(pruned, [...text].sort().join(''), commonCharacters()) ?? new Uint8Array()
  }, 60_000)

  it('has the characters that it is asked for, by their numbers and with their outlines', () => {
    for (const character of text) {
      expect(glyphOf(thin, character), character).toBe(glyphOf(pruned, character))
      expect(outlineOf(thin, glyphOf(thin, character)), character).toBe(outlineOf(pruned, glyphOf(pruned, character)))
    }
    expect(outlineOf(thin, glyphOf(thin, '字'))).not.toBe('')
  })

  it('has no others, and no outlines of theirs', () => {
    for (const character of '汉B。') {
      expect(glyphOf(thin, character), character).toBe(0)
      expect(outlineOf(thin, glyphOf(pruned, character)), character).toBe('')
    }
    expect(thin.byteLength).toBeLessThan(pruned.byteLength / 5)
  })

  it('keeps what other glyphs are made of, and what stands in for them', () => {
    for (let glyph = 0; glyph < viewOf(thin).getUint16((tableOf(viewOf(thin), 'maxp') ?? 0) + 4); glyph += 1) {
      const outline = Buffer.from(outlineOf(thin, glyph), 'hex')
      if (outline.length > 0 && outline.readInt16BE(0) < 0) expect(outlineOf(thin, outline.readUInt16BE(12)), `first component of ${glyph}`).not.toBe('')
    }
  })

  it('is all gone but for the signs that it is asked for, where nothing else is named', () => {
    const symbols = fileOf('noto-sans-symbols-2', '400Regular/NotoSansSymbols2_400Regular.ttf')
    const few = thinFont(symbols, '☐☑') ?? new Uint8Array()
    expect(outlineOf(few, glyphOf(few, '☑'))).toBe(outlineOf(symbols, glyphOf(symbols, '☑')))
    expect(outlineOf(few, glyphOf(symbols, '☂'))).toBe('')
    expect(tableOf(viewOf(few), 'GSUB')).toBeUndefined()
  })

  it('says how many glyphs it still has, and measures those as before', () => {
    const symbols = fileOf('noto-sans-symbols-2', '400Regular/NotoSansSymbols2_400Regular.ttf')
    const few = thinFont(symbols, '☐☑') ?? new Uint8Array()
    const field = (font: Uint8Array, table: string, at: number) => viewOf(font).getUint16((tableOf(viewOf(font), table) ?? 0) + at)
    const last = glyphOf(symbols, '☑')
    const count = field(few, 'maxp', 4)
    expect(count).toBeLessThan(field(symbols, 'maxp', 4))
    expect(count).toBeGreaterThan(last)
    const measured = field(few, 'hhea', 34)
    expect(measured).toBeLessThanOrEqual(count)
    expect(lengthOf(few, 'hmtx')).toBe(4 * measured + 2 * (count - measured))
    expect(lengthOf(few, 'loca')).toBe(4 * (count + 1))
    expect(field(few, 'hmtx', 4 * last)).toBe(field(symbols, 'hmtx', 4 * last))
    expect(lengthOf(few, 'post')).toBe(32)
  })

  it('keeps all glyphs where layout names them', () => {
    const field = (font: Uint8Array) => viewOf(font).getUint16((tableOf(viewOf(font), 'maxp') ?? 0) + 4)
    expect(field(thin)).toBe(field(pruned))
    expect(tableOf(viewOf(thin), 'GPOS')).toBeDefined()
    expect(['vhea', 'vmtx', 'STAT'].filter((tag) => tableOf(viewOf(thin), tag) !== undefined)).toEqual([])
  })

  it('is not made of a font without outlines of TrueType', () => expect(thinFont(Buffer.from('4f54544f0000000000000000', 'hex'), 'A')).toBeUndefined())
})

describe('what is substituted for Han', () => {
  /** Glyph 1 is 一, glyph 2 is 丁, and GSUB puts 2 in the place of 1. */
  const font = fontOf([1, 0, 1, 8, 2, 8, 1, 2, 1, 1, 1]) // lookup of type 1, substitution of format 2, coverage
  it('stays with them', () => {
    const thin = thinFont(font, '一', '一丁') ?? new Uint8Array()
    expect(outlineOf(thin, 2)).toBe('2222')
  })
  it('stays as a ligature of what stays', () => {
    const ligatures = fontOf([4, 0, 1, 8, 1, 8, 1, 14, 1, 1, 1, 1, 4, 2, 2, 1]) // type 4: one set for glyph 1, 1 + 1 → 2
    expect(outlineOf(thinFont(ligatures, '一', '一丁') ?? new Uint8Array(), 2)).toBe('2222')
    const others = fontOf([4, 0, 1, 8, 1, 8, 1, 14, 1, 1, 1, 1, 4, 2, 2, 2]) // 1 + 2 → 2, and 2 is not there
    expect(outlineOf(thinFont(others, '一', '一丁') ?? new Uint8Array(), 2)).toBe('')
  })
  it('goes with them', () => {
    const thin = thinFont(font, ' ', '一丁') ?? new Uint8Array()
    expect([outlineOf(thin, 1), outlineOf(thin, 2)]).toEqual(['', ''])
  })
})

/** @param lookup The only one of GSUB, in words of 16 bits. */
function fontOf(lookup: number[]): Uint8Array {
  const words = (...values: number[]) => Buffer.concat(values.map((value) => Buffer.from([value >> 8, value & 255])))
  const cmap = Buffer.concat([words(0, 1, 3, 10), Buffer.from([0, 0, 0, 12]), words(12, 0), Buffer.from([0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0, 2]), Buffer.from('00004e0000004e0000000001', 'hex'), Buffer.from('00004e0100004e0100000002', 'hex')])
  const gsub = words(1, 0, 10, 10, 14, 0, 0, 1, 4, ...lookup)
  const head = Buffer.alloc(54)
  const tables: [string, Buffer][] = [['GSUB', gsub], ['cmap', cmap], ['glyf', Buffer.from('000011112222', 'hex')], ['head', head], ['loca', words(0, 1, 2, 3)], ['maxp', words(0, 0, 3)]]
  const heads: Buffer[] = []
  let at = 12 + 16 * tables.length
  for (const [tag, data] of tables) {
    const entry = Buffer.alloc(16)
    entry.write(tag, 'latin1')
    entry.writeUInt32BE(at, 8)
    entry.writeUInt32BE(data.length, 12)
    heads.push(entry)
    at += data.length
  }
  return Buffer.concat([words(0, 1, tables.length, 0, 0, 0), ...heads, ...tables.map(([, data]) => data)])
}
