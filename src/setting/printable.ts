/** Text and attributes of a tree → what XHTML can hold (XML 1.0 §2.2). Character references and the escapes of other
 * files bring controls in behind the reading, which has replaced those of the texts themselves. */
import type {Nodes} from 'hast'

const unprintable = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const suspicious = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/

/** In place. */
export function makePrintable(node: Nodes): void {
  if ('value' in node) node.value = printable(node.value)
  if (node.type === 'element') {
    for (const name in node.properties) { // as plain objects; a list of entries for each element took as long as all tests
      const value = node.properties[name]
      if (typeof value === 'string' && suspicious.test(value)) node.properties[name] = printable(value)
    }
  }
  if ('children' in node) for (const child of node.children) makePrintable(child)
}

function printable(text: string): string {
  return suspicious.test(text) ? text.replace(unprintable, '\uFFFD') : text
}
