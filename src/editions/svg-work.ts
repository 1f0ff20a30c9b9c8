/** How much a drawing gives to draw, told before a browser or reader meets it: what is used again counts each time.
 *
 * Thirty `use` elements that each use the one before twice are a thousand million shapes; CSS and SVG set no bound. */
import {nameOf, type OrderedNode} from './svg-nodes.ts'

/** Against a shape. Words are shaped one by one; a filter works over all pixels of what it is on. */
const cost = {shape: 1, words: 20, character: 5, filter: 500, pathCharacter: 0.02}

/** References that lead through more elements than this one by one count as without end. */
const deepest = 1_000

interface Walk {
  ids: Map<string, OrderedNode>
  known: Map<OrderedNode, number>
  open: Set<OrderedNode>
  depth: number
}

/** @param root A drawing of safe elements. @returns In shapes; a cycle counts once, since none is drawn. */
export function workOf(root: OrderedNode): number {
  const walk: Walk = {ids: new Map(), known: new Map(), open: new Set(), depth: 0}
  const sheets: string[] = []
  let elements = 0
  const index = (node: OrderedNode) => {
    const name = nameOf(node)
    if (name === undefined) return
    elements += 1
    const {id} = attributesOf(node)
    if (id !== undefined && !walk.ids.has(id)) walk.ids.set(id, node)
    if (name === 'style') sheets.push(childrenOf(node, name).map((child) => String(child['#text'] ?? '')).join(''))
    else for (const child of childrenOf(node, name)) index(child)
  }
  index(root)
  const styled = idsIn(sheets.join('\n')).reduce((sum, id) => sum + workOfId(id, walk), 0)
  return workOfNode(root, walk) + styled * elements
}

function workOfId(id: string, walk: Walk): number {
  const node = walk.ids.get(id)
  return node ? workOfNode(node, walk) : 0
}

function workOfNode(node: OrderedNode, walk: Walk): number {
  const known = walk.known.get(node)
  if (known !== undefined) return known
  const name = nameOf(node)
  if (name === undefined || name === 'style' || walk.open.has(node)) return 0
  if (walk.depth >= deepest) return Number.POSITIVE_INFINITY
  walk.open.add(node)
  walk.depth += 1
  const attributes = attributesOf(node)
  let work = name.startsWith('fe') ? cost.filter : name === 'text' || name === 'tspan' ? cost.words : cost.shape
  work += (attributes.d?.length ?? 0) * cost.pathCharacter
  for (const child of childrenOf(node, name)) work += '#text' in child ? (name === 'text' || name === 'tspan' || name === 'textPath' ? String(child['#text']).length * cost.character : 0) : workOfNode(child, walk)
  for (const [key, value] of Object.entries(attributes)) {
    for (const id of key.endsWith('href') ? [value.trim().slice(1)] : idsIn(value)) work += workOfId(id, walk) * (key.startsWith('marker') ? Math.max(1, (attributes.d ?? attributes.points ?? '').length / 4) : 1)
  }
  walk.depth -= 1
  walk.open.delete(node)
  walk.known.set(node, work)
  return work
}

function attributesOf(node: OrderedNode): Record<string, string> {
  return (node[':@'] ?? {}) as Record<string, string> // values are strings, by the parser's options
}

function childrenOf(node: OrderedNode, name: string): OrderedNode[] {
  return Array.isArray(node[name]) ? (node[name] as OrderedNode[]) : []
}

function idsIn(value: string): string[] {
  return value.includes('url(') ? [...value.matchAll(/url\(\s*['"]?#([^'")\s]+)/g)].map(([, id = '']) => id) : []
}
