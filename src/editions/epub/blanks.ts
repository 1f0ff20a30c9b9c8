/** Blanks that authors' HTML leaves: a line break behind which the block ends breaks nothing, and a paragraph of nothing is no space. */
import type {Element, ElementContent} from 'hast'

const ended = /^(?:p|li|td|th|dd|dt|figcaption|h[1-6])$/

/** In place. @returns Whether nothing is left. */
export function dropBlanks(block: Element): boolean {
  if (!ended.test(block.tagName)) return false
  const last = block.children.findLastIndex((child) => !isBlank(child))
  if (block.children.slice(last + 1).some((child) => child.type === 'element')) block.children.length = last + 1
  return block.tagName === 'p' && last < 0 && block.properties.id === undefined
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' ? /^[ \t\r\n]*$/.test(node.value) : node.type !== 'element' || node.tagName === 'br'
}
