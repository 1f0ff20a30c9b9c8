/** `{#id}` at the end of a heading, a caption or a title → the node's label; `{.bleed}` at the end of a title, or behind an
 * image → a picture that fills its page; `{.unnumbered}` or `{-}` behind a heading → no number. The braces are taken off the
 * text, with what else pandoc writes into them; an anchor without words (`[]{#id}`) stays one. */
import type {Heading, Image, Nodes, Paragraph, PhrasingContent} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import {walk} from './walk.ts'

const name = String.raw`[\p{L}\p{N}_:.-]{1,200}`
const pair = String.raw`[\p{L}_][\p{L}\p{N}_:.-]{0,50}=(?:"[^"{}\n]{0,200}"|[^\s"{}]{1,200})`
/** pandoc, `attributes`: `#id`, `.class`, `key=value`. */
const braces = String.raw`\{\s?(?:(?:[#.]${name}|${pair})(?=[\s}])\s{0,3}){1,20}\}`
const atEnd = new RegExp(String.raw`(?<!\s)\s{0,9}(?:(?=\{\s?[#.])${braces}|\{-\})\s*$`, 'u')
const behindImage = new RegExp(`^${braces}`, 'u')
const anchor = new RegExp(String.raw`\[\]\{#(${name})[^{}\n]{0,200}\}`, 'gu')
const token = new RegExp(`(?<=[{\\s}])#(${name})|(?<=[\\s{])\\.(${name})|\\{(-)\\}`, 'gu')

interface Attributes {
  label?: string
  bleed?: true
  unnumbered?: true
  size?: {width?: number; height?: number}
}

/** `width=200`, `height="3.2in"`, as pandoc writes them for the pictures of a Word file. Parts of a line (`50%`) are not heeded. */
const length = /(?<=[{\s])(width|height)="?(\d{1,4}(?:\.\d{1,20})?)(px|in|cm|mm|pt)?"?(?=[\s}])/g

/** CSS pixels. */
const units: Record<string, number> = {px: 1, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, pt: 96 / 72}

/** Before chapters take their titles from headings. */
export function readAttributes({tree, text}: ParsedText): void {
  const linked = text.includes('[]{#') ? linksIn(text) : new Set<string>()
  walk(tree, (node) => {
    if (node.type === 'heading' || node.type === 'paragraph') takeAnchors(node, linked)
    if (node.type === 'heading') readHeading(node)
    else if (node.type === 'image' && node.title) readTitle(node)
    else if (node.type === 'paragraph') readBehindImages(node)
  })
}

function readHeading(heading: Heading): void {
  const last = heading.children.findLast(({type}) => type !== 'html')
  if (last?.type !== 'text') return
  const {label, unnumbered, rest} = splitLabel(last.value)
  last.value = rest
  setLabel(heading, label)
  if (unnumbered) heading.data = {...heading.data, unnumbered}
}

function readTitle(image: Image): void {
  const {rest, ...attributes} = splitLabel(image.title ?? '')
  setImage(image, attributes)
  image.title = rest || null
}

/** `![alt](x.jpg){.bleed}` */
function readBehindImages({children}: Paragraph): void {
  for (const [index, child] of children.entries()) {
    const text = children[index + 1]
    const written = child.type === 'image' && text?.type === 'text' ? behindImage.exec(text.value)?.[0] : undefined
    if (written === undefined || child.type !== 'image' || text?.type !== 'text') continue
    setImage(child, readBraces(written))
    text.value = text.value.slice(written.length)
  }
}

function setImage(image: Image, {label, bleed, size}: Attributes): void {
  setLabel(image, label)
  if (size) image.data = {...image.data, size}
  if (bleed) image.data = {...image.data, bleed}
}

/** Word marks every heading, and pandoc keeps its marks: only those that the text leads to are kept. At the end of their block,
 * where they are in no caption's way. */
function takeAnchors(block: Heading | Paragraph, linked: ReadonlySet<string>): void {
  const anchors: PhrasingContent[] = []
  for (const child of block.children) {
    if (child.type !== 'text' || !child.value.includes('[]{#')) continue
    child.value = child.value.replace(anchor, (_, id: string) => {
      if (linked.has(id)) anchors.push({type: 'html', value: `<a id="${id}">`}, {type: 'html', value: '</a>'})
      return ''
    })
  }
  if (block.children.some(isEmptyText)) block.children = block.children.filter((child) => !isEmptyText(child))
  block.children.push(...anchors)
}

function isEmptyText(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value === ''
}

function linksIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\]\(#([^\s()]{1,200})\)/g)].map(([, id = '']) => id))
}

/** @returns The label that stood at the end of a run of text, now without it. */
export function takeLabel(children: PhrasingContent[]): string | undefined {
  const last = children.at(-1)
  if (last?.type !== 'text') return undefined
  const {label, rest} = splitLabel(last.value)
  if (label !== undefined) last.value = rest
  return label
}

export function splitLabel(text: string): Attributes & {rest: string} {
  const found = text.includes('{') ? atEnd.exec(text) : null
  return found ? {...readBraces(found[0]), rest: text.slice(0, found.index)} : {rest: text}
}

function readBraces(written: string): Attributes {
  const read: Attributes = {}
  for (const [, id, className, dash] of written.matchAll(token)) {
    if (id !== undefined) read.label ??= id
    if (className === 'bleed') read.bleed = true
    if (className === 'unnumbered' || dash !== undefined) read.unnumbered = true
  }
  for (const [, side = '', number, unit = 'px'] of written.matchAll(length)) {
    const pixels = Math.round(Number(number) * (units[unit] ?? 1))
    if (pixels > 0) read.size = {...read.size, [side]: pixels}
  }
  return read
}

function setLabel(node: Heading | Image | Nodes, label: string | undefined): void {
  if (label !== undefined) node.data = {...node.data, label}
}
