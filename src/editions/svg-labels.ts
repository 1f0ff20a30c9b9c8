/** HTML inside SVG (`foreignObject`, as mermaid and draw.io write labels) → SVG text: few readers of e-books draw it, so that labels
 * would be lost without a word. Lines stay lines, set in the middle of their box and no wider than it. */
import {nameOf, type OrderedNode} from './svg-nodes.ts'

const divides = /^(?:div|p|li|tr|h[1-6]|section|table|ul|ol)$/

/** Of 16 pixels, where the label tells no size. */
const usual = 16
const leading = 1.3

/** @param label A `foreignObject`. @returns Undefined where it has no text. */
export function textOfLabel(label: OrderedNode): OrderedNode | undefined {
  const lines = linesOf(label).map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
  if (lines.length === 0) return undefined
  const box = (label[':@'] ?? {}) as Record<string, string> // by the option attributeNamePrefix
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => Number.parseFloat(box[key] ?? '') || 0) as [number, number, number, number] // four keys
  const size = Math.min(sizeOf(label) ?? usual, width > 0 ? width / lines.reduce((most, line) => Math.max(most, emsOf(line)), 0) : usual)
  const middle = round(x + width / 2)
  const first = y + height / 2 - ((lines.length - 1) * size * leading) / 2 + size * 0.35
  const spans = lines.map((line, index): OrderedNode => ({tspan: [{'#text': line}], ':@': {x: middle, y: round(first + index * size * leading)}}))
  return {text: spans, ':@': {'text-anchor': 'middle', 'font-size': round(size)}}
}

const round = (value: number) => String(Math.round(value * 100) / 100)

function linesOf(node: OrderedNode): string[] {
  const lines = ['']
  const walk = (child: OrderedNode) => {
    if ('#text' in child) {
      lines[lines.length - 1] += String(child['#text'])
      return
    }
    const name = nameOf(child)
    if (name === undefined || /^(?:script|style)$/i.test(name)) return
    const divided = divides.test(name) || name === 'br'
    if (divided) lines.push('')
    for (const inner of childrenOf(child, name)) walk(inner)
    if (divided) lines.push('')
  }
  walk(node)
  return lines
}

/** `font-size: 12px` of any element inside. */
function sizeOf(node: OrderedNode): number | undefined {
  const name = nameOf(node)
  if (name === undefined) return undefined
  const style = String((node[':@'] as Record<string, string> | undefined)?.style ?? '')
  const own = Number.parseFloat(/font-size:\s*([\d.]+)px/.exec(style)?.[1] ?? '')
  if (own >= 1) return own
  for (const child of childrenOf(node, name)) {
    const size = sizeOf(child)
    if (size !== undefined) return size
  }
  return undefined
}

function childrenOf(node: OrderedNode, name: string): OrderedNode[] {
  return Array.isArray(node[name]) ? (node[name] as OrderedNode[]) : []
}

/** Han are square, Latin letters about half as wide. */
function emsOf(line: string): number {
  let ems = 0
  for (const character of line) ems += /[\u2E80-\uFFEF\u{20000}-\u{3FFFF}]/u.test(character) ? 1 : 0.55
  return Math.max(ems, 1)
}
