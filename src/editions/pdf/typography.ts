/** Typography that CSS alone cannot do: marks in the tree that the style sheet then sets. */
import type {Element, ElementContent, RootContent} from 'hast'
import {toString} from 'hast-util-to-string'

/** Number that opens a chapter's heading, on a line of its own: 第一章, 附录 A, Chapter 3, Appendix B. */
const label = /^(?:第\s*[\d一二三四五六七八九十百零〇]+\s*[章回部篇编編卷](?:分)?|附[录錄]\s*[A-Z\d一二三四五六七八九十甲乙丙丁戊己庚辛壬癸]{0,3}|(?:chapter|part|appendix)\s+[\dA-Z]+)(?=[\s　:：.．、])[\s　:：.．、]*/iu

export function partHeading(heading: Element): void {
  const [first] = heading.children
  if (first?.type === 'element' && Array.isArray(first.properties.className) && first.properties.className.includes('heading-number')) {
    first.properties.className.push('chapter-label')
    const [, second] = heading.children
    if (second?.type === 'text') { // the gap belongs to the number's line, or it pushes the title aside
      second.value = second.value.replace(/^\s+/, '')
      first.children.push({type: 'text', value: ' '})
    }
    return
  }
  if (first?.type !== 'text') return
  const written = label.exec(first.value)?.[0]
  if (written === undefined || written.length >= first.value.length + (heading.children.length > 1 ? 1 : 0)) return
  heading.children.splice(0, 1, element('span', ['chapter-label'], [{type: 'text', value: written}]), {type: 'text', value: first.value.slice(written.length)})
}

/** A last line of one character is no line (孤字不成行): the last two Han stay together, with their punctuation. */
export function bindEnd(block: Element): void {
  const last = block.children.at(-1)
  if (last?.type !== 'text') return
  const end = /[\p{Script=Han}]{2}[\p{P}\s]*$/u.exec(last.value)
  if (!end || end.index === 0) return
  const bound = end[0].trimEnd()
  block.children.splice(-1, 1, {type: 'text', value: last.value.slice(0, end.index)}, element('span', ['nobr'], [{type: 'text', value: bound}]))
}

/** A paragraph that is all bold is a heading that was not marked as one: it stays with what follows. */
export function markLead({children, properties}: Element): void {
  const [strong, ...others] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  if (others.length === 0 && strong?.type === 'element' && strong.tagName === 'strong') properties.className = [...(Array.isArray(properties.className) ? properties.className : []), 'lead']
}

const announced = new Set(['ul', 'ol', 'pre', 'table', 'figure', 'blockquote', 'div', 'aside'])

/** A paragraph that announces what follows (`如下：`) stays with it. */
export function bindAnnouncements(nodes: RootContent[]): void {
  const blocks = nodes.filter((node): node is Element => node.type === 'element')
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]
    if (block.tagName !== 'p' || !next || !announced.has(next.tagName) || !/[:：]\s*$/u.test(lastWords(block))) continue
    const {className} = block.properties
    block.properties.className = [...(Array.isArray(className) ? className.filter((name) => name !== 'lead') : []), 'lead']
  }
}

function lastWords({children}: Element): string {
  const last = children.findLast((child) => child.type !== 'text' || child.value.trim() !== '')
  return last?.type === 'text' ? last.value : last?.type === 'element' && last.tagName !== 'sup' ? lastWords(last) : ''
}

/** A citation never opens a line: it stays with the character before it. A word joiner would do in a browser, but
 * `pdftotext` and readers' search see it. */
export function bindCitations(block: Element): void {
  if (!block.children.some(isCitation)) return
  const bound: ElementContent[] = []
  for (const child of block.children) {
    const last = bound.at(-1)
    const end = isCitation(child) && last?.type === 'text' ? /\S\p{M}*$/u.exec(last.value) : undefined
    if (!end || last?.type !== 'text') {
      bound.push(child)
      continue
    }
    bound.splice(-1, 1, ...(end.index > 0 ? [{type: 'text' as const, value: last.value.slice(0, end.index)}] : []), element('span', ['nobr'], [{type: 'text', value: end[0]}, child]))
  }
  block.children = bound
}

/** Of a source or of a footnote. */
function isCitation(node: ElementContent): boolean {
  if (node.type !== 'element' || node.tagName !== 'sup') return false
  const [only] = node.children
  return isOf('citation', node) || (only?.type === 'element' && isOf('footnote-call', only))
}

function isOf(name: string, {properties}: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name)
}

