/** Pictures in the heading that is the title of the book: badges, or a drawing of its name. */
import type {Heading, Image, PhrasingContent} from 'mdast'
import {plainText} from './plain-text.ts'

/** Badges beside a title are no part of it; a picture of the title is named by its alternative text. */
export function titleOf(heading: Heading): string {
  const words = {...heading, children: heading.children.filter((node) => picturesIn(node).length === 0)}
  return plainText(words).trim() || plainText(heading).trim()
}

/** Those that the book has. */
export function picturesOf(heading: Heading): Image[] {
  return heading.children.flatMap(picturesIn).filter(({data}) => data?.asset !== undefined)
}

function picturesIn(node: PhrasingContent): Image[] {
  return node.type === 'image' ? [node] : 'children' in node ? node.children.flatMap(picturesIn) : []
}
