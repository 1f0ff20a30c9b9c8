/** Numbers that have no brackets, or lost them in an export: `strong.¹`, `strong.<sup>1</sup>`, `strong.1`, `(1)`, `强①。`, `强^1^`
 *
 * Read only where the text announces a list of sources that no other mark calls, and only numbers of that list; digits
 * that stand bare or in parentheses must call most of it. An exponent stands behind a letter or a digit: it is none; nor is a clause of an
 * annex (A.1). */
import type {Html, Nodes, RootContent, Text} from 'mdast'
import type {ParsedText} from '../../model/book.ts'
import type {CitationCandidate} from '../../model/nodes.ts'
import {circledDigits, circledNumber} from '../digits.ts'
import {readItems} from '../items.ts'
import {pointReader} from '../places.ts'
import {eachNode} from '../walk.ts'
import type {SourceList} from './lists.ts'

const superscripts = '⁰¹²³⁴-⁹'
const closed = '[.,;:!?。，；：！？、”’"\'）)】》」\\]…]'
/** Behind an abbreviation a number belongs to it. */
const abbreviated = /(?:^|[^\p{L}])(?:figs?|nos?|secs?|vols?|chs?|eqs?|refs?|pp?|arts?|cf|al|ver|v|tab|ex|st)\.$/iu

/** `来源1`, `Source 1`, as lists and their calls have it. */
const named = '(?:sources?|refs?|references?|citations?|[来來]源|[参參]考|文[献獻]|[资資]料)'

/** A unit is shorter. */
const behindWords = new RegExp(`(?:${closed}|\\p{Script=Han}|\\p{L}{4})$`, 'u')

interface Form {
  pattern: RegExp
  /** Ordinary digits could be anything: most of the list has to be called this way. */
  common: boolean
  /** The list has to be labelled so, too: `(1)` may open a step. */
  label?: RegExp
}

const raisedDigits = new RegExp(`(?<=${closed}|\\p{Script=Han}|\\p{L}{3})[${superscripts}]{1,3}(?:[,，、⁻–-][${superscripts}]{1,3})*(?![${superscripts}])`, 'gu')

const forms: readonly Form[] = [
  {pattern: raisedDigits, common: false},
  {pattern: new RegExp(`(?<=${closed}|\\p{Script=Han}|\\p{L}{3})\\^\\d{1,3}(?:[,，、–-]\\d{1,3})*\\^`, 'gu'), common: false},
  {pattern: new RegExp(`(?<=[^\\d\\s]${closed})(?<!\\d[.,]|(?<![\\p{Script=Latin}\\d])\\p{Lu}\\.)\\d{1,3}(?:,\\s?\\d{1,3})*(?=\\s|$)`, 'gu'), common: true},
  {pattern: new RegExp(`[（(]\\s*${named}[ \\t]?[:：]?[ \\t]?\\d{1,3}(?:\\s*[,，、和与]\\s*(?:${named})?[ \\t]?\\d{1,3})*\\s*[)）]`, 'giu'), common: true, label: new RegExp(`^\\s*(?:[-*+][ \\t]+)?${named}`, 'iu')},
  {pattern: /(?<=[\p{Script=Han}%％)）”」》][ ])(?<![为是第共约达至到有超近于仅][ ])\d{1,3}(?:[ ]?[,，、][ ]?\d{1,3})*(?=[ ]?(?:[。，；：！？、]|$))/gu, common: true},
  {pattern: /(?<![\p{L}\d])[（(]\d{1,3}(?:\s*[,，、–-]\s*\d{1,3})*[)）]/gu, common: true, label: /^\s*[（(]\d/},
  {pattern: new RegExp(`(?<=[\\p{L}\\p{N}]|${closed})[${circledDigits}]+(?=\\s|$|${closed})`, 'gu'), common: true, label: new RegExp(`^\\s*[${circledDigits}]`)},
]

/** @param lists Announced, and called by nothing. Their calls become candidates in the tree. */
export function findUnmarked(text: ParsedText, lists: SourceList[]): void {
  const known = new Set(lists.flatMap(({entries}) => entries.map(({number}) => number)))
  const held = new Set(lists.flatMap(({blocks}) => blocks))
  const body = text.tree.children.filter((node) => !held.has(node))
  if (markRaised(body, known) > 0) return
  for (const {pattern, common, label} of forms) {
    if (label && !lists.some(({entries}) => label.test(text.text.slice(entries[0]?.offset)))) continue
    const called = new Set<number>()
    for (const node of body) eachWords(node, ({value}) => {
      for (const match of value.matchAll(pattern)) for (const number of numbersOf(match[0], value.slice(0, match.index), known) ?? []) called.add(number)
    })
    if (called.size === 0 || (common && called.size < known.size / 2)) continue
    for (const node of body) splitWords(node, pattern, known, text)
    return
  }
}

/** Raised numbers beside markers with brackets: `<sup>4</sup>` where `[3]` stands elsewhere. They could be notes of another kind, so
 * most of them have to call what no marker calls, and each stands behind a word or a mark.
 * @param called By the markers. */
