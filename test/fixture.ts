/** Fixture folders: `{input.md, output.html, messages.txt}`, more inputs beside them, through the whole pipeline.
 *
 * `UPDATE=1 npx vitest run …` rewrites the expected files; read the difference before you commit it. */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {defaultConfig, readConfig} from '../src/config.ts'
import {wording} from '../src/diagnostics/index.ts'
import type {Book, Galley, Manuscript, TextFile} from '../src/model/book.ts'
import type {Message} from '../src/model/message.ts'
import {composeBook, setGalley} from '../src/pipeline.ts'

export interface Composed {manuscript: Manuscript; book: Book; galley: Galley; html: string; messages: string}

const stringify = unified().use(rehypeStringify).freeze()

/** A manuscript in memory. `files` by name; `book.yml` is the configuration. */
export function manuscriptOf(files: Record<string, string>): Manuscript {
  const pick = (pattern: RegExp): TextFile[] => Object.keys(files).filter((name) => pattern.test(name)).sort().map((name) => ({path: name, text: files[name] ?? ''}))
  const {config, messages} = files['book.yml'] === undefined ? {config: defaultConfig(), messages: []} : readConfig(files['book.yml'], 'book.yml')
  config.language ||= 'zh-CN'
  return {
    name: 'fixture',
    config,
    texts: pick(/\.md$/),
    sourceFiles: pick(/^(sources\.ya?ml|.*\.(bib|ris|json))$/),
    citationFiles: pick(/(\.csl|^locales-.*\.xml)$/),
    glossaryFiles: pick(/^(glossary.*\.ya?ml|.*\.(tbx|csv|tsv))$/),
    styles: {screen: '', print: '', epub: ''},
    assets: new Map(),
    assetByUrl: new Map(),
    fonts: new Map(),
    messages,
    hash: 'f1c7'.repeat(16),
    epoch: 1735603200,
  }
}

export async function composeFiles(files: Record<string, string>): Promise<Composed> {
  const manuscript = manuscriptOf(files)
  const composed = await composeBook(manuscript)
  const galley = await setGalley(composed, manuscript)
  const html = galley.chapters.map(({id, role, tree}) => `<section id="${id}" class="${role}">\n${stringify.stringify(tree)}\n</section>\n`).join('')
  return {manuscript, book: composed.book, galley, html, messages: printMessages(composed.book.messages)}
}

export function printMessages(messages: Message[]): string {
  return messages.map((entry) => {
    const {path: file, line, column} = entry.place
    const related = entry.related?.length ? ` (also ${entry.related.map((place) => `${place.line}:${place.column}`).join(', ')})` : ''
    return `${[file, line, column].filter((part) => part !== undefined).join(':')} ${entry.severity} ${entry.ruleId} ${wording(entry, 'en').reason}${related}\n`
  }).join('')
}

/** @returns Folders below `root` that hold an input.md. */
export function fixtureFolders(root: string): string[] {
  if (!existsSync(root)) return []
  return readdirSync(root, {recursive: true, withFileTypes: true}).filter((entry) => entry.name === 'input.md').map((entry) => entry.parentPath).sort()
}

export function readFixture(folder: string): {files: Record<string, string>; expected: {html: string; messages: string}} {
  const files: Record<string, string> = {}
  const expected = {html: '', messages: ''}
  for (const name of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, name), 'utf8')
    if (name === 'output.html') expected.html = text
    else if (name === 'messages.txt') expected.messages = text
    else files[name] = text
  }
  return {files, expected}
}

/** Compare, or with UPDATE=1 write, what a fixture folder expects. */
export async function runFixture(folder: string): Promise<{actual: {html: string; messages: string}; expected: {html: string; messages: string}}> {
  const {files, expected} = readFixture(folder)
  const {html, messages} = await composeFiles(files)
  const actual = {html, messages}
  if (process.env.UPDATE) {
    writeFileSync(path.join(folder, 'output.html'), html)
    writeFileSync(path.join(folder, 'messages.txt'), messages)
    return {actual, expected: actual}
  }
  return {actual, expected}
}
