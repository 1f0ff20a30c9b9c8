/** Words in SVG images: an image sees no font of the page, so each drawing carries a subset of its own.
 *
 * Every family becomes Hei, or mono where it was: without this, Han print as boxes, and a bold that no file has as Type 3. */
import type {Asset} from '../../model/book.ts'
import {faceRules, type FontDemand, subsetFonts} from '../fonts.ts'

export interface Drawing {
  data: Uint8Array
  /** Characters that no font has. */
  uncovered: string[]
}

const fixedWidth = /mono|courier|consolas|menlo|typewriter/i
const heavy = /font-weight\s{0,9}[=:]\s{0,9}["']?\s{0,9}(?:bold|[6-9]00)|font\s{0,9}[=:]\s{0,9}["']?[^;}"']{0,80}\b(?:bold|[6-9]00)\b/i

/** @param asset SVG as the asset step has made it. */
export async function dressDrawing(asset: Asset, options: {cache: string | undefined; own: Map<string, Uint8Array>}): Promise<Drawing> {
  const svg = new TextDecoder().decode(asset.data)
  if (asset.mediaType !== 'image/svg+xml' || !/<text\b/.test(svg)) return {data: asset.data, uncovered: []}
  const text = wordsOf(svg)
  const demands: FontDemand[] = [{role: 'hei', weight: 400, text}, ...(heavy.test(svg) ? [{role: 'hei', weight: 700, text} as const] : []), ...(fixedWidth.test(svg) ? [{role: 'mono', weight: 400, text} as const] : [])]
  const {faces, uncovered} = await subsetFonts(demands, options)
  const rules = faceRules(faces, ({data}) => `data:font/ttf;base64,${Buffer.from(data).toString('base64')}`)
  const dressed = renameFamilies(svg).replace(/<svg\b[^>]*>/, (root) => `${root}<style>${rules}svg{font-family:Banben Hei}</style>`)
  return {data: new TextEncoder().encode(dressed), uncovered}
}

/** A style element with its rules, or a tag. One that closes itself has no rules. */
const markup = /<style\b[^>]*(?<!\/)>[^<]*(?:<\/style>)?|<[^>]*>/g

/** More than the words does no harm. */
function wordsOf(svg: string): string {
  return svg.replace(markup, ' ').replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex: string | undefined, decimal: string | undefined) => String.fromCodePoint(Math.min(0x10ffff, hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))))
}

/** Attributes, declarations, and the end of a `font` shorthand; names without quotes, which could end an attribute. */
function renameFamilies(svg: string): string {
  return svg.replace(markup, (part) => part
    .replace(/(\sfont-family=)"([^"]*)"/g, (_, name: string, family: string) => `${name}"${ours(family)}"`)
    .replace(/(font-family\s{0,9}:)((?:&quot;|&apos;|'[^'<>]{0,200}'|[^;}"'<>]){0,500})/g, (_, name: string, family: string) => `${name}${ours(family)}`)
    .replace(/(\bfont\s{0,9}:[^;}"'<>]{0,80}?\d(?:px|pt|em|rem|%|ex|mm)?(?:\/[\d.]{1,9}\w{0,3})?\s{1,9})((?:&quot;|&apos;|'[^'<>]{0,200}'|[^;}"<>]){0,500})/g, (_, head: string, family: string) => `${head}${ours(family)}`))
}

function ours(family: string): string {
  return fixedWidth.test(family) ? 'Banben Mono' : 'Banben Hei'
}
