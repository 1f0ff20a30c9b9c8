/** HTML that the author wrote → elements. Parsed only where there is any: parse5 costs more than all else here. */
import type {Root} from 'hast'
import {raw} from 'hast-util-raw'
import {visit, EXIT} from 'unist-util-visit'

export function mergeAuthorHtml(tree: Root, _nonce: string): Root {
  let found = false
  visit(tree, 'raw', () => {
    found = true
    return EXIT
  })
  return found ? (raw(tree) as Root) : tree // a root in is a root out
}