/** `1–4`: the links in between lie on the dash, side by side, so that each has its place on the page. */
export function foldRange(range: Element): void {
  const links = range.children.flatMap((child) => (child.type === 'element' && child.tagName === 'span' ? child.children : [])).filter((child): child is Element => child.type === 'element' && child.tagName === 'a')
  const [first] = links
  if (!first) return
  for (const link of links) {
    link.children = []
    if (links.length > 1) link.properties.style = `width:${(0.56 / links.length).toFixed(3)}em`
  }
  first.children = [{type: 'text', value: '–'}]
  range.children = links
}

/** Places where a URL or the address of a letter may break without a hyphen: after `/ . - _ = & ? # @`, never before a slash pair. */
export function breakUrls(text: string): ElementContent[] {
  if (!/[\w.+-]{2,64}@[\w-]{2,64}\.\w|(?:https?:\/\/|www\.|doi\.org\/|10\.\d{4,}\/)\S{8,}/i.test(text)) return [{type: 'text', value: text}]
  const pieces = text.split(/(?<=[/.\-_=&?#~%@])(?![/.\d\s]|$)(?=\S)/u)
  return pieces.flatMap((piece, index): ElementContent[] => [...(index === 0 ? [] : [element('wbr', [], [])]), {type: 'text', value: piece}])
}

/** Lines of code as blocks, so that one that is broken can carry a mark; highlighting spans are cut at line ends. */
export function lineCode(pre: Element): void {
  const code = pre.children.find((child): child is Element => child.type === 'element' && child.tagName === 'code')
  if (!code) return
  const lines = cutLines(code.children)
  if (lines.at(-1)?.length === 0) lines.pop()
  if (lines.length <= shortCode) pre.properties.className = [...(Array.isArray(pre.properties.className) ? pre.properties.className : []), 'short']
  code.children = lines.map((children) => {
    const long = lengthOf(children) > longLine
    const line = element('span', long ? ['line', 'long'] : ['line'], children.length > 0 ? (long ? offerBreaks(children) : children) : [{type: 'text', value: ' '}])
    const indent = long ? Math.min(indentOf(children), deepest) : 0
    if (indent > 0) line.properties.style = `--indent:${indent}ch`
    return line
  })
}

/** Columns of indent that a continued line keeps. */
const deepest = 24

/** @returns Columns that stand empty before the code of a line. */
function indentOf(nodes: ElementContent[]): number {
  const text = nodes.map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? toString(node) : '')).join('')
  const [blank = ''] = /^[ \t]*/.exec(text) ?? []
  return [...blank].reduce((columns, character) => (character === '\t' ? columns + 4 - (columns % 4) : columns + 1), 0)
}

/** Lines of code that stay together on a page. */
const shortCode = 12

/** Characters that fit on the narrowest page. Lines up to here are left as they are. */
const longLine = 44

function lengthOf(nodes: ElementContent[]): number {
  return nodes.reduce((sum, node) => sum + (node.type === 'text' ? node.value.length : node.type === 'element' ? lengthOf(node.children) : 0), 0)
}

/** A soft hyphen shows its mark where the line breaks. Spaces must not break, since they would show none;
 * the glyph of a no-break space is that of a space, so copied code is as it was. */
function offerBreaks(nodes: ElementContent[]): ElementContent[] {
  return nodes.map((node): ElementContent => {
    if (node.type === 'text') return {type: 'text', value: node.value.replace(/(?<=\S) +(?=\S)/g, (spaces) => `${'\u00a0'.repeat(spaces.length)}\u00ad`).replace(/([,;(){}[\]=<>|&+*/.:_\\-])(?=[^\s\u00ad])/g, '$1\u00ad').replace(/([^\u00ad\s]{16})/g, '$1\u00ad')}
    return node.type === 'element' ? {...node, children: offerBreaks(node.children)} : node
  })
}

function cutLines(nodes: ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  const push = (node: ElementContent) => lines.at(-1)?.push(node)
  for (const node of nodes) {
    if (node.type === 'text') {
      for (const [index, piece] of node.value.split('\n').entries()) {
        if (index > 0) lines.push([])
        if (piece !== '') push({type: 'text', value: piece})
      }
    } else if (node.type === 'element') {
      for (const [index, children] of cutLines(node.children).entries()) {
        if (index > 0) lines.push([])
        if (children.length > 0) push({...node, properties: index === 0 ? node.properties : {...node.properties, id: undefined}, children})
      }
    }
  }
  return lines
}

function element(tagName: string, className: string[], children: ElementContent[]): Element {
  return {type: 'element', tagName, properties: className.length > 0 ? {className} : {}, children}
}
