/** Fonts of the editions: subset TrueType from npm packages or the book's own folder, chosen by role and weight. */

/** `song` body, `hei` headings, `kai` quotations, `mono` code, `math` formulas. Each role holds a CSS family name and its fallbacks. */
export type FontRole = 'song' | 'hei' | 'kai' | 'mono' | 'math'

export interface FontDemand {
  role: FontRole
  weight: 400 | 700
  /** Every character that is set in it, in any order; duplicates are harmless. */
  text: string
}

export interface SubsetFace {
  role: FontRole
  /** CSS family: `Banben Song`. Faces of one role with fallbacks share it, told apart by `unicodeRange`. */
  family: string
  weight: 400 | 700
  /** ASCII, unique: `song-400.ttf`. */
  fileName: string
  /** TrueType. */
  data: Uint8Array
  /** CSS `unicode-range`, where the family is cut into several faces. */
  unicodeRange?: string
}

export interface FontResult {
  faces: SubsetFace[]
  /** Characters that no font has, by code point. */
  uncovered: string[]
}

/** @param demands What is set in which role.
 * @param options.cache Folder of results by content; undefined: none.
 * @param options.own Book's own fonts, by path; they win over the built-in ones. */
export async function subsetFonts(_demands: FontDemand[], _options: {cache: string | undefined; own: Map<string, Uint8Array>}): Promise<FontResult> {
  return {faces: [], uncovered: []}
}
