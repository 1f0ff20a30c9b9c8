/** MathML as EPUB takes it: no styles, and alternative text from its TeX for readers that can't set it. */
import type {Element, ElementContent, Properties, Root} from 'hast'
import {toString} from 'hast-util-to-string'

/** Attributes of MathML Core and of Presentation MathML 3 that carry meaning; all in lower case. */
const kept = new Set(['display', 'alttext', 'mathvariant', 'stretchy', 'fence', 'separator', 'lspace', 'rspace', 'accent', 'accentunder', 'movablelimits', 'largeop', 'symmetric', 'minsize', 'maxsize', 'form', 'linethickness', 'displaystyle', 'scriptlevel', 'columnalign', 'rowspacing', 'columnspacing', 'columnlines', 'rowlines', 'frame', 'width', 'height', 'depth', 'voffset', 'notation', 'encoding', 'open', 'close', 'separators', 'columnspan', 'rowspan'])

/** Classes that formulas.css sets. */
const styled = /^(?:tml-(?!display$)|upstrike$|downstrike$|sout$|longdiv-|phasor-|circle-pad$|textcircle$|actuarial$)/

/** @returns Whether a formula stands there. */
export function holdsMath(nodes: Root['children'] | Element['children']): boolean {
  return nodes.some((node) => node.type === 'element' && (node.tagName === 'math' || holdsMath(node.children)))
}

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

/** What holds text alone: temml puts words of another script, and what counts equations, into `span`. */
const tokens = new Set(['mi', 'mn', 'mo', 'ms', 'mtext'])

/** Elements that may say how large they are set (MathML 3 §3.3.4); a row that does is such a style. */
const sized = new Set(['math', 'mstyle', 'mtable'])

function bare(node: Element): Element {
  const bar = node.tagName === 'menclose' ? bars[String(node.properties.notation)] : undefined
  if (bar) return {type: 'element', tagName: bar.tagName, properties: {}, children: [row(node.children), {type: 'element', tagName: 'mo', properties: {stretchy: 'true'}, children: [{type: 'text', value: bar.sign}]}]}
  const properties: Properties = {}
  for (const [key, value] of Object.entries(node.properties)) {
    const name = key.toLowerCase()
    if (kept.has(name) && value !== null && value !== undefined && value !== '') properties[name] = value
  }
  const classes = [...(Array.isArray(node.properties.className) ? node.properties.className.filter((name) => styled.test(String(name))) : []), ...(node.tagName === 'mrow' && /border:\s*1px/.test(String(node.properties.style ?? '')) ? ['tml-fbox'] : [])]
  if (classes.length > 0) properties.className = classes
  if (node.tagName === 'math') properties.xmlns = 'http://www.w3.org/1998/Math/MathML'
  if (tokens.has(node.tagName)) return {type: 'element', tagName: node.tagName, properties, children: [{type: 'text', value: toString(node)}]}
  const tagName = (properties.scriptlevel !== undefined || properties.displaystyle !== undefined) && !sized.has(node.tagName) ? 'mstyle' : node.tagName
  if (tagName === 'mtable') delete properties.scriptlevel
  return {type: 'element', tagName, properties, children: bareAll(node.children)}
}

function bareAll(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => (child.type === 'element' ? [bare(child)] : child.type === 'text' ? [child] : []))
}

/** Bars above and below as signs: every reader sets those, and `menclose` few. */
const bars: Record<string, {tagName: 'mover' | 'munder'; sign: string} | undefined> = {top: {tagName: 'mover', sign: '\u203e'}, bottom: {tagName: 'munder', sign: '_'}}

function row(children: ElementContent[]): Element {
  return {type: 'element', tagName: 'mrow', properties: {}, children: bareAll(children)}
}

function annotationOf(node: Element): string {
  if (node.tagName === 'annotation') return toString(node).trim()
  for (const child of node.children) {
    const tex = child.type === 'element' ? annotationOf(child) : ''
    if (tex) return tex
  }
  return ''
}
