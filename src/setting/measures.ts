/** A number stays with its unit, and its groups of three (`2 550`, ISO 80000-1) with each other: the space between them does not break.
 *
 * By `white-space` and no other character, so that searching, copying and the text of the PDF are as they were written. Units are those of
 * the SI and IEC 80000-13 with the magnitudes that technical reports write; that `Table 3 A` is kept whole as well costs nothing. */
import type {Element, ElementContent, Root, Text} from 'hast'

const verbatim = new Set(['code', 'kbd', 'math', 'pre', 'rp', 'samp', 'svg', 'textarea'])

const prefixed = '(?:[EPTGMkKhdcmµμnpf]|[KMGTP]i)?(?:bit|Bd?|bps|b/s|B/s|Hz|eV|VA|Wh|W|V|A|Ω|F|H|J|Pa|N|T|C|S|Wb|lm|lx|mol|L|l|g|m|s|FLOPS|FLOP/s)'
const others = '[KMGTB]|bn|tn|[½¼¾]|%|‰|°[CF]?|℃|℉|K|min|h|d|ha|t|dB|rpm|ppm|px|pt|em|fps|kWh?|dpi|kcal|cal|cd|rad|sr|bar|in|ft|lb|oz|mph'
const exponent = '[²³⁻¹⁰-⁹]{0,3}'
const number = /[~≈<>≤≥±+−-]?[0-9０-９](?:[0-9０-９.,]*[0-9０-９])?[ \u2009](?=[A-Za-zµμΩ½¼¾%‰°℃℉])/g
const unit = new RegExp(`(?:${prefixed}|${others})${exponent}(?:[/·](?:${prefixed}|${others})${exponent})?(?![\\p{L}\\p{M}\\p{N}_/-])`, 'uy')
/** A number that goes on before is part of a name, a date or a longer number; Han are neither: 约5 mg. */
const attached = /(?:[\p{M}\p{N}.,_/-]|(?!\p{Script=Han})\p{L})$/u

/** Groups of three; what goes on before or behind is another row of figures. */
const grouped = /(?<![\p{N}.,_/-][ \u2009]?|[A-Za-z])[0-9]{1,3}(?:[ \u2009][0-9]{3}){1,4}(?![ \u2009]?[0-9]|-)/gu

interface Measure {start: number; end: number}

/** Looks for numbers, then for a unit behind each: one pattern for both took twenty times as long. */
function measuresIn(value: string): Measure[] {
  const found: Measure[] = []
  if (!spaced.test(value)) return found
  for (const {index, 0: digits} of value.matchAll(number)) {
    const end = index + digits.length
    unit.lastIndex = end
    if (index < (found.at(-1)?.end ?? 0) || !unit.test(value)) continue
    const start = [index, index + 1].find((from) => (from === index || /[^0-9０-９-]/.test(digits.charAt(0))) && !attached.test(value.slice(Math.max(0, from - 2), from)))
    if (start !== undefined) found.push({start, end: unit.lastIndex})
  }
  return joinGroups(found, value)
}

/** `2 550` by itself, and `1 000 mg`, of which the last group was found with its unit. */
function joinGroups(found: Measure[], value: string): Measure[] {
  const groups = [...value.matchAll(grouped)].map(({index, 0: {length}}) => ({start: index, end: index + length}))
  if (groups.length === 0) return found
  const joined: Measure[] = []
  for (const measure of [...found, ...groups].sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1)
    if (last && measure.start < last.end) last.end = Math.max(last.end, measure.end)
    else joined.push(measure)
  }
  return joined
}

/** What every measure has; found much faster. */
const spaced = /[0-9０-９][ \u2009]/

/** In place. */
export function keepMeasures(node: Root | Element): void {
  for (const child of node.children) if (child.type === 'element' && !verbatim.has(child.tagName)) keepMeasures(child)
  if (node.children.some(holdsMeasure)) node.children = (node.children as ElementContent[]).flatMap((child) => (holdsMeasure(child) ? divide(child) : [child])) // a root of ours holds no doctype
}

function holdsMeasure(node: Root['children'][number]): node is Text {
  return node.type === 'text' && measuresIn(node.value).length > 0
}

function divide({value}: Text): ElementContent[] {
  const pieces: ElementContent[] = []
  let from = 0
  for (const {start, end} of measuresIn(value)) {
    if (start > from) pieces.push({type: 'text', value: value.slice(from, start)})
    pieces.push({type: 'element', tagName: 'span', properties: {className: ['nobreak']}, children: [{type: 'text', value: value.slice(start, end)}]})
    from = end
  }
  return from < value.length ? [...pieces, {type: 'text', value: value.slice(from)}] : pieces
}
