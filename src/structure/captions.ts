/** Images that stand alone and captioned tables → numbered `figure` elements, in order of the book.
 *
 * A caption is an image's title, its alternative text with a number, or a paragraph beside an image or a table that opens with `Table:`, `表：`, `图 3`, …
 * A number that the author wrote is kept; without one, figures and tables are counted through the book, and take no number
 * that the author has given to another. */
import type {Image, Paragraph, RootContent} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, Captioned} from '../model/book.ts'
import type {Message, Place} from '../model/message.ts'
import type {Block} from '../model/nodes.ts'
import type {Services} from '../model/setting.ts'
import {blockOf, spanOf} from './blocks.ts'
import {type Caption, readCaption} from './caption-line.ts'
import {isHtmlTable, takeHtmlCaption} from './html-tables.ts'
import {plainText} from './plain-text.ts'
import {walk} from './walk.ts'

type Kind = Captioned['kind']

interface Captioning {
  book: Book
  services: Services
  /** What each figure made so far was given, until all are known. */
  given: Map<Block, Caption>
}

/** Before ids are given: a figure has its own. */
export function setCaptions(book: Book, services: Services): void {
  const captioning: Captioning = {book, services, given: new Map()}
  for (const {tree} of book.chapters) {
    tree.children = captionBlocks(tree.children, captioning)
    walk(tree, (node) => {
      if (node.type === 'blockquote' || node.type === 'listItem' || (node.type === 'block' && node.data?.hName === 'aside')) node.children = captionBlocks(node.children, captioning) as never // blocks in, blocks out
    })
  }
  numberFigures(book, captioning)
}

/** In order of the book, once all are known. */
function numberFigures({chapters, config, messages}: Book, {services: {locale}, given}: Captioning): void {
  const counts: Record<Kind, number> = {figure: 0, table: 0}
  const taken = new Set<string>()
  for (const [{data}, {number, name}] of given) if (data?.captioned && number !== undefined && name === undefined) taken.add(`${data.captioned.kind} ${number}`)
  const told = new Map<string, Message>()
  for (const {tree, path} of chapters) {
    walk(tree, (figure) => {
      const caption = figure.type === 'block' ? given.get(figure) : undefined
      const captioned = figure.data?.captioned
      if (figure.type !== 'block' || !caption || !captioned) return
      const {kind} = captioned
      counts[kind] += 1
      const number = caption.number ?? numberFree(kind, counts[kind], taken)
      captioned.id = `${kind === 'figure' ? 'fig' : 'tab'}-${counts[kind]}`
      captioned.label = config.numbering.captions || caption.number ? labelOf(caption.name === undefined ? locale.text(`${kind}.label`, {number}) : `${caption.name} ${number}`) : ''
      nameFigure(figure, captioned, locale.fullWidth ? '\u3000' : '\u2002')
      if (caption.number !== undefined) tellRepeated(captioned.label, {path, ...placeOf(figure)}, told)
    })
  }
  messages.push(...[...told.values()].filter(({related}) => related && related.length > 0))
}

/** 图一: a gap stands beside Western figures only. */
function labelOf(label: string): string {
  return label.replace(/^(\p{Script=Han}{1,2}) (?=\p{Script=Han})/u, '$1')
}

/** @returns The place in the row, or the next number that no other has. */
function numberFree(kind: Kind, count: number, taken: Set<string>): string {
  let number = count
  while (taken.has(`${kind} ${number}`)) number += 1
  taken.add(`${kind} ${number}`)
  return String(number)
}

function nameFigure(figure: Block, {id, label}: Captioned, gap: string): void {
  figure.data = {...figure.data, id}
  for (const line of figure.children) {
    if (line.type !== 'block' || line.data?.hName !== 'figcaption') continue
    line.data.hProperties = {id: `${id}-caption`}
    if (label) line.children.unshift(spanOf('span', {className: ['caption-label']}, [{type: 'text', value: label}]), {type: 'text', value: gap})
  }
}

function tellRepeated(label: string, place: Place, told: Map<string, Message>): void {
  const known = told.get(label)
  if (!known) told.set(label, message('caption-number-repeated', place, {label}, {related: []}))
  else if (known.related && known.related.length < 20) known.related.push(place)
}

