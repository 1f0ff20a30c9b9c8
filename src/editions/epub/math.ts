/** MathML as EPUB takes it: no styles, and alternative text from its TeX for readers that can't set it. */
import type {Element, ElementContent, Properties} from 'hast'
import {toString} from 'hast-util-to-string'

/** Attributes of MathML Core and of Presentation MathML 3 that carry meaning; all in lower case. */
const kept = new Set(['display', 'alttext', 'mathvariant', 'stretchy', 'fence', 'separator', 'lspace', 'rspace', 'accent', 'accentunder', 'movablelimits', 'largeop', 'symmetric', 'minsize', 'maxsize', 'form', 'linethickness', 'displaystyle', 'scriptlevel', 'columnalign', 'rowspacing', 'columnspacing', 'columnlines', 'rowlines', 'frame', 'width', 'height', 'depth', 'voffset', 'notation', 'encoding', 'open', 'close', 'separators', 'columnspan', 'rowspan'])

/** Characters of a formula that fit a phone held upright. */
const short = 24

/** A formula within a line does not break: one that is wider than a phone scrolls in a box of its own. */
export function boxFormula(math: Element, label: string): Element {
  if (math.properties.display === 'block' || toString(math).length <= short) return math
  return {type: 'element', tagName: 'span', properties: {className: ['wide-formula'], role: 'group', ariaLabel: label, tabIndex: 0}, children: [math]}
}

/** @returns Whether a line of it does. */
export function holdsFormula({children}: Element): boolean {
  return children.some((child) => child.type === 'element' && (child.tagName === 'math' || (child.tagName === 'span' && holdsFormula(child))))
}

export function convertMath(node: Element): Element {
  const result = bare(node)
  const tex = annotationOf(node)
  if (result.properties.alttext === undefined && tex) result.properties.alttext = tex
  return result
}

function bare(node: Element): Element {
  const properties: Properties = {}
  for (const [key, value] of Object.entries(node.properties)) {
    const name = key.toLowerCase()
    if (kept.has(name) && value !== null && value !== undefined && value !== '') properties[name] = value
  }
  if (node.tagName === 'math') properties.xmlns = 'http://www.w3.org/1998/Math/MathML'
  return {type: 'element', tagName: node.tagName, properties, children: node.children.flatMap((child): ElementContent[] => (child.type === 'element' ? [bare(child)] : child.type === 'text' ? [child] : []))}
}

function annotationOf(node: Element): string {
  if (node.tagName === 'annotation') return toString(node).trim()
  for (const child of node.children) {
    const tex = child.type === 'element' ? annotationOf(child) : ''
    if (tex) return tex
  }
  return ''
}
