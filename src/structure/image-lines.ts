/** Images that stand on a line of their own, in a paragraph of several lines, are set apart as the author sees them.
 *
 * CommonMark runs them on with the lines beside them; their captions, which are titles, would be printed nowhere. In the middle
 * of words only an image with a title, or with its number on the next line (`图2-1 名称`), is meant so: a small one may have come
 * there by wrapping. */
import type {Image, Paragraph, PhrasingContent, RootContent} from 'mdast'
import {alignWords, partOfText} from '../diagnostics/word-places.ts'
import type {ParsedText} from '../model/book.ts'
import {blockOf} from './blocks.ts'
import {readCaption} from './caption-line.ts'
import {replaceChildren} from './walk.ts'

/** In place. */
export function partImageLines({tree, text}: ParsedText): void {
  replaceChildren(tree, (node) => (node.type === 'paragraph' && node.children.some(isImage) ? partParagraph(node, text) : undefined))
}

function partParagraph(paragraph: Paragraph, text: string): RootContent[] | undefined {
  if (paragraph.children.filter((node) => !isBlank(node)).length === 1) return undefined // a figure already
  const lines = linesOf(paragraph, text)
  const pictures = lines.map((line) => line.some(isImage) && line.every((node) => isImage(node) || isBlank(node)))
  const first = pictures.indexOf(false)
  if (first < 0 && lines.length === 1 && !lines[0]?.some(isTitled)) {
    return [blockOf('p', {className: ['images']}, paragraph.children as RootContent[])] // as it stands, but no paragraph of words
  }
  const last = pictures.lastIndexOf(false)
  const parts: Paragraph[] = []
  let words: PhrasingContent[] = []
  const close = () => {
    if (words.some((node) => !isBlank(node) && node.type !== 'break')) parts.push(paragraphOf(withoutEnd(words)))
    words = []
  }
  for (const [index, line] of lines.entries()) {
    const named = pictures[index] && namesPicture(lines[index + 1])
    if (!pictures[index] || !(index < first || index > last || first < 0 || line.some(isTitled) || named)) {
      words.push(...line)
      if (pictures[index - 1] && namesPicture(line)) close()
      continue
    }
    close()
    parts.push(...line.filter(isImage).map((image) => paragraphOf([image])))
  }
  if (parts.length === 0) return undefined
  close()
  return parts
}

function namesPicture(line: PhrasingContent[] | undefined): boolean {
  return line !== undefined && readCaption(paragraphOf(withoutEnd(line.map((node) => ({...node})))), 'figure', {titled: false})?.number !== undefined
}

/** Each line with the end that it was written with. */
function linesOf({children}: Paragraph, text: string): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (child.type !== 'text' || !child.value.includes('\n')) {
      lines.at(-1)?.push(child)
      if (child.type === 'break') lines.push([])
      continue
    }
    const words = alignWords(child, text)
    let from = 0
    for (const line of child.value.split(/(?<=\n)/)) {
      lines.at(-1)?.push(partOfText(child, from, from + line.length, words))
      if (line.endsWith('\n')) lines.push([])
      from += line.length
    }
  }
  return lines
}

/** The end of the last line is that of the paragraph. */
function withoutEnd(words: PhrasingContent[]): PhrasingContent[] {
  const last = words.at(-1)
  if (last?.type === 'break') return words.slice(0, -1)
  if (last?.type === 'text') last.value = last.value.replace(/\n$/, '')
  return last?.type === 'text' && last.value === '' ? words.slice(0, -1) : words
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end]
  return {type: 'paragraph', children, ...(start && end ? {position: {start, end}} : {})}
}

function isImage(node: PhrasingContent): node is Image {
  return node.type === 'image'
}

function isTitled(node: PhrasingContent): boolean {
  return node.type === 'image' && Boolean(node.title)
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}
