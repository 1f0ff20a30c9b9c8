/** Characters as matching sees them: full width and case folded, one code unit for one, so that offsets stay true.
 *
 * NFKC of a whole string would move offsets; only what folds one to one is folded. */

/** @returns The code unit that stands for `code` in keys. */
export function foldCode(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 32 : Math.max(code, 0x20)
  if (code >= 0xff01 && code <= 0xff5e) return foldCode(code - 0xfee0) // full-width forms of ASCII
  if (code === 0x3000 || code === 0xa0) return 0x20
  if (code === 0x2010 || code === 0x2011) return 0x2d
  if (code === 0x2019) return 0x27
  if (code < 0x250 || (code >= 0x370 && code < 0x530)) {
    const lower = String.fromCharCode(code).toLowerCase()
    return lower.length === 1 ? lower.charCodeAt(0) : code
  }
  return code
}

/** The same words whatever their case, width and spacing: to compare, never to print. */
export function sameKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s‐‑–—_-]+/gu, ' ').trim()
}

const latin = /[\p{Script=Latin}\p{N}_]/u
const han = /\p{Script=Han}/u

/** A Latin word must not go on beyond this character: OpenAI holds no AI. */
export function isLatin(character: string | undefined): boolean {
  return character !== undefined && (character < '\u3000' || character > '\u9fff') && latin.test(character) // what lies between is told without the pattern
}

export function isHan(character: string | undefined): boolean {
  return character !== undefined && han.test(character)
}

/** Written in capitals and digits: matched exactly as it stands. */
export function isAcronym(text: string): boolean {
  return /^[\p{Lu}\p{N}][\p{Lu}\p{N}.&/+-]*$/u.test(text) && /\p{Lu}/u.test(text)
}
