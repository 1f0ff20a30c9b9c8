/** `citations.style: my.csl`: every source that is understood is printed by the book's own style, once, ahead of all uses. */
import {message} from '../../../diagnostics/index.ts'
import type {Book, TextFile} from '../../../model/book.ts'
import {CslFault, formatByCsl} from './engine.ts'

/** @returns The setting names a file rather than a style of ours. */
export function isCsl(style: string | undefined): style is string {
  return /\.csl$/i.test(style ?? '')
}

/** Fills `printed` of the sources. A style that cannot be used is reported, and the language's default is left to print.
 * @param files The style and, where the book has any, `locales-*.xml`. */
export async function printByCsl(book: Book, files: TextFile[]): Promise<void> {
  const {style: name} = book.config.citations
  const file = files.find(({path}) => path === name)
  if (!isCsl(name) || !file) return // a file that is not there was reported where it was looked for
  const locales = new Map(files.flatMap(({path, text}) => {
    const tag = /(?:^|\/)locales-([\w-]+)\.xml$/i.exec(path)?.[1]
    return tag === undefined ? [] : [[tag.toLowerCase(), text] as const]
  }))
  const inputs = [...book.sources].flatMap(([number, {csl, lang}]) => (csl?.title ? [{id: String(number), item: csl, lang: lang ?? book.config.language}] : []))
  try {
    const {printed, order} = await formatByCsl(file.text, locales, inputs, book.config.language)
    for (const [id, children] of printed) {
      const source = book.sources.get(Number(id))
      if (source) source.printed = children
    }
    for (const [index, id] of order?.entries() ?? []) {
      const source = book.sources.get(Number(id))
      if (source) source.rank = index
    }
  } catch (error) {
    if (!(error instanceof CslFault)) throw error
    const place = {path: error.kind === 'style' ? name : 'book.yml'}
    book.messages.push(error.kind === 'style' ? message('citation-style-unreadable', place, {style: name, detail: error.detail}) : message('citation-style-engine', place, {style: name}))
  }
}
