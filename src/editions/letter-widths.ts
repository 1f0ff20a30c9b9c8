/** Widths of words in tables, before a browser sets them.
 *
 * Letters of ASCII are as wide as in the wider of the two fonts that tables are set in, the Song of cells and the bold Hei of heads
 * (Noto Serif SC 400, Noto Sans SC 700: their `hmtx` tables, to the nearest twentieth of an em): a column that is reckoned too
 * narrow runs off the page. */

const widths = new Map([
  [0.3, 'j|'], [0.35, "!',-.:;il"], [0.4, '()/I[\\]ft{}'], [0.45, 'r'], [0.5, '*?sz'], [0.55, '"J_cxy'], [0.6, '#$+0123456789<=>SZ^aegkv~'], [0.65, 'EFLPT`bdhnopqu'],
  [0.7, 'ABCRVXY'], [0.75, 'DGKOQ'], [0.8, '&NU'], [0.85, 'Hw'], [0.95, '%m'], [1, '@M'], [1.05, 'W'], [0.25, ' '],
].flatMap(([width, letters]) => [...String(letters)].map((letter): [string, number] => [letter, Number(width)])))

/** East Asian, wide or full-width, and pictures. */
const wide = /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]|[\u{20000}-\u{3FFFF}]|\p{Extended_Pictographic}/u

/** Latin letters with accents, Greek and Cyrillic, about. */
const other = 0.65

/** A letter of code: all are as wide. */
export const codeLetter = 'a'

/** In ems. */
export function widthOf(text: string): number {
  let ems = 0
  for (const character of text) ems += widths.get(character) ?? (wide.test(character) ? 1 : other)
  return ems
}
