/** The sample once, or many copies of it as one book whose headings all differ. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/** @returns The file and its size, and a folder with the same text as a book whose EPUB has no fonts.
 * Headings get the number of their copy, as chapters of one book would differ. */
export function writeBooks(root, work, copies) {
  const sample = readFileSync(path.join(root, 'source/report/report-2024.zh.md'), 'utf8')
  const text = copies === 1 ? sample : Array.from({length: copies}, (_, index) => sample.replace(/^(#+ .*)$/gm, `$1 ${index + 1}`)).join('\n\n')
  const [folder, withoutFonts] = [`copies-${copies}`, `copies-${copies}-without-fonts`].map((name) => path.join(work, name))
  for (const place of [folder, withoutFonts]) {
    mkdirSync(place, {recursive: true})
    writeFileSync(path.join(place, 'report.md'), text)
  }
  writeFileSync(path.join(withoutFonts, 'book.yml'), 'epub:\n  fonts: none\n')
  return {file: path.join(folder, 'report.md'), withoutFonts, bytes: Buffer.byteLength(text)}
}
