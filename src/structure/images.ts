/** Images → assets of the manuscript, while the file that names them is known. */
import {visit} from 'unist-util-visit'
import type {Book, ParsedText} from '../model/book.ts'

/** An image that is no asset keeps none; setting prints its alt text. `manuscript/` has reported why. */
export function resolveImages({tree, path}: ParsedText, book: Book): void {
  visit(tree, 'image', (node) => {
    const hash = book.assetByUrl.get(`${path}\n${node.url}`)
    if (hash !== undefined) node.data = {...node.data, asset: hash}
  })
}
