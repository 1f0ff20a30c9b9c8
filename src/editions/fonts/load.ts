/** Font files → TrueType bytes, ready to be cut: found in their packages, expanded, and pruned once to what is common.
 *
 * Cutting from a pruned font takes 5 ms, from the whole one 15 to 30, and opening a WOFF2 takes half a second:
 * so the pruned fonts are kept, and set-up makes them once (`scripts/setup/quick.mjs`). They are made from the package alone, hence the bytes are equal with and without a cache. */
import {createRequire} from 'node:module'
import {existsSync, readFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import type {FontFile} from './catalogue.ts'
import {commonCharacters} from './common-characters.ts'
import {type Coverage, readCoverage} from './coverage.ts'
import {cutFont, expandFont, featuresOf} from './cut.ts'
import {keptOr, readKept} from '../keep.ts'

export interface LoadedFont {file: FontFile; data: Uint8Array; coverage: Coverage}

/** Folders of packages, from here upwards. */
const roots = createRequire(import.meta.url).resolve.paths('@expo-google-fonts/noto-serif-sc') ?? []

/** Where set-up leaves them, beside the folder of the compiled program. */
const fromSetUp = path.join(import.meta.dirname, '..', '.cache', 'banben', 'set-up')

/** @returns Path of a TrueType file, for programs that open fonts themselves; undefined where the package is not installed, or the file is packed. */
export function pathOf({package: name, file}: FontFile): string | undefined {
  const folder = folderOf(name)
  return folder === undefined || file.endsWith('.woff2') ? undefined : path.join(folder, file)
}

/** @param vertical Keep the glyphs of vertical text in what is pruned.
 * @returns undefined where the package is not installed. */
export async function loadFont(file: FontFile, cache: string | undefined, vertical = false): Promise<LoadedFont | undefined> {
  const folder = folderOf(file.package)
  if (folder === undefined) return undefined
  const whole = path.join(folder, file.file)
  const packed = file.file.endsWith('.woff2')
  if (file.extent === 'whole' && !packed) return loaded(file, await readFile(whole))
  const version = versionOf(file.package, new Map())
  const key = ['font', file.package, version, file.file, file.extent, file.extent === 'common' ? commonCharacters() : '', ...(featuresOf(file.name, vertical) ?? [])]
  const data = readKept(fromSetUp, 'pruned', key) ?? await keptOr(cache, key, async () => {
    const font = await expandFont(await readFile(whole))
    return file.extent === 'common' ? cutFont(font, commonCharacters(), file.name, vertical) : font
  }, 'pruned')
  return loaded(file, data)
}

function loaded(file: FontFile, data: Uint8Array): LoadedFont {
  return {file, data, coverage: readCoverage(data)}
}

/** @param known Filled on: it is asked for each font of each demand. @returns '' where the package is not installed. */
export function versionOf(name: string, known: Map<string, string>): string {
  const folder = known.has(name) ? undefined : folderOf(name)
  const version = known.get(name) ?? (folder === undefined ? '' : (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {version: string}).version) // npm demands it of a package
  known.set(name, version)
  return version
}

/** Where Node would find it; `require.resolve` takes five times as long, and longest where there is none. */
function folderOf(name: string): string | undefined {
  return roots.map((root) => path.join(root, name)).find((folder) => existsSync(path.join(folder, 'package.json')))
}
