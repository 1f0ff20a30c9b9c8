/** TeX → MathML with the TeX as alternative text, so that a reading system without MathML has something to say. */
import type {Element, ElementContent, Root} from 'hast'
import {raw} from 'hast-util-raw'
import temml from 'temml'
import type {SetMathematics} from './tools.ts'

/** Attributes that a formula may keep; temml's `trust: false` already refuses links, classes and images. */
const unwanted = new Set(['href', 'src', 'id'])

export const setMathematics: SetMathematics = (tex, display, numbers = []) => {
  try {
    const markup = temml.renderToString(tex, {displayMode: display, throwOnError: true, trust: false, strict: false, maxExpand: 1000, maxSize: [10, 20]})
    const root = raw({type: 'root', children: [{type: 'raw', value: markup}]}) as Root // a root in is a root out
    const math = root.children.find((node): node is Element => node.type === 'element')
    if (!math) return {fault: 'no formula'}
    clean(math)
    numberLines(math, [...numbers])
    math.properties.alttext = tex.trim().replace(/\s+/g, ' ')
    return {math}
  } catch (error) {
    return {fault: reasonOf(error)}
  }
}

function clean(node: ElementContent): void {
  if (node.type !== 'element') return
  for (const name of Object.keys(node.properties)) if (unwanted.has(name) || /^on/i.test(name)) delete node.properties[name]
  for (const child of node.children) clean(child)
}

/** Numbers that temml leaves to a counter of CSS, which an e-book and a page without styles do not have; all of them stand at the margin. */
function numberLines(node: Element, numbers: string[]): void {
  for (const child of node.children) if (child.type === 'element') numberLines(child, numbers)
  if (node.tagName !== 'mtr') return
  const text = partOf(partOf(node))
  if (text && hasClass(partOf(text), 'tml-eqn')) {
    const number = numbers.shift() ?? ''
    text.children = number === '' ? [] : [{type: 'text', value: `(${number})`}]
    if (number !== '') text.properties.className = ['tml-tag']
  }
  if (hasClass(text, 'tml-tag') && !hasClass(node, 'tml-tageqn')) node.properties.className = [...classesOf(node), 'tml-tageqn']
}

/** The last element in it. */
function partOf(node: Element | undefined): Element | undefined {
  return node?.children.findLast((child): child is Element => child.type === 'element')
}

function classesOf(node: Element | undefined): string[] {
  return Array.isArray(node?.properties.className) ? node.properties.className.map(String) : []
}

function hasClass(node: Element | undefined, name: string): boolean {
  return classesOf(node).includes(name)
}

/** First line, without the parser's own preface. It stumbles over some TeX that is not finished (`x^`): what it then says is about itself. */
function reasonOf(error: unknown): string {
  if (error instanceof TypeError || error instanceof RangeError) return 'incomplete TeX'
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n')[0]?.replace(/^ParseError:\s*/, '').replace(/\s+at (?:position|end).*$/, '').trim() ?? ''
}
