/** Author's SVG → SVG that can only draw: rebuilt from lists of safe elements and attributes.
 *
 * No scripts, events, animation, foreign content or outside references survive; the rest keeps its look. Labels in HTML become
 * text, links their content. */
import {XMLParser, XMLBuilder} from 'fast-xml-parser'
import {withoutDoctype} from './svg-entities.ts'
import {textOfLabel} from './svg-labels.ts'
import {nameOf, type OrderedNode} from './svg-nodes.ts'
import {workOf} from './svg-work.ts'

const words = (list: string) => new Set(list.split(' '))

const elements = words('svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath linearGradient radialGradient stop clipPath mask pattern marker image style filter feGaussianBlur feOffset feMerge feMergeNode feFlood feComposite feColorMatrix feBlend feDropShadow feMorphology feTile feTurbulence feDisplacementMap feComponentTransfer feFuncR feFuncG feFuncB feFuncA')

/** Geometry and presentation of SVG 1.1 and 2. */
const attributes = words('xmlns xmlns:xlink version viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points transform id class style lang xml:lang xml:space role aria-label aria-hidden aria-labelledby dx dy rotate textLength lengthAdjust startOffset method spacing href xlink:href offset gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient filterUnits primitiveUnits in in2 result stdDeviation mode operator k1 k2 k3 k4 radius values type tableValues slope intercept amplitude exponent baseFrequency numOctaves seed stitchTiles scale xChannelSelector yChannelSelector edgeMode flood-color flood-opacity alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters direction display dominant-baseline fill fill-opacity fill-rule filter font-family font-size font-size-adjust font-stretch font-style font-variant font-weight image-rendering letter-spacing marker-end marker-mid marker-start mask mix-blend-mode opacity overflow paint-order pathLength shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering unicode-bidi vector-effect visibility word-spacing writing-mode')

/** Elements within each other; what nests deeper is no drawing. The builder's own limit would throw. */
const deepest = 100

const options = {preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', trimValues: false, parseTagValue: false, parseAttributeValue: false, ignoreDeclaration: true, ignorePiTags: true}

export interface SafeSvg {
  svg: string
  /** What it gives to draw, in shapes. */
  work: number
}

/** @returns undefined where it is not SVG. */
export function sanitizeSvg(source: string): SafeSvg | undefined {
  const plain = withoutDoctype(source.replace(/^\uFEFF/, ''))
  let tree: OrderedNode[]
  try {
    tree = new XMLParser({...options, maxNestedTags: deepest, processEntities: true, htmlEntities: false}).parse(plain) as OrderedNode[] // ordered form, by its option
  } catch {
    return undefined
  }
  const root = unprefixed(tree).find((node) => 'svg' in node)
  const safe = root && cleanNode(root, 'svg')
  if (!safe) return undefined
  const given = (safe[':@'] ?? {}) as Record<string, string>
  safe[':@'] = {...given, xmlns: 'http://www.w3.org/2000/svg', 'xmlns:xlink': 'http://www.w3.org/1999/xlink'}
  const svg = `${new XMLBuilder({...options, maxNestedTags: 2 * deepest, suppressEmptyNode: true, format: false}).build([safe])}\n`.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '\uFFFD')
  return {svg, work: workOf(safe)}
}

/** `svg:rect` → `rect`, where the root names its namespace so (Inkscape and older programs). */
function unprefixed(tree: OrderedNode[]): OrderedNode[] {
  const name = tree.map(nameOf).find((found) => found !== undefined && /^[\w-]+:svg$/.test(found))
  if (name === undefined) return tree
  const prefix = name.slice(0, -'svg'.length)
  const rename = (nodes: OrderedNode[]): OrderedNode[] => nodes.map((node) => {
    const old = nameOf(node)
    if (old === undefined) return node
    const {[old]: children, ...attributes} = node
    return {[old.startsWith(prefix) ? old.slice(prefix.length) : old]: Array.isArray(children) ? rename(children as OrderedNode[]) : children, ...attributes}
  })
  return rename(tree)
}

function cleanNode(node: OrderedNode, name: string): OrderedNode | undefined {
  if (!elements.has(name)) return undefined
  const children = Array.isArray(node[name]) ? (node[name] as OrderedNode[]) : []
  const rules = name === 'style' ? withoutFetched(children.map((child) => String(child['#text'] ?? '')).join('')) : undefined
  if (rules !== undefined && !isHarmless(rules)) return undefined
  const given = (node[':@'] ?? {}) as Record<string, string>
  const kept = Object.entries(given).filter(([key, value]) => attributes.has(key) && isHarmlessAttribute(name, key, value))
  if (name === 'image' && !kept.some(([key]) => key.endsWith('href'))) return undefined
  return {[name]: rules === undefined ? children.flatMap(cleanChild) : [{'#text': rules}], ...(kept.length > 0 ? {':@': Object.fromEntries(kept)} : {})}
}

function cleanChild(child: OrderedNode): OrderedNode[] {
  if ('#text' in child) return [child]
  const name = nameOf(child)
  if (name === 'foreignObject') return listOf(textOfLabel(child))
  if (name === 'switch') return chosen(child).flatMap(cleanChild)
  if (name === 'a') return listOf(cleanNode({g: child.a, ...(child[':@'] ? {':@': child[':@']} : {})}, 'g'))
  const clean = name === undefined ? undefined : cleanNode(child, name)
  return listOf(clean)
}

function listOf(node: OrderedNode | undefined): OrderedNode[] {
  return node ? [node] : []
}

/** The first branch that everyone can draw (SVG 1.1 §5.8); a label in HTML, where there is no other. */
function chosen({switch: branches}: OrderedNode): OrderedNode[] {
  const elements = Array.isArray(branches) ? (branches as OrderedNode[]).filter((branch) => nameOf(branch) !== undefined) : []
  const plain = elements.find((branch) => nameOf(branch) !== 'foreignObject')
  return listOf(plain ?? elements[0])
}

function isHarmlessAttribute(element: string, key: string, value: string): boolean {
  if (key === 'href' || key === 'xlink:href') {
    const inside = /^\s*#[\w.:-]+\s*$/.test(value)
    return inside || (element === 'image' && /^\s*data:image\/(png|jpeg|gif|webp);base64,[\w+/=\s]*$/.test(value))
  }
  return isHarmless(value)
}

/** Rules without those that name a font or a sheet elsewhere; programs put them first, and the others dress the drawing. */
function withoutFetched(rules: string): string {
  return rules
    .replace(/@import\s{0,99}(?:url\(\s{0,99}(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^)'"]{0,2000})\s{0,99}\)|"[^"]{0,2000}"|'[^']{0,2000}')[^;{}]{0,2000}(?:;|$)/gi, '')
    .replace(/@font-face\s{0,99}\{[^{}]*\}/gi, '')
}

/** CSS and presentation values that fetch nothing: `url(#id)` only, no escapes that could hide another. */
function isHarmless(value: string): boolean {
  return !/@import|@font-face|expression\s*\(|javascript:|image\s*\(|image-set|src\s*\(|\\|&/i.test(value) && !/url\(\s*(?!['"]?#)/i.test(value)
}
