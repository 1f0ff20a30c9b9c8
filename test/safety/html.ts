/** HTML text → tree, read as a browser reads the body of a page. */
import type {Root} from 'hast'
import {raw} from 'hast-util-raw'

export function fromHtml(html: string): Root {
  return raw({type: 'root', children: [{type: 'raw', value: html}]}) as Root // a root in is a root out
}
