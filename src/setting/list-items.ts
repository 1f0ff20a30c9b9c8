/** A list and its items → `<ol>`, `<ul>`, `<li>`. Whether the list is loose is asked once for all of its items: the library looks through the
 * whole list for each of them. */
import type {List, ListItem, Parents} from 'mdast'
import {defaultHandlers, type State} from 'mdast-util-to-hast'

/** `1)` → a class that style sheets print so. Boxes of tasks stand in the place of numbers. */
export function setList(state: State, node: List) {
  const list = defaultHandlers.list(state, node)
  if (node.data?.delimiter && list.properties.className === undefined) list.properties.className = ['parenthesis']
  return list
}

/** A list as its items have to know it. */
const known = new WeakMap<List, List>()

export function setListItem(state: State, node: ListItem, parent: Parents | undefined) {
  return defaultHandlers.listItem(state, node, parent?.type === 'list' ? looseness(parent) : parent)
}

function looseness(list: List): List {
  const told = known.get(list) ?? {type: 'list', spread: isLoose(list), children: []}
  known.set(list, told)
  return told
}

/** As in mdast-util-to-hast: one item of several blocks apart is enough. */
function isLoose({spread, children}: List): boolean {
  return spread || children.some((item) => item.spread ?? item.children.length > 1)
}
