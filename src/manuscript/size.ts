/** How much there is to read, before anything is read. */
import {readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'

export interface InputSize {
  /** Bytes of texts and settings: what is parsed. Images and fonts are not. */
  bytes: number
  /** The book sets limits of its own. */
  limits: boolean
}

const parsed = /\.(?:md|markdown|ya?ml|json|bib|ris|csv|tsv|tbx|css)$/i

/** @param input Folder of a book, or one Markdown file; it exists. */
export async function measureInput(input: string): Promise<InputSize> {
  const entry = statSync(input)
  if (entry.isFile()) return {bytes: entry.size, limits: false} // front matter cannot lift limits
  let bytes = 0
  const look = (folder: string, depth: number) => {
    for (const found of readdirSync(folder, {withFileTypes: true})) {
      if (found.name.startsWith('.') || found.name === 'node_modules') continue
      const file = path.join(folder, found.name)
      if (found.isDirectory() && depth < 8) look(file, depth + 1)
      else if (parsed.test(found.name)) bytes += statSync(file, {throwIfNoEntry: false})?.size ?? 0
    }
  }
  look(input, 0)
  return {bytes, limits: setsLimits(path.join(input, 'book.yml'))}
}

/** Looked for, not parsed: a wrong guess only costs a thread. `\x6c` may hide it in a quoted key, so does a merge. */
function setsLimits(file: string): boolean {
  if (!statSync(file, {throwIfNoEntry: false})?.isFile()) return false
  return /limits|\\|<<|^\s*\?/m.test(readFileSync(file, 'utf8'))
}
