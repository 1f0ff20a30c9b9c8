/** Language of chapters and blocks that differ from the book: the voice, the fonts and the line breaks follow it.
 *
 * Told by script only, and only where there is no doubt: no Han in a Chinese book, Han without Latin words in another. */
import type {Nodes} from 'mdast'
import type {Book} from '../model/book.ts'
import {plainText} from './plain-text.ts'

/** Words from which a run is a passage and not a name. */
const fewest = 4

const blocks = new Set<string>(['paragraph', 'heading', 'tableCell'])

export function markLanguages(book: Book): void {
  const chinese = /^zh\b/i.test(book.config.language)
  for (const chapter of book.chapters) {
    const foreign = foreignOf(plainText(chapter.tree), chinese)
    if (foreign) chapter.lang = foreign
    else markBlocks(chapter.tree, chinese)
  }
}

function markBlocks(node: Nodes, chinese: boolean): void {
  if (blocks.has(node.type)) {
    const lang = foreignOf(plainText(node), chinese)
    if (lang) node.data = {...node.data, hProperties: {...node.data?.hProperties, lang}}
  } else if ('children' in node) {
    for (const child of node.children) markBlocks(child, chinese)
  }
}

function foreignOf(text: string, chinese: boolean): string | undefined {
  const han = /\p{Script=Han}/u.test(text)
  if (chinese) return !han && !/[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}]/u.test(text) && (text.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= fewest ? 'en' : undefined
  return han && !/[\p{Script=Latin}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'zh' : undefined
}
