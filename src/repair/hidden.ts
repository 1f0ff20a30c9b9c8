/** Characters that hide or turn text → gone from the tree, whether they were typed or written as references. `manuscript/`
 * has told where they stand; code is no exception, since it is where such tricks are played (CVE-2021-42574). */
import type {Nodes} from 'mdast'
import type {ParsedText} from '../model/book.ts'

/** Direction controls, zero-width marks, tag characters outside flags, rows of variation selectors. */
const hidden = /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]|(?<!\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{0,6})[\u{E0000}-\u{E007F}]+|(?:[\u{E0100}-\u{E01EF}\uFE00-\uFE0F]){2,}/gu
const some = /[\uFE00-\uFE0F]|[\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uDB40]/

const fields = ['value', 'url', 'title', 'alt', 'label', 'lang', 'meta'] as const

export function removeHidden({tree, text}: ParsedText): void {
  if (!some.test(text) && !text.includes('&')) return
  const clean = (node: Nodes): void => {
    const record = node as unknown as Record<string, unknown> // every field that holds text, whatever the kind of node
    for (const field of fields) {
      const value = record[field]
      if (typeof value === 'string' && some.test(value)) record[field] = value.replace(hidden, '')
    }
    if ('children' in node) for (const child of node.children) clean(child)
  }
  clean(tree)
}

/** Blocks that `manuscript/` made plain get their characters back, now that nothing parses them any more. */
const standIns = /[\uFDD0-\uFDE8]/g
const markup = '[]*_~<>&@:`$|\\!^#+-=.)({}'

export function restorePlain({tree, text}: ParsedText): void {
  if (!/[\uFDD0-\uFDE8]/.test(text)) return
  const restore = (node: Nodes): void => {
    const record = node as unknown as Record<string, unknown> // as above
    for (const field of fields) {
      const value = record[field]
      if (typeof value === 'string') record[field] = value.replace(standIns, (character) => markup[character.charCodeAt(0) - 0xfdd0] ?? '')
    }
    if ('children' in node) for (const child of node.children) restore(child)
  }
  restore(tree)
}
