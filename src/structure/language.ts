/** Language of chapters and blocks that differ from the book: the voice, the fonts and the line breaks follow it.
 *
 * Told by script only, and only where there is no doubt: no Han in a Chinese book; in another Han without Latin words, or with names
 * and abbreviations among them, as in the Chinese abstract of an English paper. */
import type {Nodes} from 'mdast'
import type {Book} from '../model/book.ts'
import {plainText} from './plain-text.ts'

/** Words from which a run is a passage and not a name. */
const fewest = 4
/** Han of a sentence, and those to a word of Latin. */
const fewestHan = 8
const toWord = 6

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
  if (!han || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return undefined
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0
  const count = words === 0 ? 0 : (text.match(/\p{Script=Han}/gu)?.length ?? 0)
  return words === 0 || (count >= fewestHan && count >= words * toWord) ? 'zh' : undefined
}
