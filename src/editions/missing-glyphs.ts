/** Characters without a glyph that are worth a word: where the reader falls back on fonts of its own, as pages and e-books do,
 * every system has some for emoji. */
const borne = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\uFFFD]/u

export function unborne(uncovered: string[]): string[] {
  return uncovered.filter((character) => !borne.test(character))
}
