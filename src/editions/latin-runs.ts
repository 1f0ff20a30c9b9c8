/** Latin within Chinese text: what of it is slanted, what is narrow. */
import type {Element, ElementContent} from 'hast'
import {toString} from 'hast-util-to-string'

/** Emphasis in Chinese text: Latin is set in italics, and each Han gets its dot, drawn by the style sheet. Marks of
 * `text-emphasis` would come out of the PDF as text. */
export function markEmphasis(emphasis: Element): void {
  const dotted = emphasis.tagName === 'em'
  emphasis.children = emphasis.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text') return [child]
    return child.value.split(latinRun).flatMap((piece, index): ElementContent[] => (index % 2 === 1 ? [spanOf('slant', piece)] : dotted ? dotHan(piece) : piece === '' ? [] : [{type: 'text', value: piece}]))
  })
}

/** Text whose Latin is foreign to it. */
export function isHan(lang: string): boolean {
  return /^(?:zh|ja)\b/i.test(lang)
}

/** Hold text that is left as it is. */
export const verbatim = new Set(['code', 'pre', 'kbd', 'samp', 'math'])

/** In Chinese, only their Latin is. */
export const slanted = new Set(['em', 'i', 'cite', 'var'])

/** Letters with what stands between them, from a letter on. */
const latinRun = /(\p{Script=Latin}(?:[\p{Script=Latin}\p{M}\p{N}\s.,:;!?'’&/-]*[\p{Script=Latin}\p{M}\p{N}.!?])?)/u

/** Punctuation takes no dot (CLREQ §3.4.2). */
function dotHan(text: string): ElementContent[] {
  return text.split(/(\p{Script=Han})/u).flatMap((piece, index): ElementContent[] => (piece === '' ? [] : index % 2 === 1 ? [spanOf('dot', piece)] : [{type: 'text', value: piece}]))
}

/** For style sheets that have emphasis dots themselves: emphasis without Han is slanted as a whole, else its Latin is. */
export function slantLatin(emphasis: Element): void {
  if (han.test(toString(emphasis))) emphasis.children = slantRuns(emphasis.children)
  else emphasis.properties.className = [...(Array.isArray(emphasis.properties.className) ? emphasis.properties.className : []), 'slant']
}

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

function slantRuns(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return node.value.split(latinRun).flatMap((piece, index): ElementContent[] => (piece === '' ? [] : index % 2 === 1 ? [spanOf('slant', piece)] : [{type: 'text', value: piece}]))
    return node.type === 'element' && /^(?:strong|b|a|u|del|ins|mark)$/.test(node.tagName) ? [{...node, children: slantRuns(node.children)}] : [node]
  })
}

/** The apostrophe inside a Latin word is narrow, in Chinese text too. */
export function narrowApostrophes(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'text' || !/[’”]/.test(node.value)) return [node]
    const marks = new Set([...node.value.matchAll(apostrophe)].map(({index}) => index))
    for (const {index, 0: quoted} of node.value.matchAll(englishQuote)) marks.add(index).add(index + quoted.length - 1)
    return marks.size === 0 ? [node] : cutAt(node.value, marks)
  })
}

/** Full-width marks in English, as GB/T 7714 sets them in entries, for a style sheet that makes English narrow. */
export function keepWide(text: string): ElementContent[] {
  return text.split(fullWidth).flatMap((piece, index): ElementContent[] => (piece === '' ? [] : index % 2 === 1 ? [spanOf('wide', piece)] : [{type: 'text', value: piece}]))
}

const fullWidth = /([\u3001\u3002\u3008-\u3011\uFF01-\uFF60]+)/

const apostrophe = /(?<=\p{Script=Latin})’(?=\p{Script=Latin})/gu

/** A quotation without Han that English goes on around: `he said, “Yes,” and left`. One inside a Chinese sentence has its marks. */
const englishQuote = /(?<=[\p{Script=Latin}\p{N}][,.;:!?)]?\s)“[^“”\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]{1,400}”(?=[,.;:!?)](?:\s|$)|\s[\p{Script=Latin}—–(])/gu

/** @param marks Places of single characters. */
function cutAt(text: string, marks: Set<number>): ElementContent[] {
  const result: ElementContent[] = []
  let start = 0
  for (const mark of [...marks].sort((one, other) => one - other)) {
    if (mark > start) result.push({type: 'text', value: text.slice(start, mark)})
    result.push(spanOf('apostrophe', text.charAt(mark)))
    start = mark + 1
  }
  if (start < text.length) result.push({type: 'text', value: text.slice(start)})
  return result
}

function spanOf(name: string, value: string): Element {
  return {type: 'element', tagName: 'span', properties: {className: [name]}, children: [{type: 'text', value}]}
}
