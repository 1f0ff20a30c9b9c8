/** A note within the line that calls it, to be floated into the margin: a paragraph holds no lists and no paragraphs, and
 * would end where one begins. */
import type {Element, ElementContent} from 'hast'
import {hasParenthesis} from '../list-delimiters.ts'

const blocks = new Set(['p', 'ul', 'ol', 'li', 'div', 'blockquote', 'pre', 'table', 'thead', 'tbody', 'tr', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'section'])

/** @param children Of the note. @returns Phrases; what was a block is a `span` of class `note-block`. */
export function flattenNote(children: ElementContent[]): ElementContent[] {
  return openFirst(structuredClone(children).filter((child) => !isGap(child))).map((child) => flatten(child))
}

/** A first paragraph stands beside the note's number, or the mark of an item. */
function openFirst([first, ...others]: ElementContent[]): ElementContent[] {
  if (!first) return []
  return first.type === 'element' && first.tagName === 'p' ? [...first.children, ...others] : [first, ...others]
}

function flatten(node: ElementContent, marker = ''): ElementContent {
  if (node.type !== 'element') return node
  const inner = blocks.has(node.tagName) && node.tagName !== 'p' && node.tagName !== 'pre' ? node.children.filter((child) => !isGap(child)) : node.children
  const kids = node.tagName === 'li' ? openFirst(inner) : inner
  let number = Number(node.properties.start ?? 1)
  const children = kids.map((child) => flatten(child, node.tagName === 'ol' ? `${number++}${hasParenthesis(node) ? ')' : '.'} ` : node.tagName === 'ul' ? '• ' : ''))
  if (/^t[dh]$/.test(node.tagName)) return {type: 'element', tagName: 'span', properties: {}, children: [...children, {type: 'text', value: ' '}]}
  if (!blocks.has(node.tagName)) return {...node, children}
  return {type: 'element', tagName: 'span', properties: {className: ['note-block']}, children: marker ? [{type: 'text', value: marker}, ...children] : children}
}

function isGap(node: ElementContent | Element): boolean {
  return node.type === 'text' && node.value.trim() === ''
}
