/** Which font files serve which role, best first. All are static TrueType under the SIL Open Font License:
 * CFF and variable fonts come out of the browser as Type 3. */
import type {FontRole} from './face.ts'

/** `common`: only the frequent characters, cut once and kept; `whole`: all of the file. */
export type Extent = 'common' | 'whole'

export interface FontFile {
  /** ASCII, unique: names the faces made from it. */
  name: string
  package: string
  /** Path inside the package. */
  file: string
  extent: Extent
  /** Only Han and kana are taken from it: its Latin does not match, and its punctuation cannot be squeezed. */
  han?: true
  /** It draws emoji of several characters as one. */
  emoji?: true
}

type Weight = 400 | 700

const serif = (weight: Weight, extent: Extent = 'whole'): FontFile => expo('noto-serif-sc', 'NotoSerifSC', weight, extent)
const sans = (weight: Weight, extent: Extent = 'whole'): FontFile => expo('noto-sans-sc', 'NotoSansSC', weight, extent)
const mono = (weight: Weight): FontFile => expo('noto-sans-mono', 'NotoSansMono', weight, 'whole')
const math = expo('stix-two-math', 'STIXTwoMath', 400, 'whole')
const italic = (weight: Weight): FontFile => {
  const style = weight === 700 ? '700Bold_Italic' : '400Regular_Italic'
  return {name: `source-serif-4-italic-${weight}`, package: '@expo-google-fonts/source-serif-4', file: `${style}/SourceSerif4_${style}.ttf`, extent: 'whole'}
}
const signs = expo('noto-sans-math', 'NotoSansMath', 400, 'whole')
const symbols = expo('noto-sans-symbols-2', 'NotoSansSymbols2', 400, 'whole')
const kai = (weight: Weight, extent: Extent): FontFile => {
  const cut = weight === 700 ? 700 : 500 // the family has no 400; its 500 is the text weight
  return {name: `kai-${weight}`, package: '@fontsource/lxgw-wenkai', file: `files/lxgw-wenkai-latin-${cut}-normal.woff2`, extent, han: true}
}

/** Scripts that few books need: used where the package is installed. None whose letters are joined or reordered: those
 * are set in the book's own fonts only (joined-scripts.ts). */
const further = (weight: Weight, kind: 'serif' | 'sans'): FontFile[] => {
  const style = kind === 'serif' ? 'Serif' : 'Sans'
  return [
    expo('source-serif-4', 'SourceSerif4', weight, 'whole'), // always there: Greek with accents, more Cyrillic
    expo(`noto-${kind}-kr`, `Noto${style}KR`, weight, 'whole'),
    expo(`noto-${kind}-jp`, `Noto${style}JP`, weight, 'whole'),
    expo(`noto-${kind}-tc`, `Noto${style}TC`, weight, 'whole'),
    expo(`noto-${kind}`, `Noto${style}`, weight, 'whole'),
    expo('noto-serif-hebrew', 'NotoSerifHebrew', weight, 'whole'),
    expo('noto-sans-thai', 'NotoSansThai', weight, 'whole'),
    {...expo('noto-emoji', 'NotoEmoji', weight, 'whole'), emoji: true}, // always there
  ]
}

/** @returns Files in order of preference; the first that has a character sets it. */
export function filesOf(role: FontRole, weight: Weight): FontFile[] {
  const last = [signs, symbols]
  const rest = [...further(weight, role === 'hei' || role === 'mono' ? 'sans' : 'serif'), math, mono(weight)] // the fonts of other roles, before none: ⁻ is in these two only
  if (role === 'hei') return [sans(weight, 'common'), sans(weight), ...last, ...rest]
  if (role === 'italic') return [italic(weight), ...filesOf('song', weight)]
  if (role === 'kai') return [kai(weight, 'common'), serif(weight, 'common'), kai(weight, 'whole'), serif(weight), ...last, ...rest]
  if (role === 'mono') return [mono(weight), sans(weight, 'common'), sans(weight), ...last, ...rest]
  if (role === 'math') return [math, signs, serif(weight, 'common'), serif(weight), symbols, ...rest]
  return [serif(weight, 'common'), serif(weight), ...last, ...rest]
}

function expo(packageName: string, file: string, weight: Weight, extent: Extent): FontFile {
  const style = weight === 700 ? '700Bold' : '400Regular'
  return {name: `${packageName}-${weight}`, package: `@expo-google-fonts/${packageName}`, file: `${style}/${file}_${style}.ttf`, extent}
}
