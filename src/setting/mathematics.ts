/** TeX → MathML with the TeX as alternative text, so that a reading system without MathML has something to say. */
import type {Element, ElementContent, Root} from 'hast'
import {raw} from 'hast-util-raw'
import temml from 'temml'
import type {SetMathematics} from './tools.ts'

/** Attributes that a formula may keep; temml's `trust: false` already refuses links, classes and images. */
const unwanted = new Set(['href', 'src', 'id'])

export const setMathematics: SetMathematics = (tex, display) => {
  try {
    const markup = temml.renderToString(tex, {displayMode: display, throwOnError: true, trust: false, strict: false, maxExpand: 1000, maxSize: [10, 20]})
    const root = raw({type: 'root', children: [{type: 'raw', value: markup}]}) as Root // a root in is a root out
    const math = root.children.find((node): node is Element => node.type === 'element')
    if (!math) return {fault: 'no formula'}
    clean(math)
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

/** First line, without the parser's own preface. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n')[0]?.replace(/^ParseError:\s*/, '').replace(/\s+at (?:position|end).*$/, '').trim() ?? ''
}
