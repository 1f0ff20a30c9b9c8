/** Every folder of test/repair/fixtures: parsed as books are, repaired, and printed without the other rooms' work.
 *
 * `UPDATE=1 npx vitest run test/repair` rewrites what is expected; read the difference. */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import rehypeStringify from 'rehype-stringify'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {expect, it} from 'vitest'
import {remarkIndentedWords} from '../../src/indented-words.ts'
import type {Book, ParsedText} from '../../src/model/book.ts'
import {repairBook} from '../../src/repair/index.ts'
import {fixtureFolders, manuscriptOf, printMessages, readFixture} from '../fixture.ts'

const root = path.join(import.meta.dirname, 'fixtures')

it.each(fixtureFolders(root).map((folder) => [path.relative(root, folder), folder]))('%s', (_, folder) => {
  const {files, expected} = readFixture(folder)
  const {html, messages} = repairFiles(files)
  const actual = {html, messages}
  if (process.env.UPDATE) {
    writeFileSync(path.join(folder, 'output.html'), actual.html)
    writeFileSync(path.join(folder, 'messages.txt'), actual.messages)
  } else expect(actual).toEqual(expected)
})

it('applies each fix so that the mended text needs no mending', () => {
  for (const folder of fixtureFolders(root)) {
    const {files} = readFixture(folder)
    const {book} = repairFiles(files)
    const fixes = book.messages.flatMap(({fix}) => (fix ? [fix] : [])).sort((a, b) => b.start - a.start)
    const mended = fixes.reduce((text, {start, end, text: instead}) => text.slice(0, start) + instead + text.slice(end), files['input.md'] ?? '')
    const again = repairFiles({...files, 'input.md': mended})
    expect(again.book.messages.filter(({fix}) => fix)).toEqual([])
    expect(words(again.html)).toBe(words(repairFiles(files).html))
  }
})

function words(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim()
}

function repairFiles(files: Record<string, string>): {book: Book; html: string; messages: string} {
  const manuscript = manuscriptOf(files)
  const parser = unified().use(remarkParse).use(remarkGfm)
  if (manuscript.config.repair.cjkEmphasis) parser.use(remarkCjkFriendly).use(remarkCjkFriendlyGfmStrikethrough)
  if (manuscript.config.repair.indentedWords) parser.use(remarkIndentedWords)
  const texts: ParsedText[] = manuscript.texts.map(({path: file, text}) => ({path: file, text, tree: parser.parse(text), frontMatter: {}}))
  const book = {config: manuscript.config, texts, messages: []} as unknown as Book // repairs touch nothing else of a book
  repairBook(book)
  const print = unified().use(remarkRehype).use(rehypeStringify)
  const html = texts.map(({tree}) => `${print.stringify(print.runSync(tree))}\n`).join('')
  return {book, html, messages: printMessages(book.messages)}
}
