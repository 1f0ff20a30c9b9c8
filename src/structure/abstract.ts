/** Abstract and keywords: the line of keywords is marked, and both serve the metadata where book.yml says nothing. */
import type {Paragraph} from 'mdast'
import type {Book} from '../model/book.ts'
import type {Block} from '../model/nodes.ts'
import {blockOf} from './blocks.ts'
import {plainText} from './plain-text.ts'

const keywords = /^\s*(?:关键词|关键字|關鍵詞|關鍵字|key\s*words?|index terms)\s*[:：]\s*/iu

export function isKeywords(text: string): boolean {
  return keywords.test(text)
}

export function readAbstracts(book: Book): void {
  for (const {role, tree, lang} of book.chapters) {
    if (role !== 'abstract') continue
    for (const [index, node] of tree.children.entries()) {
      if (node.type !== 'paragraph') continue
      const text = plainText(node)
      const opening = keywords.exec(text)
      if (opening) {
        tree.children[index] = keywordLine(node)
        if (!lang) takeKeywords(text.slice(opening[0].length), book)
      } else if (!lang) {
        book.config.description ||= text.trim()
      }
    }
  }
}

function keywordLine({children, position, data}: Paragraph): Block {
  const line = blockOf('p', {className: ['keywords']}, children)
  line.data = {...line.data, ...(data?.id === undefined ? {} : {id: data.id})}
  if (position) line.position = position
  return line
}

function takeKeywords(list: string, {config}: Book): void {
  if (config.keywords.length === 0) config.keywords = list.split(/[;；,，、]/).map((word) => word.trim().replace(/[。.]$/, '')).filter(Boolean)
}
