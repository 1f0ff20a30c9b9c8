/** The book's own fonts: which role and weight each serves, told by its file name (`fonts/song-700.ttf`, `MyKai-Bold.ttf`). */
import type {FontDemand, FontRole} from './face.ts'
import {readCoverage, tableOf} from './coverage.ts'
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
    return [{file: {name: `own-${index}-${weight}`, package: '', file: path, extent: 'whole' as const}, data, coverage: readCoverage(data)}]
  })
}

/** Outlines in `glyf` and no axes of variation; all else would come out as Type 3. */
export function isTrueType(data: Uint8Array): boolean {
  if (data.byteLength < 12) return false
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const kind = view.getUint32(0)
  if (kind !== 0x00010000 && kind !== 0x74727565) return false
  return tableOf(view, 'glyf') !== undefined && tableOf(view, 'fvar') === undefined
}
