/** `{#id}` at the end of a heading, a caption or a title → the node's label; the braces are taken off the text. */
import type {Heading, Image, Nodes, PhrasingContent} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import {walk} from './walk.ts'

const attribute = /\s*\{#([\p{L}\p{N}_:.-]+)\}\s*$/u

/** Before chapters take their titles from headings. */
export function readAttributes({tree}: ParsedText): void {
  walk(tree, (node) => {
    if (node.type === 'heading') setLabel(node, takeLabel(node.children))
    else if (node.type === 'image' && node.title) readTitle(node)
  })
}

function readTitle(image: Image): void {
  const {label, rest} = splitLabel(image.title ?? '')
  setLabel(image, label)
  image.title = rest || null
}

/** @returns The label that stood at the end of a run of text, now without it. */
export function takeLabel(children: PhrasingContent[]): string | undefined {
  const last = children.at(-1)
  if (last?.type !== 'text') return undefined
  const {label, rest} = splitLabel(last.value)
  if (label !== undefined) last.value = rest
  return label
}

export function splitLabel(text: string): {label?: string; rest: string} {
  const found = attribute.exec(text)
  return found?.[1] === undefined ? {rest: text} : {label: found[1], rest: text.slice(0, found.index)}
}

function setLabel(node: Heading | Image | Nodes, label: string | undefined): void {
  if (label !== undefined) node.data = {...node.data, label}
}
