/** Images that stand alone and captioned tables → numbered `figure` elements, in order of the book.
 *
 * A caption is an image's title, or a paragraph beside an image or a table that opens with `Table:`, `表：`, `图 3`, …
 * A number that the author wrote is kept; without one, figures and tables are counted through the book. */
import type {Image, Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {Book, Captioned} from '../model/book.ts'
import type {Block} from '../model/nodes.ts'
import type {Services} from '../model/setting.ts'
import {blockOf, spanOf} from './blocks.ts'
import {type Caption, readCaption} from './caption-line.ts'
import {plainText} from './plain-text.ts'
import {walk} from './walk.ts'

type Kind = Captioned['kind']

interface Counter {services: Services; numbered: boolean; counts: Record<Kind, number>}

/** Before ids are given: a figure has its own. */
export function setCaptions(book: Book, services: Services): void {
  const counter: Counter = {services, numbered: book.config.numbering.captions, counts: {figure: 0, table: 0}}
  for (const {tree} of book.chapters) {
    tree.children = captionBlocks(tree.children, counter)
    walk(tree, (node) => {
      if (node.type === 'blockquote' || node.type === 'listItem' || (node.type === 'block' && node.data?.hName === 'aside')) node.children = captionBlocks(node.children, counter) as never // blocks in, blocks out
    })
  }
}

export function listCaptioned(book: Book): Captioned[] {
  const found: Captioned[] = []
  for (const {tree} of book.chapters) {
    walk(tree, (node) => {
      if (node.type === 'block' && node.data?.captioned) found.push(node.data.captioned)
    })
  }
  return found
}

function captionBlocks(nodes: RootContent[], counter: Counter): RootContent[] {
  const result: RootContent[] = []
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (!node) continue
    const image = loneImage(node)
    if (!image && node.type !== 'table') {
      result.push(node)
      continue
    }
    const kind: Kind = image ? 'figure' : 'table'
    const own = image?.title ? readTitle(image, counter) : undefined
    const before = own ? undefined : captionOf(result.at(-1), kind)
    const after = own || before ? undefined : captionOf(nodes[index + 1], kind)
    if (before) result.pop()
    if (after) index += 1
    const caption = own ?? before ?? after
    if (caption) result.push(figureOf(kind, node, image, caption, counter))
    else result.push(image ? blockOf('figure', {className: classesOf('figure', image)}, [image as RootContent]) : node)
  }
  return result
}

function classesOf(kind: Kind, image: Image | undefined): string[] {
  return image?.data?.bleed ? [kind, 'bleed'] : [kind]
}

function loneImage(node: RootContent): Image | undefined {
  if (node.type !== 'paragraph') return undefined
  const shown = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return shown.length === 1 && shown[0]?.type === 'image' ? shown[0] : undefined
}

/** The title is the caption, and is then not printed as a title as well. */
function readTitle(image: Image, {services}: Counter): Caption {
  const children = services.parseInline(image.title ?? '')
  const {label} = image.data ?? {}
  image.title = null
  return readCaption({type: 'paragraph', children}, 'figure', {titled: true, ...(label === undefined ? {} : {label})}) ?? {children, ...(label === undefined ? {} : {label})}
}

function captionOf(node: RootContent | undefined, kind: Kind): Caption | undefined {
  return node?.type === 'paragraph' ? readCaption(node as Paragraph, kind, {titled: false}) : undefined
}

function figureOf(kind: Kind, node: RootContent, image: Image | undefined, caption: Caption, {services, numbered, counts}: Counter): Block {
  counts[kind] += 1
  const id = `${kind === 'figure' ? 'fig' : 'tab'}-${counts[kind]}`
  const label = numbered || caption.number ? services.locale.text(`${kind}.label`, {number: caption.number ?? counts[kind]}) : ''
  const text: PhrasingContent[] = label ? [spanOf('span', {className: ['caption-label']}, [{type: 'text', value: label}]), {type: 'text', value: services.locale.fullWidth ? '\u3000' : '\u2002'}] : []
  const line = blockOf('figcaption', {id: `${id}-caption`}, [...text, ...caption.children])
  const captioned: Captioned = {id, kind, label, caption: caption.children.map(plainText).join('').trim()}
  const figure = blockOf('figure', {className: classesOf(kind, image)}, kind === 'figure' ? [(image ?? node) as RootContent, line] : [line, node])
  figure.data = {...figure.data, id, captioned, ...(caption.label === undefined ? {} : {label: caption.label})}
  if (node.position) figure.position = node.position
  return figure
}
