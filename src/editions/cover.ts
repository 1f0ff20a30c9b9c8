/** The cover: the book's own picture, or one that is drawn from what book.yml says.
 *
 * Drawn by resvg from a template with fonts of npm packages: no browser and no font of the machine, so that the bytes
 * are the same everywhere. The PDF draws its own. */
import {createRequire} from 'node:module'
import {readdirSync} from 'node:fs'
import path from 'node:path'
import type {ResvgRenderOptions} from '@resvg/resvg-js'
import type {Asset, Galley} from '../model/book.ts'
import type {EditionContext} from './context.ts'
import {creditsOf} from './credits.ts'
import {composeCover, type CoverWords} from './cover-lines.ts'
import {stackPeople} from './cover-people.ts'
import {keptOr} from './keep.ts'
import {ownCover} from './own-cover.ts'
import {renameFamilies} from './svg-words.ts'
import {loadTemplate} from './templates.ts'

export interface Cover {
  data: Uint8Array
  mediaType: 'image/jpeg'
  /** Pixels. */
  width: number
  height: number
}

/** Eight to five, as shops of e-books ask for. */
const width = 1600
const height = 2560

/** Raise when the drawing changes beyond its template. */
const version = '3'

/** @returns undefined where the book's own picture cannot be read. */
export async function makeCover(galley: Galley, context: EditionContext): Promise<Cover | undefined> {
  const own = ownCover(galley)
  if (own) return fitCover(() => own.mediaType === 'image/svg+xml' ? picture(own, context) : own.original ?? own.data, own.hash, context)
  const template = await loadTemplate(context.templates, 'cover.svg.ejs')
  const svg = template({...composeCover(wordsOf(galley, context), stackPeople(galley.config.contributors, context.locale)), width, height})
  return {data: await keptOr(context.cache, ['cover', String(version), svg], async () => draw(svg), 'images'), mediaType: 'image/jpeg', width, height}
}

/** @returns A drawing as pixels, in the fonts of the program. Throws where it cannot be drawn: another engine would draw it in fonts of the machine. */
async function picture({data, hash}: Asset, {cache}: EditionContext): Promise<Uint8Array> {
  const svg = renameFamilies(new TextDecoder().decode(data), {text: 'Noto Sans SC', fixed: 'Noto Sans SC'})
  return keptOr(cache, ['drawn-cover', String(version), hash], async () => draw(svg, {fitTo: await fitOf(svg), background: '#fff'}), 'images')
}

/** By its longer side: one that is much wider than high would take any amount of memory. */
async function fitOf(svg: string): Promise<NonNullable<ResvgRenderOptions['fitTo']>> {
  const {Resvg} = await import('@resvg/resvg-js')
  const own = new Resvg(svg, {font: {loadSystemFonts: false}})
  return own.width / own.height > width / height ? {mode: 'width', value: width} : {mode: 'height', value: height}
}

async function fitCover(read: () => Uint8Array | Promise<Uint8Array>, hash: string, {cache}: EditionContext): Promise<Cover | undefined> {
  try {
    const data = await read()
    const {default: sharp} = await import('sharp')
    const jpeg = await keptOr(cache, ['own-cover', String(version), hash], () => sharp(data).rotate().resize({width, height, fit: 'inside', withoutEnlargement: true}).flatten({background: '#fff'}).jpeg({quality: 88, mozjpeg: true}).toBuffer(), 'images')
    const size = await sharp(jpeg).metadata()
    return {data: jpeg, mediaType: 'image/jpeg', width: size.width, height: size.height}
  } catch {
    return undefined
  }
}

function wordsOf({name, config}: Galley, {locale}: EditionContext): CoverWords {
  return {
    title: config.title || name,
    subtitle: config.subtitle ?? '',
    people: creditsOf(config.contributors, locale).map((credit) => credit.text).join('\n'),
    publisher: config.imprint.publisher ?? '',
    series: config.imprint.series ?? '',
    date: config.date?.slice(0, 4) ?? '',
    language: config.language,
  }
}

async function draw(svg: string, options: Pick<ResvgRenderOptions, 'fitTo' | 'background'> = {}): Promise<Uint8Array> {
  const [{Resvg}, {default: sharp}] = await Promise.all([import('@resvg/resvg-js'), import('sharp')])
  const picture = new Resvg(svg, {...options, font: {loadSystemFonts: false, fontFiles: fontFiles(svg), defaultFontFamily: 'Noto Serif SC'}}).render()
  return sharp(Buffer.from(picture.pixels), {raw: {width: picture.width, height: picture.height, channels: 4}}).removeAlpha().jpeg({quality: 86, chromaSubsampling: '4:4:4'}).toBuffer() // mozjpeg takes 0.35 s to save 6 %
}

const require = createRequire(import.meta.url)

/** Those that the drawing names: each is 10 MB, and takes 40 ms to open. */
function fontFiles(svg: string): string[] {
  const folder = (name: string) => path.dirname(require.resolve(`@expo-google-fonts/${name}/package.json`))
  const file = (name: string, weight: string) => readdirSync(path.join(folder(name), weight)).filter((entry) => entry.endsWith('.ttf')).map((entry) => path.join(folder(name), weight, entry))
  return [...file('noto-serif-sc', '700Bold'), ...file('noto-serif-sc', '400Regular'), ...(svg.includes('Noto Sans SC') ? file('noto-sans-sc', '400Regular') : [])]
}
