/** `{#id}` at the end of a heading, a caption or a title → the node's label; `{.bleed}` at the end of a title, or behind an
 * image → a picture that fills its page. The braces are taken off the text. */
import type {Heading, Image, Nodes, Paragraph, PhrasingContent} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import {walk} from './walk.ts'

const attribute = /(?<!\s)\s{0,9}\{(?=[#.])(?:#([\p{L}\p{N}_:.-]+))?\s*(\.bleed)?\}\s*$/u
const behindImage = /^\{(?=[#.])(?:#[\p{L}\p{N}_:.-]+)?\s*(?:\.bleed)?\}/u

/** Before chapters take their titles from headings. */
export function readAttributes({tree}: ParsedText): void {
  walk(tree, (node) => {
    if (node.type === 'heading') setLabel(node, takeLabel(node.children))
    else if (node.type === 'image' && node.title) readTitle(node)
    else if (node.type === 'paragraph') readBehindImages(node)
  })
}

function readTitle(image: Image): void {
  image.title = readImage(image, image.title ?? '') || null
}

/** `![alt](x.jpg){.bleed}` */
function readBehindImages({children}: Paragraph): void {
  for (const [index, child] of children.entries()) {
    const text = children[index + 1]
    const written = child.type === 'image' && text?.type === 'text' ? behindImage.exec(text.value)?.[0] : undefined
    if (written === undefined || child.type !== 'image' || text?.type !== 'text') continue
    readImage(child, written)
    text.value = text.value.slice(written.length)
  }
}

/** @returns The text without its attributes. */
function readImage(image: Image, text: string): string {
  const {label, bleed, rest} = splitLabel(text)
  setLabel(image, label)
  if (bleed) image.data = {...image.data, bleed}
  return rest
}

/** @returns The label that stood at the end of a run of text, now without it. */
export function takeLabel(children: PhrasingContent[]): string | undefined {
  const last = children.at(-1)
  if (last?.type !== 'text') return undefined
  const {label, rest} = splitLabel(last.value)
  if (label !== undefined) last.value = rest
  return label
}

export function splitLabel(text: string): {label?: string; bleed?: true; rest: string} {
  const found = attribute.exec(text)
  if (!found) return {rest: text}
  return {rest: text.slice(0, found.index), ...(found[1] === undefined ? {} : {label: found[1]}), ...(found[2] ? {bleed: true as const} : {})}
}

function setLabel(node: Heading | Image | Nodes, label: string | undefined): void {
  if (label !== undefined) node.data = {...node.data, label}
}
