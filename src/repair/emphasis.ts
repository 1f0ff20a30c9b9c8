/** `repair.cjkEmphasis`: tell where bold or italic beside Chinese punctuation is read as meant, though CommonMark would
 * print its asterisks. The parse has read it so (`remark-cjk-friendly`); this only reports. */
import type {Nodes} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Place} from '../model/message.ts'
import type {Book, ParsedText} from '../model/book.ts'
import {placeOf} from './place.ts'

/** Further places that one message lists. */
const most = 20

export function reportEmphasis({tree, text, path}: ParsedText, book: Book): void {
  const places: Place[] = []
  let count = 0
  eachEmphasis(tree, (node) => {
    const {start, end} = node.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined || (opens(text, start.offset) && closes(text, end.offset))) return
    count += 1
    if (places.length <= most) places.push(placeOf(node, path))
  })
  const [place, ...related] = places
  if (place) book.messages.push(message('emphasis-mended', place, {count}, {related}))
}

/** A plain recursion: a general visitor took 4 % of a long build. */
function eachEmphasis(node: Nodes, see: (node: Nodes) => void): void {
  if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') see(node)
  if ('children' in node) for (const child of node.children) eachEmphasis(child, see)
}

/** CommonMark 0.31.2 §6.2: the run at `offset` is left-flanking. */
function opens(text: string, offset: number): boolean {
  const [from, to] = runAround(text, offset, offset)
  return flanks(characterAfter(text, to), characterBefore(text, from))
}

function closes(text: string, offset: number): boolean {
  const [from, to] = runAround(text, offset - 1, offset - 1)
  return flanks(characterBefore(text, from), characterAfter(text, to))
}

function runAround(text: string, from: number, to: number): [number, number] {
  const mark = text[from]
  while (from > 0 && text[from - 1] === mark) from -= 1
  while (to < text.length && text[to] === mark) to += 1
  return [from, to]
}

/** @param inner Character on the side of the emphasised words. */
function flanks(inner: string, outer: string): boolean {
  if (isSpace(inner)) return false
  return !isPunctuation(inner) || isSpace(outer) || isPunctuation(outer)
}

function characterAfter(text: string, index: number): string {
  return index >= text.length ? '' : String.fromCodePoint(text.codePointAt(index) ?? 0)
}

function characterBefore(text: string, index: number): string {
  if (index <= 0) return ''
  const low = /[\uDC00-\uDFFF]/.test(text[index - 1] ?? '') && /[\uD800-\uDBFF]/.test(text[index - 2] ?? '')
  return text.slice(index - (low ? 2 : 1), index)
}

const isSpace = (character: string) => character === '' || /^\s$/u.test(character)
const isPunctuation = (character: string) => /^[\p{P}\p{S}]$/u.test(character)
