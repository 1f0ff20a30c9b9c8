/** Words in SVG images: an image sees no font of the page, so each drawing carries a subset of its own.
 *
 * Every family becomes Hei, or mono where it was: without this, Han print as boxes, and a bold that no file has as Type 3.
 * Ligatures and the digits of other regions would come out of readers as no characters: in an image, no tag tells them. */
import type {Asset} from '../../model/book.ts'
import {faceRules, type FontDemand, subsetFonts} from '../fonts.ts'
import {hasFixedWords, hasHeavyWords, hasWords, renameFamilies, wordsOf} from '../svg-words.ts'

export interface Drawing {
  data: Uint8Array
  /** Characters that no font has. */
  uncovered: string[]
}

/** @param asset SVG as the asset step has made it. */
export async function dressDrawing(asset: Asset, options: {cache: string | undefined; own: Map<string, Uint8Array>}): Promise<Drawing> {
  const svg = new TextDecoder().decode(asset.data)
  if (asset.mediaType !== 'image/svg+xml' || !hasWords(svg)) return {data: asset.data, uncovered: []}
  const text = wordsOf(svg)
  const demands: FontDemand[] = [{role: 'hei', weight: 400, text}, ...(hasHeavyWords(svg) ? [{role: 'hei', weight: 700, text} as const] : []), ...(hasFixedWords(svg) ? [{role: 'mono', weight: 400, text} as const] : [])]
  const {faces, uncovered} = await subsetFonts(demands, {...options, boxes: true})
  const rules = faceRules(faces, ({data}) => `data:font/ttf;base64,${Buffer.from(data).toString('base64')}`)
  const dressed = renameFamilies(svg, {text: 'Banben Hei', fixed: 'Banben Mono'}).replace(/<svg\b[^>]*>/, (root) => `${root}<style>${rules}svg{font-family:Banben Hei;font-variant-ligatures:none;font-feature-settings:"locl" 0}</style>`)
  return {data: new TextEncoder().encode(dressed), uncovered}
}
