/** Quires: a long book is cut where chapters begin, and each piece is printed by a press of its own, at the same time.
 *
 * Chromium prints with one thread. What is cut depends on the book
 * alone, never on the machine, so that equal books give equal bytes. */
import type {Element, Root} from 'hast'
import type {GalleyChapter} from '../../model/book.ts'
import type {Part, PartKind} from './parts.ts'

/** Characters from which a second press pays: about 50 pages. */
const worthwhile = 50_000

/** More of them would wait for each other on two cores, and each is a browser. */
const most = 2

/** What a style sheet of the book may hold that begins anew in each quire: counters, the number of pages, places among
 * siblings, and siblings of parts. */
const counted = /\bcounter-(?:reset|increment|set)\b|\bcounters?\(\s*pages\b|(?<!:):(?:first|last|nth|only)\b|(?:section|\.(?:part|chapter|role-[\w-]+))[^\s{,>]*\s*[~+]/i

/** Characters of running text that take as long to print as a line of the contents, with its leader and its link. */
const lineWeight = 80

/** @param styles The book's own for print. @param lines Of the contents and lists.
 * @returns The parts in order, in one piece or more. */
export function cutQuires(parts: Part[], styles = '', lines: Partial<Record<PartKind, number>> = {}): Part[][] {
  if (counted.test(styles)) return [parts]
  const weights = parts.map(({chapter, kind}) => (chapter ? charactersOf(chapter.tree) : (lines[kind] ?? 0) * lineWeight))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const count = Math.min(most, Math.max(1, Math.floor((2 * whole) / worthwhile)))
  const quires: Part[][] = [[]]
  let before = 0
  for (const [index, part] of parts.entries()) {
    const weight = weights[index] ?? 0
    const due = (whole * quires.length) / count // a quire ends where its end is nearest to its share
    if (quires.length < count && opens(part) && before >= due / 2 && before + weight / 2 >= due) quires.push([])
    quires.at(-1)?.push(part)
    before += weight
  }
  return quires
}

/** Links back to where a source is cited are printed as a few folios, however many they are. */
function charactersOf(node: Root | Element): number {
  let count = 0
  for (const child of node.children) {
    if (child.type === 'text') count += child.value.length
    else if (child.type === 'element' && child.data?.slot?.type !== 'folios') count += charactersOf(child)
  }
  return count
}

/** Whether a quire may begin with it: on a page of its own, numbered in Arabic, and on top in the outline. */
function opens({matter, page, chapter}: Part): boolean {
  return matter === 'body' && page !== 'flow' && chapter !== undefined && startsWithH1(chapter)
}

function startsWithH1({tree}: GalleyChapter): boolean {
  const first = tree.children.find((node) => node.type === 'element')
  return first?.type === 'element' && (first.tagName === 'h1' || (first.tagName === 'header' && first.children.some((node) => node.type === 'element' && node.tagName === 'h1')))
}
