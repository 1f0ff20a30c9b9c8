/** Lines that the author broke, all of them short, are verse: they begin one below the other, and none is indented alone. So are
 * longer ones that each open with a label or a speaker's name. What the author set apart by wide spaces is not stretched. */
import type {Element, ElementContent, Root} from 'hast'
import {toString} from 'hast-util-to-string'

/** Columns of a line, of which a Han takes two; longer ones are running text. */
const longest = 64

/** ①, （一）, 2．, B., 甲：, —— */
const labelled = /^\s*(?:[①-⑳]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Ha-h])[)）、．.]|[^：:。！？]{1,30}[：:]|[—―–])/u

/** In place. */
export function markVerses(node: Root | Element): void {
  for (const child of node.children) {
    if (child.type !== 'element' || child.tagName === 'pre') continue
    if (child.tagName === 'p') markVerse(child)
    else markVerses(child)
  }
}

/** Between words: columns, blanks of a form. */
const gap = /\S ?\u3000{2,} ?\S/u

function markVerse(paragraph: Element): void {
  const lines = linesOf(paragraph.children)
  if (isVerse(lines, paragraph)) name(paragraph, 'verse')
  else if (paragraph.properties.align === undefined && lines.some((line) => gap.test(line))) name(paragraph, 'spaced')
}

function name({properties}: Element, className: string): void {
  properties.className = [...(Array.isArray(properties.className) ? properties.className : []), className]
}

function isVerse(lines: string[], paragraph: Element): boolean {
  if (lines.length < 2 || paragraph.properties.align !== undefined || lines.some((line) => line.trim() === '')) return false
  return lines.every((line) => line.length + (line.match(/\p{Script=Han}/gu)?.length ?? 0) <= longest) || lines.slice(1).every((line) => labelled.test(line))
}

function linesOf(nodes: ElementContent[]): string[] {
  const lines = ['']
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'br') lines.push('')
    else lines.push(`${lines.pop() ?? ''}${toString(node)}`)
  }
  return lines
}
