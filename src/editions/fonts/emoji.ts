/** Emoji of several characters: keycaps (1️⃣), flags, families, tones of skin (which one colour cannot show) (Unicode Technical Standard 51 §2). */

/** What others may join; a cut font then keeps the rules that draw them as one. */
const joined = /[\u20E3\p{Regional_Indicator}\p{Emoji_Modifier}\p{Emoji_Modifier_Base}\u{1F3F3}\u{1F3F4}\u{1F441}\u{1F46A}-\u{1F46D}]/u

/** @param text Characters that a font of emoji is to set.
 * @returns Others that it needs to draw them, though another font sets them where they stand alone; none where all are single. */
export function joinersOf(text: string): string {
  if (!joined.test(text)) return ''
  return `\u200D\uFE0F♀♂❤${text.includes('\u20E3') ? '#*0123456789' : ''}`
}
