/** The book's own fonts: which role and weight each serves, told by its file name (`fonts/song-700.ttf`, `MyKai-Bold.ttf`). */
import type {FontDemand, FontRole} from './face.ts'
import {type Coverage, readCoverage, tableOf} from './coverage.ts'
import type {LoadedFont} from './load.ts'

const names: readonly [FontRole, RegExp][] = [
  ['italic', /italic|oblique/i],
  ['mono', /mono|code/i],
  ['math', /math/i],
  ['hei', /hei|sans|gothic/i],
  ['kai', /kai/i],
  ['song', /song|serif|ming/i],
]

/** @returns The role a file name tells; undefined: any role. */
function roleOf(path: string): FontRole | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return names.find(([, pattern]) => pattern.test(name))?.[0]
}

export function ownFonts(own: Map<string, Uint8Array>, {role, weight}: Pick<FontDemand, 'role' | 'weight'>): LoadedFont[] {
  return [...own].flatMap(([path, data], index) => {
    const told = roleOf(path)
    const bold = /700|bold|black|heavy/i.test(path)
    if (!isTrueType(data) || (told !== undefined && told !== role) || bold !== (weight === 700)) return []
    return [{file: {name: `own-${index}-${weight}`, package: '', file: path, extent: 'whole' as const}, data, coverage: coverageOf(data)}]
  })
}

/** What a font cannot be set without (OpenType 1.9 §Required Tables). */
const required = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']

/** Whole, with outlines in `glyf`, no axes of variation, and leave to embed them; all else would come out as Type 3, or not at all. */
export function isTrueType(data: Uint8Array): boolean {
  if (data.byteLength < 12) return false
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const kind = view.getUint32(0)
  if (kind !== 0x00010000 && kind !== 0x74727565) return false
  if (!isWhole(view)) return false
  return required.every((tag) => tableOf(view, tag) !== undefined) && tableOf(view, 'fvar') === undefined && attempt(() => inOrder(view)) === true && mayEmbed(view)
}

/** Outlines follow each other (§loca); of a damaged table, HarfBuzz makes empty characters. */
function inOrder(view: DataView): boolean {
  const [head = 0, loca = 0, maxp = 0] = ['head', 'loca', 'maxp'].map((tag) => tableOf(view, tag))
  const placeOf = view.getUint16(head + 50) === 0 ? (index: number) => view.getUint16(loca + 2 * index) : (index: number) => view.getUint32(loca + 4 * index)
  const count = view.getUint16(maxp + 4)
  for (let index = 0; index < count; index += 1) if (placeOf(index) > placeOf(index + 1)) return false
  return true
}

/** Every table lies within the file. */
function isWhole(view: DataView): boolean {
  const count = view.getUint16(4)
  if (12 + 16 * count > view.byteLength) return false
  return Array.from({length: count}, (_, index) => 12 + 16 * index).every((entry) => view.getUint32(entry + 8) + view.getUint32(entry + 12) <= view.byteLength)
}

/** `fsType` (§OS/2): neither restricted nor bitmaps only. */
function mayEmbed(view: DataView): boolean {
  const table = tableOf(view, 'OS/2')
  if (table === undefined) return true
  const type = view.getUint16(table + 8)
  return (type & 0xf) !== 2 && (type & 0x200) === 0
}

/** A damaged table of characters has none. */
function coverageOf(data: Uint8Array): Coverage {
  const whole = attempt(() => readCoverage(data))
  return {glyphOf: (codePoint) => attempt(() => whole?.glyphOf(codePoint)) ?? 0}
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
