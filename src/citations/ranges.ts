/** `[1]-[3]`: two citations of one dialect with nothing but a dash between them are the range `[1-3]`. */
import type {Nodes} from 'mdast'
import type {Citation, CitationItem} from '../model/nodes.ts'
import {widestRange} from './items.ts'

/** A dash with spaces is a range only where it is short: ` — ` parts what is said of `[1]` from what is said of `[3]`. */
const dash = /^(?:[ \t]*[-‐‑‒–−~～][ \t]*|[—至])$/u

/** @param children What candidates and links have become, in order. */
export function joinRanges(children: Nodes[]): Nodes[] {
  if (!children.some((node) => node.type === 'text' && dash.test(node.value))) return children
  const result: Nodes[] = []
  for (const node of children) {
    const between = result.at(-1)
    const before = result.at(-2)
    const joined = node.type === 'citation' && before?.type === 'citation' && between?.type === 'text' && dash.test(between.value) ? join(before, between.value, node) : undefined
    if (joined) result.splice(-2, 2, joined)
    else result.push(node)
  }
  return result
}

function join(before: Citation, mark: string, after: Citation): Citation | undefined {
  const [first, last] = [before.items.at(-1), after.items[0]]
  if (before.dialect !== after.dialect || !isPlain(first) || !isPlain(last)) return undefined
  const width = last.number - first.number
  if (width <= 0 || width > widestRange) return undefined
  const between = Array.from({length: width - 1}, (_, index): CitationItem => ({number: first.number + 1 + index}))
  const position = before.position && after.position ? {position: {start: before.position.start, end: after.position.end}} : {}
  return {type: 'citation', dialect: before.dialect, value: `${before.value}${mark}${after.value}`, items: [...before.items, ...between, ...after.items], ...position}
}

/** A number and nothing else: a page or an address belongs to one source. */
function isPlain(item: CitationItem | undefined): item is CitationItem {
  return item !== undefined && item.locator === undefined && item.url === undefined
}
