/** Digits in every shape that numbers of sources are written in. */
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Full-width and raised digits → ASCII ones. */
export function plainDigits(digits: string): string {
  return digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(superscripts.indexOf(digit)))
}

/** ①–⑳, ㉑–㉟, ㊱–㊿, as they stand inside a pattern's brackets. */
export const circledDigits = '①-⑳㉑-㉟㊱-㊿'

export function circledNumber(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f
  return code >= 0x3251 && code <= 0x325f ? code - 0x3250 + 20 : code - 0x32b0 + 35
}
