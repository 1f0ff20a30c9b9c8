import {createRequire} from 'node:module'
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {faceRules, planFonts, subsetFonts} from '../../src/editions/fonts.ts'
import {readCoverage} from '../../src/editions/fonts/coverage.ts'
import {expandFont} from '../../src/editions/fonts/cut.ts'
import {cache} from './pdf/print.ts'

const options = {cache, own: new Map<string, Uint8Array>()}

describe('fonts', () => {
  it('have every character that was asked for, in the face whose range names it', async () => {
    const text = '版本 Edition 镕囍㐂，。“”—…ΩЖ①→∑'
    const {faces, uncovered} = await subsetFonts([{role: 'song', weight: 400, text}], options)
    expect(uncovered).toEqual([])
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      expect(faces.some(({data}) => readCoverage(data).glyphOf(code) !== 0), character).toBe(true)
    }
  })

  it('have them in every role of a book, whatever was loaded and kept before', async () => {
    const text = `版本カタカナ${String.fromCodePoint(0x4e00 + Date.now() % 20000)}x` // a text that no cache has seen
    const demands = (['hei', 'mono', 'kai', 'italic', 'song'] as const).map((role) => ({role, weight: 400 as const, text}))
    for (const round of ['cold', 'kept']) {
      const {faces, uncovered} = await subsetFonts(demands, options)
      expect(uncovered).toEqual([])
      for (const {role} of demands) {
        for (const character of text) expect(faces.some((face) => face.role === role && readCoverage(face.data).glyphOf(character.codePointAt(0) ?? 0) !== 0), `${round} ${role} ${character}`).toBe(true)
      }
    }
  })

  it('set the punctuation of quotations where it can be squeezed, and their Han and kana in Kai', async () => {
    const {faces} = await subsetFonts([{role: 'kai', weight: 400, text: '、。“”（）《》中々〇あカー'}], options)
    const charactersBy = new Map(faces.map(({origin, data}) => [origin, [...'、。“”（）《》中々〇あカー'].filter((character) => readCoverage(data).glyphOf(character.codePointAt(0) ?? 0) !== 0).join('')]))
    expect([...charactersBy]).toEqual([['@expo-google-fonts/noto-serif-sc', '、。“”（）《》'], ['@fontsource/lxgw-wenkai', '中々〇あカー']])
    const squeezing = faces.find(({origin}) => origin === '@expo-google-fonts/noto-serif-sc')?.data ?? new Uint8Array()
    expect(Buffer.from(squeezing).includes('halt')).toBe(true)
  })

  it.each(['song', 'hei', 'kai', 'mono'] as const)('have Greek, Cyrillic and Vietnamese in %s', async (role) => {
    expect((await subsetFonts([{role, weight: 700, text: 'γειά σου κόσμε Привет Ёё Xin chào thế giới žluťoučký kůň ひらがなカタカナ'}], options)).uncovered).toEqual([])
  })

  it.each(['song', 'hei', 'kai', 'mono', 'italic'] as const)('have raised and lowered figures and signs in %s', async (role) => {
    for (const weight of [400, 700] as const) expect((await subsetFonts([{role, weight, text: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'}], options)).uncovered).toEqual([])
  })

  it('keep the narrow quotes that English is set with', async () => {
    const {faces} = await subsetFonts([{role: 'song', weight: 400, text: 'a’“”'}], options)
    expect(Buffer.from(faces[0]?.data ?? new Uint8Array()).includes('pwid')).toBe(true)
  })

  it('keep the glyphs of vertical text only where lines run from top to bottom', async () => {
    const demand = [{role: 'song' as const, weight: 400 as const, text: '中，。（）'}]
    const has = ({data}: {data: Uint8Array} = {data: new Uint8Array()}) => Buffer.from(data).includes('vert')
    const [across] = (await subsetFonts(demand, options)).faces
    const [down] = (await subsetFonts(demand, {...options, vertical: true})).faces
    expect([has(across), has(down)]).toEqual([false, true])
  })

  it('have emoji, joined ones with what they are joined of, and leave digits to the font of the text', async () => {
    for (const role of ['song', 'hei', 'kai', 'mono'] as const) {
      const {faces, uncovered} = await subsetFonts([{role, weight: 700, text: '第1章✅❌🚀📊⭐1\uFE0F\u20E3🇨🇳👨\u200D👩\u200D👧👍🏽'}], options)
      expect(uncovered).toEqual([])
      const at = faces.findIndex(({origin}) => origin.endsWith('noto-emoji'))
      expect(at).toBe(0) // the last face that has a digit counts
      const emoji = readCoverage(faces[at]?.data ?? new Uint8Array())
      for (const character of '✅❌🚀📊⭐🇨🇳👨👩👧👍🏽1\u20E3\uFE0F\u200D') expect(emoji.glyphOf(character.codePointAt(0) ?? 0), character).not.toBe(0)
      expect(faces.slice(1).some(({data}) => readCoverage(data).glyphOf(0x31) !== 0)).toBe(true)
    }
    const {faces} = await subsetFonts([{role: 'song', weight: 400, text: '1🚀'}], options)
    expect(readCoverage(faces[0]?.data ?? new Uint8Array()).glyphOf(0x31)).toBe(0)
  })

  it('take letters that join from no font that would set them one by one, and signs of mathematics from any', async () => {
    for (const role of ['song', 'hei', 'kai', 'mono', 'math'] as const) {
      const {uncovered} = await subsetFonts([{role, weight: 400, text: '文مرحبا\u{1EE00}'}], options)
      expect(uncovered, role).toEqual([...'ابحرم'])
    }
  })

  it('tell the characters that none of them has', async () => {
    const {uncovered} = await subsetFonts([{role: 'hei', weight: 700, text: '中\u{3FFFD}文\uE123\u200B\n'}], options)
    expect(uncovered).toEqual(['\u{3FFFD}', '\uE123'])
  })

  it('draw a box for each of these where a page asks for it, in a face of their own', async () => {
    const {faces, uncovered} = await subsetFonts([{role: 'song', weight: 400, text: '中\u{3FFFD}\uE123'}], {...options, boxes: true})
    expect(uncovered).toEqual(['\u{3FFFD}', '\uE123'])
    const boxes = faces.at(-1)
    expect(boxes?.unicodeRange).toBe('U+E123,U+3FFFD')
    const {glyphOf} = readCoverage(boxes?.data ?? new Uint8Array())
    expect([0xE123, 0x3FFFD, 0x4E2D].map((code) => glyphOf(code))).toEqual([1, 2, 0])
    const all = Array.from({length: 0xFFFD}, (_, index) => String.fromCodePoint(0xF0000 + index)).join('') + String.fromCodePoint(0x100000, 0x100001, 0x100002)
    const [most] = (await subsetFonts([{role: 'song', weight: 400, text: all}], {...options, boxes: true})).faces
    const last = readCoverage(most?.data ?? new Uint8Array())
    expect([0x100000, 0x100001].map((code) => last.glyphOf(code))).toEqual([65_534, 0])
  })

  it('part two characters that share a glyph, so that each comes back as itself', async () => {
    const {faces} = await subsetFonts([{role: 'song', weight: 400, text: '一⼀'}], options)
    expect(faces).toHaveLength(2)
    const [radical, plain] = faces.map(({data}) => readCoverage(data))
    expect([plain?.glyphOf(0x4e00), plain?.glyphOf(0x2f00)].map((glyph) => glyph !== 0)).toEqual([true, false])
    expect([radical?.glyphOf(0x4e00), radical?.glyphOf(0x2f00)].map((glyph) => glyph !== 0)).toEqual([false, true])
    expect(faceRules(faces, ({fileName}) => fileName)).toMatch(/unicode-range:U\+2F00[\s\S]*unicode-range:U\+4E00/)
  })

  it('hold the soft hyphen beside the hyphen, whose glyph it has: it is never shown', async () => {
    const {faces} = await subsetFonts([{role: 'song', weight: 400, text: 'a-\u00ad'}], options)
    expect(faces.map(({unicodeRange}) => unicodeRange)).toEqual([undefined])
    expect(readCoverage(faces[0]?.data ?? new Uint8Array()).glyphOf(0xad)).not.toBe(0)
  })

  it('are named before any is made, and made once', async () => {
    const {faces} = await planFonts([{role: 'song', weight: 400, text: '版'}], options)
    expect(faces.map(({fileName}) => fileName)).toEqual(['song-400.ttf'])
    expect(await faces[0]?.make()).toBe(await faces[0]?.make())
  })

  it('are cut to equal bytes with and without a cache, in any order of the text', async () => {
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray([...'神经网络与大模型技术前沿进展AGI2024'], {minLength: 3}), async (characters) => {
      const one = await subsetFonts([{role: 'hei', weight: 400, text: characters.join('')}], options)
      const other = await subsetFonts([{role: 'hei', weight: 400, text: [...characters].reverse().join('')}], options)
      expect(other.faces.map(({data}) => Buffer.from(data).toString('base64'))).toEqual(one.faces.map(({data}) => Buffer.from(data).toString('base64')))
    }), {numRuns: 10})
    const cold = await subsetFonts([{role: 'hei', weight: 400, text: '版本'}], {...options, cache: undefined})
    const warm = await subsetFonts([{role: 'hei', weight: 400, text: '版本'}], options)
    expect(Buffer.from(warm.faces[0]?.data ?? []).equals(Buffer.from(cold.faces[0]?.data ?? []))).toBe(true)
  })

  it('of the book win over the built-in ones; those that are not static TrueType are refused by name', async () => {
    const built = await subsetFonts([{role: 'hei', weight: 400, text: '版'}], options)
    const own = new Map([['fonts/my-song.ttf', built.faces[0]?.data ?? new Uint8Array()], ['fonts/bad.otf', Buffer.from('OTTO\0\0\0\0\0\0\0\0')]])
    const {faces, unusable} = await subsetFonts([{role: 'song', weight: 400, text: '版本'}], {cache, own})
    expect(faces.map(({origin, unicodeRange}) => [origin, unicodeRange])).toEqual([['@expo-google-fonts/noto-serif-sc', 'U+672C'], ['fonts/my-song.ttf', 'U+7248']])
    expect(unusable).toEqual(['fonts/bad.otf'])
  })
})

describe('packed fonts', () => {
  it('are unpacked alike, one by one and at the same time', async () => {
    const folder = path.resolve('node_modules/@fontsource/lxgw-wenkai/files')
    const files = readdirSync(folder).filter((name) => name.endsWith('.woff2')).map((name) => readFileSync(path.join(folder, name)))
    expect(files.length).toBeGreaterThan(2)
    const apart: Uint8Array[] = []
    for (const file of files) apart.push(await expandFont(file))
    const together = await Promise.all(files.map(expandFont))
    for (const [index, font] of together.entries()) expect(Buffer.compare(font, apart[index] ?? Buffer.alloc(0))).toBe(0)
    await expect(Promise.all([expandFont(Buffer.from('none')), expandFont(files[0] ?? Buffer.alloc(0))])).rejects.toThrow('signature')
    expect(Buffer.compare(await expandFont(files[1] ?? Buffer.alloc(0)), apart[1] ?? Buffer.alloc(0))).toBe(0)
  })
})

describe('a font of the book', () => {
  const source = readFileSync(path.resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'))
  const entryOf = (data: Uint8Array, tag: string) => Array.from({length: Buffer.from(data).readUInt16BE(4)}, (_, index) => 12 + 16 * index).find((entry) => Buffer.from(data).toString('latin1', entry, entry + 4) === tag) ?? 0
  const without = (tag: string) => {
    const data = Buffer.from(source)
    data.set(Buffer.from('zzzz'), entryOf(data, tag))
    return data
  }
  const restricted = () => {
    const data = Buffer.from(source)
    data.writeUInt16BE(2, data.readUInt32BE(entryOf(data, 'OS/2') + 8) + 8)
    return data
  }
  const garbled = (from: string) => {
    const data = Buffer.from(source)
    const start = data.readUInt32BE(entryOf(data, from) + 8)
    data.fill(0xff, start, start + 64)
    return data
  }
  it.each([
    ...['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'].map((tag): [string, Uint8Array] => [`has no ${tag}`, without(tag)]),
    ['is cut short', source.slice(0, source.length / 2)], ['is a head alone', source.slice(0, 100)], ['is nearly empty', Uint8Array.from([0, 1, 0, 0])],
    ['counts too many tables', Uint8Array.from([0, 1, 0, 0, 255, 255, ...source.slice(6)])], ['may not be embedded', restricted()], ['has no room for names', without('name')], ['has damaged places of outlines', garbled('loca')],
  ])('that %s is told and not used', async (_, data) => {
    const {faces, unusable} = await subsetFonts([{role: 'song', weight: 400, text: 'ABC'}], {cache, own: new Map([['fonts/mine.ttf', data]])})
    expect(unusable).toEqual(['fonts/mine.ttf'])
    expect(faces.map(({origin}) => origin)).toEqual(['@expo-google-fonts/noto-serif-sc'])
  })

  const packed = (format: 'woff' | 'woff2') => (createRequire(createRequire(import.meta.url).resolve('subset-font'))('fontverter') as {convert(font: Buffer, to: string): Promise<Buffer>}).convert(Buffer.from(source), format)

  it.each(['woff', 'woff2'] as const)('packed as %s is used as the font that it was', async (format) => {
    const demands: Parameters<typeof subsetFonts>[0] = [{role: 'song', weight: 400, text: 'ABC'}]
    const {faces, unusable} = await subsetFonts(demands, {cache, own: new Map([[`fonts/mine.${format}`, await packed(format)]])})
    const plain = await subsetFonts(demands, {cache, own: new Map([['fonts/mine.ttf', source]])})
    expect(unusable).toEqual([])
    expect(faces.map(({origin}) => origin)).toEqual([`fonts/mine.${format}`])
    expect(plain.faces.map(({origin}) => origin)).toEqual(['fonts/mine.ttf'])
    expect(faces[0]?.data.length).toBe(plain.faces[0]?.data.length) // WOFF2 writes outlines anew
  })

  it.each(['woff', 'woff2'] as const)('packed as %s and damaged is told, as is a collection', async (format) => {
    const damaged = await packed(format)
    damaged.fill(0xff, damaged.length / 2)
    const swollen = await packed(format)
    swollen.writeUInt32BE(0x7fffffff, format === 'woff' ? 44 + 12 : 16)
    const own = new Map([[`fonts/cut.${format}`, damaged], [`fonts/swollen.${format}`, swollen], ['fonts/all.ttc', Buffer.from('ttcf\0\x01\0\0\0\0\0\0')]])
    const {faces, unusable} = await subsetFonts([{role: 'song', weight: 400, text: 'ABC'}], {cache, own})
    expect(unusable).toEqual([...own.keys()])
    expect(faces.map(({origin}) => origin)).toEqual(['@expo-google-fonts/noto-serif-sc'])
  })

  it('with a damaged table of characters has none of them', async () => {
    const {faces} = await subsetFonts([{role: 'song', weight: 400, text: 'ABC'}], {cache, own: new Map([['fonts/mine.ttf', garbled('cmap')]])})
    expect(faces.map(({origin}) => origin)).toEqual(['@expo-google-fonts/noto-serif-sc'])
  })
})
