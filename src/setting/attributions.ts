/** `> ——鲁迅《野草》`, the last paragraph of a quotation, says whose words it is: style sheets set it to the right. */
import type {Element, Root} from 'hast'
import {toString} from 'hast-util-to-string'

const opens = /^\s*(?:[—–―]{1,2}|--)\s?[^\s—–―-]/u

/** UTF-16 units; more is running text with a dash. */
const longest = 80

/** In place. */
export function markAttributions(node: Root | Element): void {
  for (const child of node.children) if (child.type === 'element') markAttributions(child)
  if (node.type !== 'element' || node.tagName !== 'blockquote') return
  const blocks = node.children.filter((child) => child.type === 'element')
  const last = blocks.at(-1)
  if (blocks.length < 2 || last?.tagName !== 'p') return
  const text = toString(last)
  if (text.length > longest || !opens.test(text)) return
  const {className} = last.properties
  last.properties.className = [...(Array.isArray(className) ? className : []), 'attribution']
}
