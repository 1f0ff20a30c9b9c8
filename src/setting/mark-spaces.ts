/** Spaces beside full-width marks: a mark has its own blank (CLREQ §3.2.2), and where a space stands before a comma a line may begin with it
 * (GB/T 15834 §5.1).
 *
 * The source may stay as it is: such a space is set as none. What separates stays: two spaces or more behind a mark, a space
 * behind a closing bracket, and the blank between brackets that is to be filled in, which
 * does not shrink either. */
import type {Element, ElementContent, Root} from 'hast'

const verbatim = new Set(['code', 'math', 'pre', 'textarea', 'kbd', 'samp', 'svg', 'script', 'style'])

const beforeClosing = /(?<![（《「『【〔〈［｛\s])[ \n]+(?=[，。、；：？！）》」』】〕〉］｝])/gu
const behindOpening = /(?<=[（《「『【〔〈［｛])[ \n]+(?![\s）》」』】〕〉］｝])/gu
const behindPause = /(?<=[，。、；：？！])[ \n](?=\S)/gu

/** `（    ）`, `(   )`: what a reader writes into is as wide as it was written. */
const toBeFilled = /(?<=[（(])[ \u00a0]{2,}(?=[）)])/gu

const pauseAtEnd = /(?<=[，。、；：？！])[ \n]$/u

/** In place. */
export function dropMarkSpaces(node: Root | Element): void {
  const children = node.children as ElementContent[] // a root of ours holds no doctype
  for (const [index, child] of children.entries()) {
    if (child.type === 'element' && !verbatim.has(child.tagName)) dropMarkSpaces(child)
    if (child.type !== 'text') continue
    child.value = child.value.replace(beforeClosing, '').replace(behindOpening, '').replace(behindPause, '').replace(toBeFilled, (blank) => '\u00a0'.repeat(blank.length))
    if (goesOn(children[index + 1])) child.value = child.value.replace(pauseAtEnd, '')
  }
}

/** Whether the sentence does: links back from a note stand apart from it. */
function goesOn(next: ElementContent | undefined): boolean {
  if (next?.type === 'text') return /^\S/.test(next.value) // the words of a link that leads nowhere
  return next?.type === 'element' && next.tagName !== 'br' && next.properties.dataFootnoteBackref === undefined
}
