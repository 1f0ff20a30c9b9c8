/** Lines that the author broke, all of them short, are verse: they begin one below the other, and none is indented alone. */
import type {Element, ElementContent, Root} from 'hast'
import {toString} from 'hast-util-to-string'

/** UTF-16 units of a line; longer ones are running text. */
const longest = 32

/** In place. */
export function markVerses(node: Root | Element): void {
  for (const child of node.children) {
    if (child.type !== 'element' || child.tagName === 'pre') continue
    if (child.tagName === 'p') markVerse(child)
    else markVerses(child)
  }
}

function markVerse(paragraph: Element): void {
  const lines = linesOf(paragraph.children)
  if (lines.length < 2 || paragraph.properties.align !== undefined || lines.some((line) => line.trim() === '' || line.length > longest)) return
  const {className} = paragraph.properties
  paragraph.properties.className = [...(Array.isArray(className) ? className : []), 'verse']
}

function linesOf(nodes: ElementContent[]): string[] {
  const lines = ['']
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'br') lines.push('')
    else lines.push(`${lines.pop() ?? ''}${toString(node)}`)
  }
  return lines
}
