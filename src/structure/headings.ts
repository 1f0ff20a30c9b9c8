/** Heading levels without gaps: the chapter's heading is 1, each level below it one more. Screen readers walk by them. */
import type {Heading} from 'mdast'
import type {Chapter} from '../model/book.ts'
import {walk} from './walk.ts'

export function levelHeadings({tree}: Chapter): void {
  const opening = tree.children[0]
  const open: number[] = []
  if (opening?.type !== 'heading') open.push(0) // a chapter without heading: its sections are level 2 all the same
  walk(tree, (heading) => {
    if (heading.type !== 'heading') return
    const written = heading.depth
    while (heading !== opening && open.length > 1 && (open.at(-1) ?? 0) >= written) open.pop()
    open.push(written)
    heading.depth = Math.min(open.length, 6) as Heading['depth'] // 1 to 6 by the line above
  })
}
