/** What stands around citations, once they are known. */
import type {Nodes} from 'mdast'

/** A citation is raised and a link by itself. What the author wrote around it to that end goes, and a space before it, which
 * would part it from what it supports. */
export function tighten(nodes: Nodes[]): Nodes[] {
  const children = withoutCarets(withoutWrappers(nodes))
  for (const [index, node] of children.entries()) {
    const next = children[index + 1]
    if (node.type === 'text' && next?.type === 'citation' && next.items.length > 0) node.value = node.value.replace(/(?<![\s–—])[ \t\r\n\u3000]+$/, '') // a spaced dash keeps both of its spaces
  }
  return children.filter((node) => node.type !== 'text' || node.value !== '')
}

/** `^[1]^`, `^[1],[2]^`, as pandoc and Typora raise it. */
function withoutCarets(nodes: Nodes[]): Nodes[] {
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text' || !node.value.endsWith('^') || nodes[index + 1]?.type !== 'citation') continue
    let end = index + 2
    while (nodes[end]?.type === 'citation' || (isSeparator(nodes[end]) && nodes[end + 1]?.type === 'citation')) end++
    const close = nodes[end]
    if (close?.type !== 'text' || !close.value.startsWith('^')) continue
    node.value = node.value.slice(0, -1)
    close.value = close.value.slice(1)
  }
  return nodes
}

function isSeparator(node: Nodes | undefined): boolean {
  return node?.type === 'text' && /^\s?[,，、;；]?\s?$/u.test(node.value)
}

/** An address that is not a place in this text stays. */
const opening = /^<(?:(sup)(?:\s[^<>]*)?|(a)\s[^<>]*href=["']?#[^<>]*)>$/i

/** `<sup>[1]</sup>`, `<sup><a href="#ref-1">[1]</a></sup>` */
function withoutWrappers(nodes: Nodes[]): Nodes[] {
  if (!nodes.some(({type}) => type === 'citation') || !nodes.some(({type}) => type === 'html')) return nodes
  const result: Nodes[] = []
  for (const node of nodes) {
    const closed = node.type === 'html' ? /^<\/(sup|a)>$/i.exec(node.value)?.[1] : undefined
    const inner = result.findLastIndex(({type}) => type !== 'citation')
    const open = result[inner]
    if (closed !== undefined && inner < result.length - 1 && open?.type === 'html' && opens(open.value, closed)) result.splice(inner, 1)
    else result.push(node)
  }
  return result
}

function opens(tag: string, closed: string): boolean {
  const [, raise, link] = opening.exec(tag) ?? []
  return (raise ?? link)?.toLowerCase() === closed.toLowerCase()
}
