/** The contents: chapters and their headings as a tree, apparatus included. */
import {toString} from 'mdast-util-to-string'
import type {Book, ContentsEntry} from '../model/book.ts'

export function composeContents(book: Book): ContentsEntry[] {
  return book.chapters.map(({id, title, matter, tree}) => {
    const chapter: ContentsEntry = {id, title, level: 1, matter, children: []}
    const [opening] = tree.children
    const top = opening?.type === 'heading' ? opening.depth : 1
    const open = [chapter]
    for (const node of tree.children) {
      if (node.type !== 'heading' || node === opening || node.data?.id === undefined) continue
      const level = Math.max(2, node.depth - top + 1)
      while (open.length > 1 && (open.at(-1)?.level ?? 0) >= level) open.pop()
      const entry: ContentsEntry = {id: node.data.id, title: toString(node), level, matter, children: []}
      open.at(-1)?.children.push(entry)
      open.push(entry)
    }
    return chapter
  })
}
