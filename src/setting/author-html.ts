/** HTML that the author wrote → elements. Loaded only for a book that has any: parse5 costs more than all else here.
 *
 * Its images become held nodes like those of Markdown: an image comes from the book's folder, or is its alternative text. */
import type {Element, Root} from 'hast'
import {raw} from 'hast-util-raw'
import type {Image} from 'mdast'
import type {Raw} from 'mdast-util-to-hast'
import {visit} from 'unist-util-visit'
import {message} from '../diagnostics/index.ts'
import type {Book} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import {mendList} from './author-lists.ts'
import {type Held, holderOf} from './holders.ts'
import type {MergeHtml} from './tools.ts'

export const mergeHtml: MergeHtml = (tree, {path}, book, held) => {
  const pieces: Raw[] = []
  visit(tree, 'raw', (node) => { pieces.push(node) })
  if (pieces.length === 0) return tree
  const places = placesOf(path, pieces)
  const placeOf = (address: string) => places.get(address.trim()) ?? {path}
  const merged = raw(tree) as Root // a root in is a root out
  visit(merged, 'element', (node, index, parent) => {
    alignBlock(node)
    mendList(node)
    if (node.tagName === 'img' && parent && index !== undefined) parent.children[index] = holdImage(node, path, book, held, placeOf)
  })
  return merged
}

/** As authors and converters write it: `<center>`, `style="text-align: right"`, or `align`, which sanitising lets pass. */
function alignBlock(node: Element): void {
  if (node.tagName === 'center') Object.assign(node, {tagName: 'div', properties: {...node.properties, align: 'center'}})
  const [, side] = /(?:^|;)\s*text-align\s*:\s*(left|center|right|start|end)\s*(?:;|$)/i.exec(String(node.properties.style ?? '')) ?? []
  if (side) node.properties.align = {start: 'left', end: 'right'}[side.toLowerCase()] ?? side.toLowerCase()
}

/** The parser keeps no places: the first piece that holds the address is the image's. */
function placesOf(path: string, pieces: Raw[]): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const {value, position} of pieces) {
    if (!position) continue
    let [line, counted] = [position.start.line, 0]
    for (const {0: tag, 1: address = '', index} of value.matchAll(/<img\b[^<>]*?\ssrc\s*=\s*["']?([^"'\s<>]+)/gi)) {
      const end = index + tag.length
      line += value.slice(counted, end).split('\n').length - 1
      counted = end
      const written = address.replaceAll('&amp;', '&')
      if (!places.has(written)) places.set(written, {path, line, column: line === position.start.line ? position.start.column : 1})
    }
  }
  return places
}

/** `width="200"`, `height="20px"`, `style="width: 200px"`; of the page, as in `50%`, three editions would each make something else. */
function sizeOf({width, height, style}: Element['properties']): {size?: {width?: number; height?: number}} {
  const pixels = (name: string, value: unknown) => {
    const [, digits] = /^\s*(\d{1,4})(?:\.\d+)?(?:px)?\s*$/i.exec(String(new RegExp(`(?:^|;)\\s*${name}\\s*:([^;]*)`, 'i').exec(String(style ?? ''))?.[1] ?? value ?? '')) ?? []
    return Number(digits) > 0 ? {[name]: Number(digits)} : {}
  }
  const size = {...pixels('width', width), ...pixels('height', height)}
  return Object.keys(size).length > 0 ? {size} : {}
}

function holdImage({properties}: Element, path: string, book: Book, held: Held[], placeOf: (address: string) => Place): Element {
  const text = (name: string) => (typeof properties[name] === 'string' ? properties[name] : '')
  const key = `${path}\n${text('src')}`
  const asset = book.assetByUrl.get(key)
  const image: Image = {type: 'image', url: text('src'), alt: text('alt'), title: text('title') || null, ...(asset === undefined ? {} : {data: {asset, ...sizeOf(properties)}})}
  if (asset === undefined) {
    const {ruleId, values} = book.imageFaults?.get(key) ?? {ruleId: 'image-missing' as const, values: {url: text('src').slice(0, 80)}}
    book.messages.push(message(ruleId, placeOf(text('src')), values))
  }
  return holderOf(held, book.hash, image, [])
}
