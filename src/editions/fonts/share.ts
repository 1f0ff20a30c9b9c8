/** Characters shared out over a chain of fonts, so that extracted text is exactly what was written.
 *
 * Two characters with one glyph (一 and the radical ⼀, Ω and the ohm sign) cannot both be told from the glyph:
 * the second one goes into a face of its own. A no-break space may come back as a space, and a soft hyphen is never shown. */
import type {FontFile} from './catalogue.ts'
import {joins} from './joined-scripts.ts'
import type {LoadedFont} from './load.ts'

export interface Share {file: FontFile; text: string; read(): Promise<Uint8Array>}

/** Means what each font likes: only the book's own font has the sign that its author means. */
const privateUse = /\p{Co}/u

/** All in one hand, and a keycap by the font that draws its digit with it. */
const emoji = /[\u20e3\p{Emoji_Presentation}]/u

/** Letters alone: punctuation is set in a font that can squeeze it (OpenType `halt` and `chws`), or it would stand wider than in
 * the text around. */
const han = /[\p{Script=Han}\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff]/u

/** What a font of banben's may be asked for. Its letters that would have to be joined are those of a font for formulas. */
function serves({emoji: drawn, han: only}: FontFile, character: string): boolean {
  return (drawn || !emoji.test(character)) && (!only || han.test(character)) && !privateUse.test(character) && !joins(character)
}

/** @param text Each character once, in order. */
export async function shareCharacters(text: string, chain: AsyncIterable<LoadedFont>): Promise<{shares: Share[]; rest: string[]}> {
  const shares: Share[] = []
  let rest = [...text]
  if (rest.length === 0) return {shares, rest}
  for await (const font of chain) {
    const takes = (character: string) => font.coverage.glyphOf(character.codePointAt(0) ?? 0) !== 0 && (font.file.package === '' || serves(font.file, character))
    const mine = rest.filter(takes)
    if (mine.length > 0) {
      rest = rest.filter((character) => !takes(character))
      shares.push(...partTwins(font, mine, text.includes(wideSpace) && takes(wideSpace)))
    }
    if (rest.length === 0) break
  }
  return {shares, rest}
}

/** Browsers set it in the font of the letter behind it, whatever the ranges of faces say. */
const wideSpace = '\u3000'

const unseen = new Set(['\u00a0', '\u00ad'])

/** @param spaced Each face has an ideographic space. */
function partTwins(font: LoadedFont, characters: string[], spaced: boolean): Share[] {
  const parts: {glyphs: Set<number>; text: string}[] = []
  for (const character of plainFirst(characters)) {
    const glyph = unseen.has(character) ? -(character.codePointAt(0) ?? 0) : font.coverage.glyphOf(character.codePointAt(0) ?? 0)
    let part = parts.find(({glyphs}) => !glyphs.has(glyph))
    if (!part) {
      part = {glyphs: new Set(), text: ''}
      parts.push(part)
    }
    part.glyphs.add(glyph)
    part.text += character
  }
  if (spaced) for (const part of parts) if (!part.text.includes(wideSpace)) part.text += wideSpace
  return parts.map(({text}) => ({file: font.file, read: async () => font.data, text: [...text].sort((one, other) => (one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0)).join('')}))
}

/** The character that others stand for comes first: NFKC leaves it as it is. */
function plainFirst(characters: string[]): string[] {
  const plain = new Set(characters.filter((character) => character.normalize('NFKC') === character))
  return [...plain, ...characters.filter((character) => !plain.has(character))]
}
