/** Files in memory → the bytes of an edition, and what an XML parser says to those of an EPUB. */
import path from 'node:path'
import {XMLValidator} from 'fast-xml-parser'
import {editions} from '../../src/editions/index.ts'
import {localeOf} from '../../src/locale/index.ts'
import type {Format, Galley} from '../../src/model/book.ts'
import {composeFiles} from '../fixture.ts'
import {png} from '../manuscript/fixture.ts'
import {readZip} from './zip.ts'

const context = {locale: localeOf('zh-CN'), cache: undefined, templates: path.resolve(import.meta.dirname, '..', '..', 'templates'), signal: new AbortController().signal}

/** A picture of the book's own: to draw a cover takes a hundred times as long as all that is judged here. */
const cover = {hash: 'c0', path: 'cover.png', mediaType: 'image/png' as const, width: 1, height: 1, data: png}

/** @param drawn With the cover that is drawn from the book's words. */
export async function makeEdition(format: Format, files: Record<string, string>, drawn = false): Promise<Uint8Array> {
  const {galley} = await composeFiles({...files, 'book.yml': `${files['book.yml'] ?? ''}epub: {fonts: none}\n${drawn ? '' : 'cover: cover.png\n'}`})
  return printGalley(format, galley)
}

export async function printGalley(format: Format, galley: Galley): Promise<Uint8Array> {
  if (galley.config.cover === cover.path) galley.assets.set(cover.hash, cover)
  return (await (await editions[format]())(galley, context)).data
}

const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** @returns The documents of an EPUB with what is wrong in their XML. */
export function documentsOf(epub: Uint8Array): {name: string; text: string; fault?: string}[] {
  return [...readZip(epub)].filter(([name]) => /\.(?:xhtml|opf|ncx|xml)$/.test(name)).map(([name, data]) => {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(data)
    const valid = XMLValidator.validate(text)
    const fault = valid === true ? (forbidden.test(text) ? 'a character that XML forbids' : undefined) : valid.err.msg
    return {name, text, ...(fault === undefined ? {} : {fault})}
  })
}
