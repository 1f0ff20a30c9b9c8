/** What the user named → folders and files that hold a manuscript. */
import {existsSync, lstatSync, readdirSync, statSync} from 'node:fs'
import path from 'node:path'
import {nearest} from '../diagnostics/nearest.ts'
import {outputName} from '../manuscript/names.ts'
import {UsageError} from './session.ts'

const markdown = /\.(md|markdown)$/i
const apparatus = /^(?:sources|glossary)\.ya?ml$|\.(?:bib|ris)$/i

export interface Input {
  /** Absolute path, for reading. */
  path: string
  /** Folder that the places of messages are relative to. */
  folder: string
  /** Short name that names the outputs. */
  name: string
}

/** @param named Arguments; empty: the book in `folder`, else every book in its `source/`, else the texts of `folder`. */
export function findInputs(named: string[], folder: string): Input[] {
  const found = named.length > 0 ? named.map((input) => openInput(input, folder)) : findBooks(folder)
  if (found.length === 0) throw new UsageError('usage.noBook')
  for (const [index, {name, path: file}] of found.entries()) {
    const first = found.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) // one folder for many a file system
    if (first < index) throw new UsageError('usage.sameName', {first: relative(folder, found[first]?.path ?? ''), second: relative(folder, file), name})
  }
  return found
}

function openInput(input: string, folder: string): Input {
  const file = path.resolve(folder, input)
  const entry = statSync(file, {throwIfNoEntry: false})
  if (!entry && lstatSync(file, {throwIfNoEntry: false})) throw new UsageError('usage.brokenLink', {input})
  if (!entry) throw new UsageError('usage.missing', {input}, guess(file, folder))
  if (entry.isDirectory()) {
    if (!isBook(file)) throw new UsageError('usage.noText', {input})
    return {path: file, folder: file, name: outputName(path.basename(file))}
  }
  if (!markdown.test(file)) throw new UsageError('usage.notMarkdown', {input})
  return {path: file, folder: path.dirname(file), name: outputName(path.basename(file).replace(markdown, ''))}
}

function findBooks(folder: string): Input[] {
  if (existsSync(path.join(folder, 'book.yml'))) return [openInput('.', folder)]
  const source = path.join(folder, 'source')
  if (!existsSync(source)) return openTexts(folder)
  return readdirSync(source, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && isBook(path.join(source, entry.name)))
    .map(({name}) => openInput(path.join('source', name), folder))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Markdown files alone: one is a book by itself, unless sources or terms stand beside it. */
function openTexts(folder: string): Input[] {
  const names = readdirSync(folder)
  const texts = names.filter((name) => markdown.test(name) && !name.startsWith('_'))
  const [only, ...others] = texts
  if (only === undefined) return []
  return [openInput(others.length > 0 || names.some((name) => apparatus.test(name)) ? '.' : only, folder)]
}

/** mdBook keeps its texts in `src/`, beside their list. */
function isBook(folder: string): boolean {
  return existsSync(path.join(folder, 'book.yml')) || readdirSync(folder).some((name) => markdown.test(name) || existsSync(path.join(folder, name, 'SUMMARY.md')))
}

function guess(file: string, folder: string): string | undefined {
  const parent = path.dirname(file)
  if (!statSync(parent, {throwIfNoEntry: false})?.isDirectory()) return undefined
  const name = nearest(path.basename(file), readdirSync(parent))
  return name === undefined ? undefined : relative(folder, path.join(parent, name))
}

/** Path as shown to people: from `folder` where it lies inside it, with `/`. */
export function relative(folder: string, file: string, {relative: from, sep, isAbsolute}: Pick<typeof path, 'relative' | 'sep' | 'isAbsolute'> = path): string {
  const inside = from(folder, file)
  const outside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) // another drive
  const shown = inside === '' ? '.' : outside ? file : inside
  return sep === '\\' ? shown.replaceAll('\\', '/') : shown
}
