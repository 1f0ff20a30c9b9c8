/** The contents: parts, chapters and their headings as a tree, apparatus included. */
import type {Book, Chapter, ContentsEntry} from '../model/book.ts'
import {plainText} from './plain-text.ts'

export function composeContents(book: Book): ContentsEntry[] {
  const contents: ContentsEntry[] = []
  let part: ContentsEntry | undefined
  for (const chapter of book.chapters) {
    if (chapter.role === 'part' || chapter.matter !== 'body' || chapter.apart) part = undefined
    const entry = entryOf(chapter, part ? 2 : 1)
    if (isOpening(chapter, book) && entry.children.length === 0) continue
    if (part) part.children.push(entry)
    else contents.push(entry)
    if (chapter.role === 'part') part = entry
  }
  return contents
}

/** What stands between the title and the first chapter has no name of its own to be listed by. */
function isOpening({path, tree}: Chapter, {chapters}: Book): boolean {
  return path !== '' && tree.children[0]?.type !== 'heading' && chapters.some((other) => other.path !== '' && other.tree !== tree)
}

function entryOf({id, title, matter, tree}: Chapter, level: number): ContentsEntry {
  const chapter: ContentsEntry = {id, title, level, matter, children: []}
  const [opening] = tree.children
  const top = opening?.type === 'heading' ? opening.depth : 1
  const open = [chapter]
  for (const node of tree.children) {
    if (node.type !== 'heading' || node === opening || node.data?.id === undefined) continue
    const depth = level + Math.max(1, node.depth - top)
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= depth) open.pop()
    const entry: ContentsEntry = {id: node.data.id, title: plainText(node).trim(), level: depth, matter, children: []}
    open.at(-1)?.children.push(entry)
    open.push(entry)
  }
  return chapter
}
