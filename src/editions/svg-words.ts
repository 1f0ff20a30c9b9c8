/** Words in SVG drawings: which there are, and fonts of ours in place of those that the drawing names.
 *
 * An image sees no font of the page around it, and a reader need not have one for Han. */

/** Family names without quotes, which could end an attribute. */
export interface DrawingFonts {text: string; fixed: string}

const fixedFamily = /mono|courier|consolas|menlo|typewriter/i
const heavy = /font-weight\s{0,9}[=:]\s{0,9}["']?\s{0,9}(?:bold|[6-9]00)|font\s{0,9}[=:]\s{0,9}["']?[^;}"']{0,80}\b(?:bold|[6-9]00)\b/i

export function hasWords(svg: string): boolean {
  return /<text\b/.test(svg)
}

export function hasHeavyWords(svg: string): boolean {
  return heavy.test(svg)
}

export function hasFixedWords(svg: string): boolean {
  return fixedFamily.test(svg)
}

/** A style element with its rules, or a tag. One that closes itself has no rules. */
const markup = /<style\b[^>]*(?<!\/)>[^<]*(?:<\/style>)?|<[^>]*>/g

/** More than the words does no harm. */
export function wordsOf(svg: string): string {
  return svg.replace(markup, ' ').replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex: string | undefined, decimal: string | undefined) => String.fromCodePoint(Math.min(0x10ffff, hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))))
}

/** Attributes, declarations, and the end of a `font` shorthand. */
export function renameFamilies(svg: string, fonts: DrawingFonts): string {
  const ours = (family: string) => (fixedFamily.test(family) ? fonts.fixed : fonts.text)
  return svg.replace(markup, (part) => part
    .replace(/(\sfont-family=)"([^"]*)"/g, (_, name: string, family: string) => `${name}"${ours(family)}"`)
    .replace(/(font-family\s{0,9}:)((?:&quot;|&apos;|'[^'<>]{0,200}'|[^;}"'<>]){0,500})/g, (_, name: string, family: string) => `${name}${ours(family)}`)
    .replace(/(\bfont\s{0,9}:[^;}"'<>]{0,80}?\d(?:px|pt|em|rem|%|ex|mm)?(?:\/[\d.]{1,9}\w{0,3})?\s{1,9})((?:&quot;|&apos;|'[^'<>]{0,200}'|[^;}"<>]){0,500})/g, (_, head: string, family: string) => `${head}${ours(family)}`))
}
