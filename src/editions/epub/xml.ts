/** Text that may stand in XML 1.0. */

/** Not in the production Char of XML 1.0 §2.2: controls, lone surrogates, U+FFFE, U+FFFF. */
const unlawful = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** @returns The same text with U+FFFD for every character that makes a file ill-formed, so that a reader sees that one was there. */
export function cleanXml(text: string): string {
  return text.replace(unlawful, '\uFFFD')
}
