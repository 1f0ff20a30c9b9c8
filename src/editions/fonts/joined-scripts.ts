/** Letters that take another form or place beside others: a font without the rules for them (OpenType `init`, `half` …) sets
 * them one by one, which no reader of the script takes for writing. Signs of mathematics and letters of a fixed form are none. */
const joined = [
  'Arabic', 'Syriac', 'Mandaic', 'Nko', 'Adlam', 'Mongolian', 'Phags_Pa', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil',
  'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Tibetan', 'Balinese', 'Javanese', 'Tai_Tham',
].map((script) => `\\p{Script=${script}}`).join('')

const letters = new RegExp(`(?![\\uFB50-\\uFDFF\\uFE70-\\uFEFF\\u{1EE00}-\\u{1EEFF}\\p{N}\\p{P}])[${joined}]`, 'u')

/** @returns Whether a text holds any. */
export function joins(text: string): boolean {
  return letters.test(text)
}
