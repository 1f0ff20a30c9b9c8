/** How much there is to read, before anything is read. */
import {readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {anyInclude} from './includes.ts'

export interface InputSize {
  /** Bytes of texts and settings: what is parsed. Images and fonts are not. */
  bytes: number
  /** The book sets limits of its own. */
  limits: boolean
  /** A text includes others, so that the bytes say little. Told of texts up to 64 KiB only. */
  includes: boolean
}

const texts = /\.(?:md|markdown)$/i
/** Bytes of a text that is looked into: larger ones need no further reason to be bounded. */
const looked = 65_536
const parsed = /\.(?:md|markdown|ya?ml|json|bib|ris|csv|tsv|tbx|css)$/i

/** @param input Folder of a book, or one Markdown file; it exists. */
export async function measureInput(input: string): Promise<InputSize> {
  const entry = statSync(input)
  if (entry.isFile()) return {bytes: entry.size, limits: false, includes: includesOthers(input, entry.size)} // front matter cannot lift limits
  let bytes = 0
  let includes = false
  const look = (folder: string, depth: number) => {
    for (const found of attempt(() => readdirSync(folder, {withFileTypes: true})) ?? []) {
      if (found.name.startsWith('.') || found.name === 'node_modules') continue
      const file = path.join(folder, found.name)
      if (found.isDirectory() && depth < 8) look(file, depth + 1)
      else if (parsed.test(found.name)) {
        const size = statSync(file, {throwIfNoEntry: false})?.size ?? 0
        bytes += size
        includes ||= bytes <= looked && texts.test(found.name) && includesOthers(file, size)
      }
    }
  }
  look(input, 0)
  return {bytes, limits: setsLimits(path.join(input, 'book.yml')), includes}
}

function includesOthers(file: string, size: number): boolean {
  if (size > looked || !statSync(file, {throwIfNoEntry: false})?.isFile()) return false
  return anyInclude.test(attempt(() => readFileSync(file, 'utf8')) ?? '')
}

/** Looked for, not parsed: a wrong guess only costs a thread. `\x6c` may hide it in a quoted key, so does a merge. */
function setsLimits(file: string): boolean {
  if (!statSync(file, {throwIfNoEntry: false})?.isFile()) return false
  return /limits|\\|<<|^\s*\?/m.test(attempt(() => readFileSync(file, 'utf8')) ?? '')
}

/** What cannot be read weighs nothing here; reading it tells. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