function placeOf({position}: Block): Omit<Place, 'path'> {
  return position ? {line: position.start.line, column: position.start.column} : {}
}

export function listCaptioned(book: Pick<Book, 'chapters'>): Captioned[] {
  const found: Captioned[] = []
  for (const {tree} of book.chapters) {
    walk(tree, (node) => {
      if (node.type === 'block' && node.data?.captioned) found.push(node.data.captioned)
    })
  }
  return found
}

function captionBlocks(blocks: RootContent[], captioning: Captioning): RootContent[] {
  const nodes = [...blocks]
  const result: RootContent[] = []
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (!node) continue
    const image = loneImage(node)
    const html = isHtmlTable(node) ? node : undefined
    if (!image && !html && node.type !== 'table') {
      result.push(node)
      continue
    }
    const kind: Kind = image ? 'figure' : 'table'
    const own = image?.title ? readTitle(image, captioning) : html && captionOfHtml(html)
    const before = own ? undefined : captionOf(result.at(-1), kind)
    const after = own || before ? undefined : captionOf(nodes[index + 1], kind)
    const below = own || before || after || kind !== 'table' || !isRemark(nodes[index + 1]) ? undefined : captionOf(nodes[index + 2], kind)
    if (before) result.pop()
    if (after) index += 1
    if (below) nodes.splice(index + 2, 1)
    const caption = own ?? before ?? after ?? below ?? (image && readAlternative(image))
    if (caption) result.push(figureOf(kind, node, image, caption, captioning))
    else result.push(image ? blockOf('figure', {className: classesOf('figure', image)}, [image as RootContent]) : node)
  }
  return result
}

/** 注：…, 数据来源：… between a table and its caption. */
function isRemark(node: RootContent | undefined): boolean {
  return node?.type === 'paragraph' && /^(?:注|附注|说明|(?:数据|资料)?来源|註|資料來源|notes?|sources?)\s*[:：]/iu.test(plainText(node))
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
function readTitle(image: Image, {book, services}: Captioning): Caption {
  const children = services.parseCaption(image.title ?? '', book)
  for (const child of children) walk(child, (node) => { if (node.type === 'citation' && image.position) node.position = image.position }) // a title has no place of its own
  const {label} = image.data ?? {}
  image.title = null
  return readCaption({type: 'paragraph', children}, 'figure', {titled: true, ...(label === undefined ? {} : {label})}) ?? {children, ...(label === undefined ? {} : {label})}
}

/** `![图 3-1 流程图](a.png)`, as pandoc and Typora print it: a number makes it the caption. It is printed once where the image is missing. */
function readAlternative(image: Image): Caption | undefined {
  const caption = readCaption({type: 'paragraph', children: [{type: 'text', value: image.alt ?? ''}]}, 'figure', {titled: false})
  if (caption?.number === undefined) return undefined
  if (image.data?.asset === undefined) image.alt = ''
  return caption
}

function captionOfHtml(table: Parameters<typeof takeHtmlCaption>[0]): Caption | undefined {
  const children = takeHtmlCaption(table)
  return children && readCaption({type: 'paragraph', children}, 'table', {titled: true})
}

function captionOf(node: RootContent | undefined, kind: Kind): Caption | undefined {
  return node?.type === 'paragraph' ? readCaption(node as Paragraph, kind, {titled: false}) : undefined
}

function figureOf(kind: Kind, node: RootContent, image: Image | undefined, caption: Caption, {given}: Captioning): Block {
  const line = blockOf('figcaption', {}, caption.children)
  const captioned: Captioned = {id: '', kind, label: '', caption: caption.children.map(plainText).join('').trim()}
  const figure = blockOf('figure', {className: classesOf(kind, image)}, kind === 'figure' ? [(image ?? node) as RootContent, line] : [line, node])
  figure.data = {...figure.data, captioned, ...(caption.label === undefined ? {} : {label: caption.label})}
  if (node.position) figure.position = node.position
  given.set(figure, caption)
  return figure
}
