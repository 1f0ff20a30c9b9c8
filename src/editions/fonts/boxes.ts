/** A font for characters that no font has: boxes with their numbers in hexadecimal, as browsers show them.
 *
 * Each is a glyph of its own, so that the text can be searched, copied and read aloud although nobody sees it: of the one
 * missing glyph of a font no reader can tell what it stands for. */
import {widthOf} from '../letter-widths.ts'
import {joinTables} from './tables.ts'
import {cmapOf} from './thin.ts'

/** PostScript name, for the colophon, which does not list it. */
export const boxesName = 'BanbenBoxes'

/** Font units. */
const em = 1000
const ascent = 880
const stroke = 34
const gap = 44

/** Beside the frame. */
const side = 50

/** Left, bottom, right and top. */
type Bar = [left: number, bottom: number, right: number, top: number]

/** Seven segments, as clocks have them: top, right above, right below, bottom, left below, left above, middle. */
const segments: Record<string, string> = {
  0: '1111110', 1: '0110000', 2: '1101101', 3: '1111001', 4: '0110011', 5: '1011011', 6: '1011111', 7: '1110000',
  8: '1111111', 9: '1111011', A: '1110111', B: '0011111', C: '1001110', D: '0111101', E: '1001111', F: '1000111',
}

/** @param text Characters in order.
 * @returns TrueType. */
export function boxFont(text: string): Uint8Array {
  const characters = [...text]
  const glyphs = [{width: em, bars: frameOf(em)}, ...characters.map((character) => boxOf(character))].map(({width, bars}) => ({width, outline: outlineOf(bars)}))
  const mapping = characters.map((character, index): [number, number] => [character.codePointAt(0) ?? 0, index + 1])
  const length = glyphs.reduce((sum, {outline}) => sum + outline.length, 0)
  return joinTables(0x00010000, [
    ['OS/2', os2(mapping)],
    ['cmap', cmapOf(mapping)],
    ['glyf', Buffer.concat(glyphs.map(({outline}) => outline), length)],
    ['head', words([1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 3, em, 0, 0, 0, 0, 0, 0, 0, 0, 0, ascent - em, em, ascent, 0, 8, 2, 1, 0])],
    ['hhea', words([1, 0, ascent, ascent - em, 0, em, 0, 0, em, 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length])],
    ['hmtx', words(glyphs.flatMap(({width}) => [width, side]))],
    ['loca', locations(glyphs.map(({outline}) => outline.length))],
    ['maxp', words([1, 0, glyphs.length, 4 * 64, 64, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['name', names()],
    ['post', words([3, 0, 0, 0, -100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])
}

/** @returns A frame as wide as the character would be, with two lines of digits. */
function boxOf(character: string): {width: number; bars: Bar[]} {
  const width = Math.max(600, Math.round(widthOf(character) * em))
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const digits = code.length % 2 === 0 ? code : `0${code}`
  const columns = digits.length / 2
  const [left, right, bottom, top] = [130, width - 130, 30, ascent - 150]
  const [wide, high] = [(right - left - gap * (columns - 1)) / columns, (top - bottom - 2 * gap) / 2]
  return {width, bars: [...frameOf(width), ...[...digits].flatMap((digit, index) => {
    const x = left + (index % columns) * (wide + gap)
    const y = index < columns ? bottom + high + 2 * gap : bottom
    return digitOf(segments[digit] ?? '', x, y, wide, high)
  })]}
}

function digitOf(lit: string, x: number, y: number, wide: number, high: number): Bar[] {
  const [far, half, up] = [x + wide, y + high / 2, y + high]
  const all: Bar[] = [
    [x, up - stroke, far, up], [far - stroke, half, far, up], [far - stroke, y, far, half], [x, y, far, y + stroke],
    [x, y, x + stroke, half], [x, half, x + stroke, up], [x, half - stroke / 2, far, half + stroke / 2],
  ]
  return all.filter((_, index) => lit[index] === '1')
}

function frameOf(width: number): Bar[] {
  const [left, right, bottom, top] = [side, width - side, -60, ascent - 60]
  return [[left, bottom, right, bottom + stroke], [left, top - stroke, right, top], [left, bottom, left + stroke, top], [right - stroke, bottom, right, top]]
}

/** A simple glyph (OpenType 1.9 §glyf) of bars, which may overlap. */
function outlineOf(bars: Bar[]): Uint8Array {
  const whole = bars.map((bar) => bar.map(Math.round) as Bar)
  const corners = whole.flatMap(([left, bottom, right, top]) => [[left, bottom], [left, top], [right, top], [right, bottom]] as const)
  const steps = (axis: 0 | 1) => corners.map((corner, index) => corner[axis] - (corners[index - 1]?.[axis] ?? 0))
  const flags = Buffer.alloc(corners.length, onCurve)
  flags[0] = onCurve | overlaps
  const reach = (side: 0 | 1 | 2 | 3) => whole.map((bar) => bar[side])
  const parts = [
    words([whole.length, Math.min(...reach(0)), Math.min(...reach(1)), Math.max(...reach(2)), Math.max(...reach(3)), ...whole.map((_, index) => 4 * index + 3), 0]),
    flags, words(steps(0)), words(steps(1)),
  ]
  return Buffer.concat(parts) // of an even number of corners, so even in length
}

const onCurve = 0x01
const overlaps = 0x40

/** Of long offsets. */
function locations(lengths: number[]): Uint8Array {
  const table = Buffer.alloc(4 * (lengths.length + 1))
  let at = 0
  for (const [index, length] of lengths.entries()) {
    at += length
    table.writeUInt32BE(at, 4 * (index + 1))
  }
  return table
}

/** Version 4 (§OS/2). */
function os2(mapping: [number, number][]): Uint8Array {
  const bounded = (code: number | undefined) => Math.min(code ?? 0, 0xFFFF)
  const table = Buffer.alloc(96)
  for (const [at, value] of [[0, 4], [2, em], [4, 400], [6, 5], [64, bounded(mapping[0]?.[0])], [66, bounded(mapping.at(-1)?.[0])], [68, ascent], [74, ascent], [76, em - ascent], [86, 500], [88, 700]] as const) table.writeUInt16BE(value, at)
  table.writeInt16BE(ascent - em, 70)
  table.writeUInt16BE(0x40, 62) // regular
  return table
}

/** Family and PostScript name (§name), for Windows in English. */
function names(): Uint8Array {
  const ids = [1, 2, 4, 6]
  const texts = ids.map((id) => Buffer.from(id === 2 ? 'Regular' : boxesName, 'utf16le').swap16())
  let at = 0
  const records = ids.flatMap((id, index) => {
    const length = texts[index]?.length ?? 0
    at += length
    return [3, 1, 0x409, id, length, at - length]
  })
  return Buffer.concat([words([0, ids.length, 6 + 12 * ids.length, ...records]), ...texts])
}

/** Numbers of 16 bits. */
function words(numbers: number[]): Uint8Array {
  const table = Buffer.alloc(2 * numbers.length)
  for (const [index, number] of numbers.entries()) table.writeUInt16BE(number & 0xFFFF, 2 * index)
  return table
}