export function findRaised(text: ParsedText, lists: SourceList[], called: ReadonlySet<number>): void {
  const known = new Set(lists.flatMap(({entries}) => entries.map(({number}) => number)))
  const held = new Set(lists.flatMap(({blocks}) => blocks))
  const body = text.tree.children.filter((node) => !held.has(node))
  const found = new Set<number>()
  for (const node of body) {
    eachNode(node, (parent) => {
      for (const {numbers} of raisedIn(parent, known, true)) for (const number of numbers) found.add(number)
    })
    eachWords(node, ({value}) => {
      for (const match of value.matchAll(raisedDigits)) for (const number of numbersOf(match[0], value.slice(0, match.index), known) ?? []) found.add(number)
    })
  }
  const own = [...found].filter((number) => !called.has(number))
  if (own.length === 0 || own.length < found.size / 2) return
  markRaised(body, known, true)
  for (const node of body) splitWords(node, raisedDigits, known, text)
}

function isCircled(raw: string): boolean {
  return new RegExp(`^[${circledDigits}]`).test(raw)
}

function numbersOf(raw: string, before: string, known: ReadonlySet<number>): number[] | undefined {
  if (abbreviated.test(before.slice(-8))) return undefined
  const plain = isCircled(raw) ? [...raw].map(circledNumber).join(', ') : raw.replace(/^[（(^]|[)）^]$/g, '').replace(new RegExp(`${named}|[:：]`, 'giu'), '').replace(/[和与]/g, '、')
  const numbers = readItems(plain)?.map(({number}) => number)
  return numbers?.every((number) => known.has(number)) ? numbers : undefined
}

function eachWords(node: Nodes, look: (text: Text) => void): void {
  if (node.type === 'link' || node.type === 'linkReference') return
  if (node.type === 'text') look(node)
  else if ('children' in node) for (const child of node.children) eachWords(child, look)
}

function splitWords(node: Nodes, pattern: RegExp, known: ReadonlySet<number>, text: ParsedText): void {
  if (!('children' in node) || node.type === 'link' || node.type === 'linkReference') return
  const owner: {children: Nodes[]} = node
  owner.children = owner.children.flatMap((child): Nodes[] => {
    splitWords(child, pattern, known, text)
    return child.type === 'text' ? splitText(child, pattern, known, text) : [child]
  })
}

function splitText(node: Text, pattern: RegExp, known: ReadonlySet<number>, {text}: ParsedText): (Text | CitationCandidate)[] {
  const pieces: (Text | CitationCandidate)[] = []
  let end = 0
  let offset = node.position?.start.offset ?? 0
  const pointAt = pointReader(text)
  for (const {0: raw, index} of node.value.matchAll(pattern)) {
    const numbers = numbersOf(raw, node.value.slice(0, index), known)
    if (!numbers) continue
    const start = text.indexOf(raw, offset + (text.startsWith(node.value.slice(end, index), offset) ? index - end : 0))
    if (start < 0) continue
    if (index > end) pieces.push({type: 'text', value: node.value.slice(end, index), position: {start: pointAt(offset), end: pointAt(start)}})
    offset = start + raw.length
    pieces.push({type: 'citationCandidate', dialect: 'unmarked', value: raw, items: numbers.map((number) => ({number})), children: [], position: {start: pointAt(start), end: pointAt(offset)}})
    end = index + raw.length
  }
  if (end === 0) return [node]
  return end < node.value.length ? [...pieces, {type: 'text', value: node.value.slice(end), ...(node.position ? {position: {start: pointAt(offset), end: node.position.end}} : {})}] : pieces
}

/** `<sup>1</sup>`: three nodes. @returns How many were found. */
function markRaised(nodes: RootContent[], known: ReadonlySet<number>, strict = false): number {
  let count = 0
  for (const node of nodes) eachNode(node, (parent) => {
    for (const {index, numbers, value, position} of raisedIn(parent, known, strict).toReversed()) {
      (parent as {children: Nodes[]}).children.splice(index, 3, {type: 'citationCandidate', dialect: 'unmarked', value, items: numbers.map((number) => ({number})), children: [], position})
      count++
    }
  })
  return count
}

interface Raised {index: number; numbers: number[]; value: string; position: NonNullable<Html['position']>}

/** @param strict Only behind a word or a mark: no unit, no name of an author. */
function raisedIn(parent: Nodes, known: ReadonlySet<number>, strict: boolean): Raised[] {
  if (!('children' in parent) || !parent.children.some(isRaise)) return []
  const children: Nodes[] = parent.children
  const found: Raised[] = []
  for (let index = 0; index + 2 < children.length; index++) {
    const [open, words, close] = children.slice(index, index + 3)
    if (!open || !isRaise(open) || words?.type !== 'text' || close?.type !== 'html' || close.value !== '</sup>') continue
    const before = children[index - 1]
    if (before?.type === 'text' && /(?:^|[^\p{L}])[\p{L}\d)]$/u.test(before.value)) continue // x², 10³
    if (strict && !(before?.type === 'text' && behindWords.test(before.value))) continue
    const numbers = numbersOf(words.value.replace(/^\[|\]$/g, ''), '', known)
    if (!numbers || !open.position || !close.position) continue
    found.push({index, numbers, value: `${open.value}${words.value}${close.value}`, position: {start: open.position.start, end: close.position.end}})
    index += 2
  }
  return found
}

function isRaise(node: Nodes): node is Html {
  return node.type === 'html' && node.value === '<sup>'
}
