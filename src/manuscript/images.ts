/** Images that texts name → assets, read and hashed once; or why an image cannot be had.
 *
 * Addresses are found in the raw text, before the parse, so that only this room ever touches files. More is found than is
 * meant (code, plain links): what is no image is then simply never asked for. */
import {createHash} from 'node:crypto'
import path from 'node:path'
import {decodeString} from 'micromark-util-decode-string'
import {nearest} from '../diagnostics/nearest.ts'
import type {Asset, ImageFault, TextFile} from '../model/book.ts'
import type {Limits} from '../model/config.ts'
import type {Folder, Refusal} from './folder.ts'
import {readImageHeader} from './image-header.ts'

export interface FoundImages {
  assets: Map<string, Asset>
  assetByUrl: Map<string, string>
  imageFaults: Map<string, ImageFault>
}

const pictures = /^(?!(?:.*\/)?_).+\.(?:png|jpe?g|gif|webp|avif|svg)$/i

/** @returns Images of the folder that nothing asked for: two files may hold the same image, so paths count and not hashes. */
export function unusedImages(names: string[], {opened}: Folder): string[] {
  return names.filter((name) => pictures.test(name) && !opened.has(name)).sort()
}

/** `](url` of links and images, `[label]: url`, `<img … src="url"`. Bounded, so that no text makes them slow. */
const destination = /\]\(\s{0,20}(?:<([^<>\n]*)>|([^\s<>()]*(?:\([^\s()]{0,1000}\)[^\s<>()]*){0,20}))/g
const definition = /^[ \t>]{0,20}\[[^\]\n]{1,999}\]:[ \t]*(?:\n[ \t]*)?(?:<([^<>\n]*)>|(\S+))/gm
const element = /<(?:img|image)\b[^>]{0,2000}?\s(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
/** Obsidian: `![[image.png|300]]`. */
const embedded = /!\[\[([^[\]|\n]{1,200}\.(?:png|jpe?g|gif|webp|avif|svg))[ \t]{0,9}(?:\\?\|[^[\]\n]{0,200})?\]\]/gi

const refusals: Record<Refusal, ImageFault['ruleId']> = {outside: 'image-outside', missing: 'image-missing', 'no-file': 'image-missing', large: 'image-large', unreadable: 'image-missing'}

/** @param names Of the folder, for what was probably meant: a system that tells no capitals shows `Images/A.PNG` where the file is `images/a.png`. */
export async function readImages(texts: TextFile[], folder: Folder, limits: Limits, names: string[] = []): Promise<FoundImages> {
  const found: FoundImages = {assets: new Map(), assetByUrl: new Map(), imageFaults: new Map()}
  for (const text of texts) {
    const embeds = new Set([...text.text.matchAll(embedded)].map(([, url = '']) => url.trim()))
    for (const url of new Set([...urlsOf(text.text), ...embeds])) {
      const key = `${text.path}\n${url}`
      if (found.assetByUrl.has(key) || found.imageFaults.has(key)) continue
      const result = await readImage(embeds.has(url) ? byName(url, text.path, names) : url, text.path, folder, limits)
      if ('ruleId' in result) found.imageFaults.set(key, result.ruleId === 'image-missing' ? guessed(result, url, text.path, names) : result)
      else {
        found.assetByUrl.set(key, result.hash)
        if (!found.assets.has(result.hash)) found.assets.set(result.hash, result)
      }
    }
  }
  return found
}

/** Obsidian finds a picture by its name, wherever it lies. */
function byName(url: string, from: string, names: string[]): string {
  if (names.includes(path.posix.join(path.posix.dirname(from), url))) return url
  const [only, ...more] = names.filter((name) => path.posix.basename(name) === path.posix.basename(url))
  return only === undefined || more.length > 0 ? url : path.posix.relative(path.posix.dirname(from), only)
}

function guessed(fault: ImageFault, url: string, from: string, names: string[]): ImageFault {
  const asked = path.posix.join(path.posix.dirname(from), decodeUrl(url))
  const meant = nearest(asked, names.filter((name) => pictures.test(name)))
  return meant === undefined ? fault : {...fault, values: {...fault.values, meant: path.posix.relative(path.posix.dirname(from), meant)}}
}

function urlsOf(text: string): Set<string> {
  const urls = new Set<string>()
  for (const pattern of [destination, definition, element]) {
    for (const [, first, second] of text.matchAll(pattern)) {
      const written = first ?? second
      if (written) urls.add(decodeString(written))
    }
  }
  return urls
}

/** @param url As the tree will have it. @param from Path of the text that names it. */
export async function readImage(url: string, from: string, folder: Folder, limits: Limits): Promise<Asset | ImageFault> {
  const shown = url.length > 80 ? `${url.slice(0, 77)}…` : url
  const fault = (ruleId: ImageFault['ruleId'], values: ImageFault['values'] = {}): ImageFault => ({ruleId, values: {url: shown, ...values}})
  if (/^data:/i.test(url)) {
    const data = readDataUrl(url, limits.imageBytes)
    if (!data) return fault('image-unknown')
    return assetOf(data, '', limits, fault)
  }
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/|\\\\)/i.test(url) && !/^[a-z]:[\\/]/i.test(url)) return fault(/^https?:|^\/\//i.test(url) ? 'image-remote' : 'image-outside')
  const written = decodeUrl(url.replace(/[?#].*$/s, '')).replaceAll('\\', '/')
  if (/^\/|^[a-z]:/i.test(written)) return fault('image-outside')
  const read = await folder.read(path.posix.join(path.posix.dirname(from), written), limits.imageBytes)
  if ('refused' in read) return fault(refusals[read.refused], read.bytes === undefined ? {} : {limit: 'limits.imageBytes', found: read.bytes, allowed: limits.imageBytes})
  return assetOf(read.data, read.path, limits, fault)
}

function assetOf(data: Uint8Array, file: string, limits: Limits, fault: (ruleId: ImageFault['ruleId'], values?: ImageFault['values']) => ImageFault): Asset | ImageFault {
  const header = readImageHeader(data)
  if (!header || (file === '' && header.mediaType === 'image/svg+xml')) return fault('image-unknown')
  const pixels = header.width * header.height
  if (header.mediaType !== 'image/svg+xml' && pixels > limits.imagePixels) return fault('image-large', {limit: 'limits.imagePixels', found: pixels, allowed: limits.imagePixels})
  return {hash: createHash('sha256').update(data).digest('hex'), path: file, ...header, data}
}

/** Raster images only: an SVG in an address is text that nobody has seen. */
function readDataUrl(url: string, limit: number): Uint8Array | undefined {
  const match = /^data:image\/[\w.+-]{1,40}(?:;[\w=.-]{1,40}){0,5};base64,/i.exec(url)
  if (!match || url.length > limit * 1.4) return undefined
  return Buffer.from(decodeUrl(url.slice(match[0].length)), 'base64')
}

function decodeUrl(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
