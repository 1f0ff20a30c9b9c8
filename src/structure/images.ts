/** Images → assets of the manuscript, while the file that names them is known. */
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import {walk} from './walk.ts'

/** An image that is no asset keeps none; setting prints its alt text. `manuscript/` found out why. */
export function resolveImages({tree, path}: ParsedText, book: Book): void {
  walk(tree, (node) => {
    if (node.type !== 'image') return
    const key = `${path}\n${node.url}`
    const hash = book.assetByUrl.get(key)
    const {start, end} = node.position ?? {}
    const place = start && end ? {path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column} : {path}
    if (!node.alt?.trim()) book.messages.push(message('image-alt-missing', place, {url: node.url}))
    if (hash !== undefined) {
      node.data = {...node.data, asset: hash}
      return
    }
    const {ruleId, values} = book.imageFaults?.get(key) ?? {ruleId: 'image-missing' as const, values: {url: node.url}}
    book.messages.push(message(ruleId, place, values))
  })
}
