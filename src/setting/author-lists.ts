/** Lists of author's HTML hold items only (HTML Standard §4.4.5): what stands between them is an item, or part of the one before. */
import type {Element, ElementContent} from 'hast'

/** @param list An `ol` or `ul`; others are left alone. */
export function mendList(list: Element): void {
  if (list.tagName !== 'ol' && list.tagName !== 'ul') return
  if (list.children.some(isList) && list.children.every((child) => isList(child) || isSpace(child))) { // around a list of Markdown
    Object.assign(list, {tagName: 'div', properties: {}})
    return
  }
  const children: ElementContent[] = []
  let item: Element | undefined
  let open = false
  for (const child of list.children) {
    if (isItem(child)) {
      item = child
      open = child.children.every(isSpace) // `<li></li><a>…</a></li>`: closed too early
    } else if (!isSpace(child)) {
      if (item && (open || isList(child))) { // a list within a list belongs to the item above it, as it looks
        item.children.push(child)
        continue
      }
      item = {type: 'element', tagName: 'li', properties: {}, children: [child]}
      open = true
      children.push(item)
      continue
    } else if (item && open && children.at(-1) === item && !item.children.every(isSpace)) {
      item.children.push(child)
      continue
    }
    children.push(child)
  }
  list.children = children
}

function isItem(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'li'
}

function isList(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'ol' || node.tagName === 'ul')
}

function isSpace(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && /^\s*$/.test(node.value))
}
