/** Manuscript: the only reader of author's files. The only door of the room. */
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {defaultConfig, readConfig} from '../config.ts'
import type {Manuscript, TextFile} from '../model/book.ts'

/** Step 0. @param input Folder of a book, or one Markdown file. */
export async function readManuscript(input: string, {epoch}: {epoch: number | undefined}): Promise<Manuscript> {
  const single = statSync(input).isFile()
  const folder = single ? path.dirname(input) : input
  const bookFile = path.join(folder, 'book.yml')
  const {config, messages} = !single && existsSync(bookFile) ? readConfig(readFileSync(bookFile, 'utf8'), 'book.yml') : {config: defaultConfig(), messages: []}
  const names = single ? [path.basename(input)] : readdirSync(folder).sort()
  const read = (name: string): TextFile => ({path: name, text: readFileSync(path.join(folder, name), 'utf8')})
  const texts = (config.chapters ?? names.filter((name) => name.endsWith('.md'))).map(read)
  config.language ||= /\p{Script=Han}/u.test(texts[0]?.text ?? '') ? 'zh-CN' : 'en'
  const hash = createHash('sha256')
  for (const {text} of texts) hash.update(text)
  return {
    name: path.basename(path.resolve(single ? input.replace(/\.md$/, '') : folder)),
    config,
    texts,
    sourceFiles: single ? [] : names.filter((name) => /^sources\.ya?ml$|\.(bib|ris)$/.test(name)).map(read),
    glossaryFiles: single ? [] : names.filter((name) => /^glossary.*\.ya?ml$/.test(name)).map(read),
    styles: {screen: '', print: '', epub: ''},
    assets: new Map(),
    assetByUrl: new Map(),
    fonts: new Map(),
    messages,
    hash: hash.digest('hex'),
    epoch: epoch ?? Date.parse(config.date ?? '2000') / 1000,
  }
}
