/** Long code within a line may break behind its punctuation and where a word begins in it: kept whole, it tears the line before it apart.
 *
 * By `wbr`, so that searching, copying and the text of the PDF are as they were written. */
import type {Element, ElementContent, Root} from 'hast'

/** Characters up to which code is kept whole. */
const short = 15

/** Between three characters and three: behind punctuation, before a capital of `camelCase`. */
const place = /(?<=[^\s]{2}[/_.:\\?&=,;|+@#-])(?=[\p{L}\p{N}]{3})|(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll}{2})/u

/** In place. */
export function breakCode(node: Root | Element): void {
  for (const child of node.children) {
    if (child.type !== 'element' || child.tagName === 'pre') continue
    if (child.tagName === 'code') child.children = child.children.flatMap(divide)
    else breakCode(child)
  }
}

function divide(node: ElementContent): ElementContent[] {
  if (node.type !== 'text' || node.value.length <= short) return [node]
  return node.value.split(place).flatMap((value, index): ElementContent[] => [...(index === 0 ? [] : [{type: 'element' as const, tagName: 'wbr', properties: {}, children: []}]), {type: 'text', value}])
}
