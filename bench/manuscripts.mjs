/** The sample once, or many copies of it as one book whose headings all differ. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/** @returns The file and its size. Headings get the number of their copy, as chapters of one book would differ. */
export function writeBooks(root, work, copies) {
  const sample = readFileSync(path.join(root, 'source/report/report-2024.zh.md'), 'utf8')
  const text = copies === 1 ? sample : Array.from({length: copies}, (_, index) => sample.replace(/^(#+ .*)$/gm, `$1 ${index + 1}`)).join('\n\n')
  const folder = path.join(work, `copies-${copies}`)
  mkdirSync(folder, {recursive: true})
  const file = path.join(folder, 'report.md')
  writeFileSync(file, text)
  return {file, bytes: Buffer.byteLength(text)}
}
