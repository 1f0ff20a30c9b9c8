/** Characters without a glyph → the message that names them with the chapter that has them. Emoji are left out where the reader
 * falls back on fonts of its own, as pages and e-books do: every system has some. */
import {toString} from 'hast-util-to-string'
import {message} from '../diagnostics/index.ts'
import type {Galley} from '../model/book.ts'
import type {Message} from '../model/message.ts'

const borne = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\uFFFD]/u

export function missingGlyphs({chapters}: Galley, uncovered: string[]): Message[] {
  const missing = uncovered.filter((character) => !borne.test(character))
  if (missing.length === 0) return []
  const texts = chapters.map(({title, tree}) => ({title, text: toString(tree)}))
  const places = missing.map((character) => {
    const chapter = texts.find(({text}) => text.includes(character))
    return `${character} U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}${chapter ? ` (${chapter.title})` : ''}`
  })
  return [message('glyph-missing', {path: ''}, {characters: places.join(', '), count: missing.length})]
}
