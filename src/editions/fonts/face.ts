/** Faces: what an edition asks of the fonts, and what it gets. */

/** `song` body, `italic` its Latin with emphasis, `hei` headings, `kai` quotations, `mono` code, `math` formulas. Each role holds a CSS family name and its fallbacks. */
export type FontRole = 'song' | 'italic' | 'hei' | 'kai' | 'mono' | 'math'

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
  /** Font it was cut from, for the colophon: `@expo-google-fonts/noto-serif-sc`, or the path of the book's own. */
  origin: string
}

/** What is known of a face before it is made. */
export interface PlannedFace extends Omit<SubsetFace, 'data'> {
  /** TrueType; made when it is first asked for. */
  make(): Promise<Uint8Array>
}

/** What has been found of fonts before any was made. */
export interface FontPlan extends Omit<FontResult, 'faces'> {faces: PlannedFace[]}

export interface FontResult {
  faces: SubsetFace[]
  /** Characters that no font has, by code point. */
  uncovered: string[]
  /** Paths of the book's own fonts that cannot be used: not static TrueType. */
  unusable: string[]
}
