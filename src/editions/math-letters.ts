/** Letters of formulas that stand in no text: browsers show others for them. */

/** @returns The mathematical italics of the letters of a text, to be cut with them. */
export function italicsOf(text: string): string {
  return [...text].map(italicOf).join('')
}

/** A lone letter of a formula is shown by its mathematical italic (MathML Core §4.2 `math-auto`). */
function italicOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (character === 'h') return '\u210e'
  const [, first, italic] = [[0x41, 0x5a, 0x1d434], [0x61, 0x7a, 0x1d44e], [0x391, 0x3a9, 0x1d6e2], [0x3b1, 0x3c9, 0x1d6fc]].map(([from = 0, to = 0, base = 0]) => [code >= from && code <= to, from, base] as const).find(([inside]) => inside) ?? []
  if (first !== undefined && italic !== undefined) return String.fromCodePoint(italic + code - first)
  const odd = 'ıȷ∂ϵϑϰϕϱϖ∇'.indexOf(character)
  return odd < 0 ? '' : String.fromCodePoint([0x1d6a4, 0x1d6a5, 0x1d715, 0x1d716, 0x1d717, 0x1d718, 0x1d719, 0x1d71a, 0x1d71b, 0x1d6fb][odd] ?? 0)
}
