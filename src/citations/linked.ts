/** `[1](url)` and `[[1](url), [2](url)]`: CommonMark links whose text is a number. */
import type {Link, Nodes} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {CitationItem} from '../model/nodes.ts'
import {readItems} from './items.ts'

/** The link's text is nothing but one number, bare or in brackets. */
export function numbersOf(link: Link): CitationItem[] | undefined {
  const shown = toString(link).trim()
  if (!/^\[?\d{1,5}\]?$/.test(shown) || !/^https?:/i.test(link.url)) return undefined
  return readItems(shown.replace(/[[\]]/g, ''))
}

/** `[1](#ref-1)`, a link to the author's own list, and `[1](第3页)`, which is no address: calls where there is such a source. */
export function localCall(link: Link): CitationItem | undefined {
  const digits = /^\[?([1-9]\d{0,3})\]?$/.exec(toString(link).trim())?.[1]
  if (digits === undefined) return undefined
  if (/^#\D*?0*(\d+)$/.exec(link.url)?.[1] === digits) return {number: Number(digits)}
  const [item, ...more] = readItems(`${digits}, ${decoded(link.url)}`) ?? []
  return item?.locator !== undefined && more.length === 0 ? item : undefined
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url // a stray percent sign
  }
}

/** @param start Index of the first link (or what it has become) after a text that ends with an unescaped bracket.
 * @returns Index of the text that starts with the closing bracket. */
export function linkedGroupEnd(children: Nodes[], start: number, text: string): number | undefined {
  const before = children[start - 1]
  const offset = children[start]?.position?.start.offset ?? 0
  if (!isMember(children[start]) || before?.type !== 'text' || !before.value.endsWith('[') || text[offset - 1] !== '[' || text[offset - 2] === '\\') return undefined
  for (let index = start; index < children.length; index++) {
    const node = children[index]
    if (isMember(node)) continue
    if (node?.type !== 'text') return undefined
    if (node.value.startsWith(']')) return index
    if (!/^[\s,，、;；]*$/.test(node.value)) return undefined
  }
  return undefined
}

function isMember(node: Nodes | undefined): boolean {
  return (node?.type === 'citation' && node.dialect === 'double-bracket-link') || (node?.type === 'link' && numbersOf(node) !== undefined)
}
