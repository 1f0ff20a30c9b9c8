/** Renderers of nodes that no feature owns: images, trusted blocks, code and mathematics. */
import type {Element, ElementContent} from 'hast'
import type {Code, Image, Nodes} from 'mdast'
import type {InlineMath, Math as MathBlock} from 'mdast-util-math'
import {message} from '../diagnostics/index.ts'
import type {Asset} from '../model/book.ts'
import type {Block} from '../model/nodes.ts'
import type {Renderer, Renderers, SettingContext} from '../model/setting.ts'
import type {Tools} from './tools.ts'

export function ownRenderers(tools: Tools): Renderers {
  return {image, block, code: codeWith(tools), inlineMath: mathWith(tools), math: mathWith(tools)}
}

/** An image becomes a slot for its asset; without one, its alt text. */
const image: Renderer<Image> = (node, _children, {book}) => {
  const hash = node.data?.asset
  const asset = hash === undefined ? undefined : book.assets.get(hash)
  if (!asset || hash === undefined) return node.alt ? [element('span', {className: ['missing-image']}, [{type: 'text', value: node.alt}])] : []
  const properties = {alt: node.alt ?? '', ...sizeOf(asset, node.data?.size), ...(node.title ? {title: node.title} : {})}
  return [{...element('img', properties), data: {slot: {type: 'asset', hash}}}]
}

/** In the proportions of the picture, whatever its author says. */
function sizeOf({width, height}: Asset, size: NonNullable<Image['data']>['size']): Element['properties'] {
  if (!(size?.width || size?.height) || width <= 0 || height <= 0) return {width, height}
  const scale = Math.min((size.width || Number.POSITIVE_INFINITY) / width, (size.height || Number.POSITIVE_INFINITY) / height)
  return {width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)), className: ['sized']}
}

/** Trusted markup that a feature composed: `data.hName` and `data.hProperties` as they stand. */
const block: Renderer<Block> = (node, children) => [element(node.data?.hName ?? 'div', {...(node.data?.hProperties ?? {}), ...idOf(node)}, children)]

/** The language goes on the `pre` too, for themes that print it. */
function codeWith({highlight}: Tools): Renderer<Code> {
  return (node) => {
    const language = /^[\w+#.-]+/.exec(node.lang ?? '')?.[0]?.toLowerCase()
    const plain: ElementContent[] = [{type: 'text', value: `${node.value}\n`}]
    const children = (language && highlight?.(`${node.value}\n`, language)) || plain
    return [element('pre', {...idOf(node), ...(language ? {dataLanguage: language} : {})}, [element('code', language ? {className: [`language-${language}`]} : {}, children)])]
  }
}

/** What cannot be read as TeX is printed as it was written. */
function mathWith({setMathematics}: Tools): Renderer<InlineMath | MathBlock> {
  return (node, _children, context) => {
    const display = node.type === 'math'
    const number = node.data?.equation
    const numbered = number === undefined ? undefined : setMathematics?.(`${node.value}\n\\tag{${number}}`, display)
    const result = numbered && 'math' in numbered ? numbered : setMathematics?.(node.value, display, node.data?.equations)
    if (result && 'math' in result) return [display ? element('div', {className: ['formula'], ...idOf(node)}, [result.math]) : result.math]
    context.book.messages.push(message('math-invalid', placeOf(node, context), {tex: node.value.trim().slice(0, 60), fault: result?.fault ?? ''}))
    const code = element('code', {className: ['tex']}, [{type: 'text', value: node.value}])
    return [display ? element('pre', idOf(node), [code]) : code]
  }
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[] = []): Element {
  return {type: 'element', tagName, properties, children}
}

function idOf(node: Nodes): {id?: string} {
  return node.data?.id === undefined ? {} : {id: node.data.id}
}

function placeOf({position}: Nodes, {book, chapter}: SettingContext) {
  const path = book.chapters.find(({id}) => id === chapter)?.path ?? ''
  return position ? {path, line: position.start.line, column: position.start.column} : {path}
}
