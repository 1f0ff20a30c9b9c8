/** Words in SVG drawings → outlines: a reading system need not have a font for Han, and none loads one from within an image.
 *
 * The text is lost to nobody: an image is read by its alternative text. */
import {createRequire} from 'node:module'
import type {Asset} from '../../model/book.ts'
import {filesOf, type FontFile} from '../fonts/catalogue.ts'
import {loadFont, pathOf, versionOf} from '../fonts/load.ts'
import {keptOr} from '../keep.ts'
import {hasFixedWords, hasHeavyWords, hasWords, renameFamilies, wordsOf} from '../svg-words.ts'

/** Raise when the outlines change. */
const version = '1'

/** Characters; more than this are no drawing, and outlines are a hundred times as large as letters. */
const most = 5000

const families = {text: 'Noto Sans SC', fixed: 'Noto Sans Mono'}
const require = createRequire(import.meta.url)

/** @param asset As the asset step has made it. @returns The asset, its words drawn. */
export async function outlineWords(asset: Asset, cache: string | undefined): Promise<Asset> {
  const svg = asset.mediaType === 'image/svg+xml' ? new TextDecoder().decode(asset.data) : ''
  if (!hasWords(svg) || wordsOf(svg).replace(/\s/g, '').length > most) return asset
  const {version: engine} = require('@resvg/resvg-js/package.json') as {version: string} // npm demands it of a package
  const files = [...filesOf('hei', 400), ...(hasHeavyWords(svg) ? filesOf('hei', 700) : []), ...(hasFixedWords(svg) ? filesOf('mono', 400) : [])].filter(({extent}) => extent === 'whole')
  const versions = new Map<string, string>()
  const key = ['outlines', version, engine, svg, ...files.flatMap((file) => [file.name, versionOf(file.package, versions)])]
  return {...asset, data: await keptOr(cache, key, async () => new TextEncoder().encode(await draw(svg, await neededFonts(wordsOf(svg), files))), 'images')}
}

/** Always there, for their weight and width. */
const mainstay = /^noto-sans-(?:sc|mono)-/

/** The mainstays, and of others those that have what is lacking: each one takes time to open. */
async function neededFonts(text: string, files: FontFile[]): Promise<string[]> {
  const paths = new Set<string>()
  let lacking = [...new Set(text.replace(/\s/g, ''))]
  for (const file of files) {
    const path = pathOf(file)
    if (path === undefined || paths.has(path) || (lacking.length === 0 && !mainstay.test(file.name))) continue
    const font = await loadFont(file, undefined)
    const left = lacking.filter((character) => !font?.coverage.glyphOf(character.codePointAt(0) ?? 0))
    if (left.length < lacking.length || mainstay.test(file.name)) paths.add(path)
    lacking = left
  }
  return [...paths]
}

async function draw(svg: string, fontFiles: string[]): Promise<string> {
  try {
    const {Resvg} = await import('@resvg/resvg-js') // native: only for books with such drawings
    const {text, fixed} = families
    const font = {loadSystemFonts: false, fontFiles, defaultFontFamily: text, serifFamily: text, sansSerifFamily: text, cursiveFamily: text, fantasyFamily: text, monospaceFamily: fixed}
    return keepFrame(svg, new Resvg(renameFamilies(svg, families), {font}).toString())
  } catch {
    return svg // what it cannot read, a reading system may
  }
}

/** The size that the author gave, or none, and the title: the engine writes one of pixels, and drops the other. */
function keepFrame(svg: string, drawn: string): string {
  const [root = ''] = /<svg\b[^>]*>/.exec(svg) ?? []
  const size = ['width', 'height'].map((name) => new RegExp(`\\s${name}="[^"]*"`).exec(root)?.[0] ?? '').join('')
  const [title = ''] = /<title>[^<]*<\/title>/.exec(svg) ?? []
  return drawn.replace(/^<svg\b[^>]*>/, (start) => `${start.replace(/\s(?:width|height)="[^"]*"/g, '').replace(/^<svg/, () => `<svg${size}`)}${title}`)
}
