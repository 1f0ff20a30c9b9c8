/** Two walks over mdast that know no ancestors: a book is walked a dozen times, and a general visitor costs ten times as much. */
import type {Nodes} from 'mdast'

/** Each node, parents first. */
export function walk(node: Nodes, see: (node: Nodes) => void): void {
  see(node)
  if ('children' in node) for (const child of node.children) walk(child, see)
}

/** Children first.
 *
 * @param replace What stands in a child's place; undefined where it stays. */
export function replaceChildren(node: Nodes, replace: (child: Nodes) => Nodes[] | undefined): void {
  if (!('children' in node)) return
  let result: Nodes[] | undefined
  const children: Nodes[] = node.children
  for (const [index, child] of children.entries()) {
    replaceChildren(child, replace)
    const instead = replace(child)
    if (instead) result ??= children.slice(0, index)
    if (result) for (const own of instead ?? [child]) result.push(own) // one by one: a paragraph may become a hundred thousand
  }
  if (result) node.children = result as never // what replaces a child may stand where it stood
}

/** The first text inside a node, without reading all of it. */
export function firstWords(node: Nodes): string {
  if ('value' in node) return node.value
  const [first] = 'children' in node ? node.children : []
  return first ? firstWords(first) : ''
}
