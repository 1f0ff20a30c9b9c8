/** Cutting: a TrueType font and characters in, a smaller TrueType font out (HarfBuzz). */
import {createRequire} from 'node:module'
import {commonCharacters} from './common-characters.ts'
import {joins} from './joined-scripts.ts'
import {thinFont} from './thin.ts'

const require = createRequire(import.meta.url)

type Subset = (font: Uint8Array, text: string, options: {targetFormat: 'truetype'; noHinting: boolean; keepFeatures?: string[]}) => Promise<Uint8Array>

/** Features that horizontal setting uses. `halt` and `chws` squeeze punctuation, `pwid` has the quotes and dashes of English
 * (those of a Chinese font are full-width); all features together would keep
 * glyphs for old forms, a quarter more bytes. */
const features = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'clig', 'calt', 'rlig', 'tnum', 'lnum', 'pnum', 'halt', 'chws', 'palt', 'pwid', 'sups', 'ruby']

/** Without `vert`, stops and brackets of vertical text stand where they stand in lines. */
const verticalFeatures = ['vert', 'vrt2', 'vhal', 'vpal', 'vkrn']

/** @returns What is kept, and part of the key of what is kept; undefined: all, since only the mathematical font needs its
 * style sets and size variants. */
export function featuresOf(name: string, vertical: boolean): string[] | undefined {
  if (name.includes('math')) return undefined
  return vertical ? [...features, ...verticalFeatures] : features
}

export async function cutFont(font: Uint8Array, text: string, name: string, vertical = false): Promise<Uint8Array> {
  const subset = require('subset-font') as Subset
  const keepFeatures = joins(text) ? undefined : featuresOf(name, vertical)
  return subset(font, text, {targetFormat: 'truetype', noHinting: true, ...(keepFeatures ? {keepFeatures} : {})})
}

/** For a font that a browser cuts once more: what is quick to make.
 * @param pruned It holds the common characters only. */
export async function thinOrCut(font: Uint8Array, text: string, name: string, pruned: boolean): Promise<Uint8Array> {
  const plain = [...text].every((character) => signs.test(character))
  return (pruned || plain ? thinFont(font, text, plain ? undefined : commonCharacters()) : undefined) ?? cutFont(font, text, name)
}

/** Nothing that is set closer, joined or turned: symbols, bullets, the soft hyphen. */
const signs = /[\p{S}•\u00ad]/u

/** WOFF2 → TrueType; TrueType stays as it is.
 *
 * One by one: the decoder hands out its own memory, which the next font would be written over before it is copied. */
export function expandFont(font: Uint8Array): Promise<Uint8Array> {
  const fontverter = createRequire(require.resolve('subset-font'))('fontverter') as {convert(font: Uint8Array, format: 'truetype'): Promise<Uint8Array>}
  const expanded = expanding.then(() => fontverter.convert(Buffer.from(font.buffer, font.byteOffset, font.byteLength), 'truetype'))
  expanding = expanded.catch(() => undefined)
  return expanded
}

let expanding: Promise<unknown> = Promise.resolve()
