/** A paragraph that is emphasised from its first word to its last (*数据来源：…*, *本文经受访者审阅。*) is a remark, not stress: style sheets
 * set it in Kai, where a dot under every Han would be a carpet of dots (CLREQ §3.4.2 has them for words). */
import type {Element, ElementContent, Root} from 'hast'
import {toString} from 'hast-util-to-string'

/** Fewer Han are a word that is stressed. */
const fewest = 8

/** In place. */
export function markRemarks(node: Root | Element): void {
  for (const child of node.children) {
    if (child.type !== 'element' || child.tagName === 'pre') continue
    if (child.tagName === 'p') markRemark(child)
    else markRemarks(child)
  }
}

function markRemark(paragraph: Element): void {
  const [only, ...more] = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  if (only?.type !== 'element' || only.tagName !== 'em' || more.length > 0) return
  const words = toString(only)
  const hans = words.match(/\p{Script=Han}/gu)?.length ?? 0
  if (hans < fewest || hans < (words.match(/\p{Script=Latin}+/gu)?.length ?? 0) * 2) return
  const {className} = paragraph.properties
  paragraph.properties.className = [...(Array.isArray(className) ? className : []), 'remark']
  paragraph.children = paragraph.children.flatMap((child): ElementContent[] => (child === only ? only.children : []))
}
