/** Spaces that stand in the source only so that emphasis begins and ends.
 *
 * CommonMark 0.31.2 §6.2 does not let `**词（word）**文` end its emphasis, so authors and assistants write a space behind it. Beside a full-width
 * mark, whose half is blank, no space is set (CLREQ §3.2.2). The source may stay as it is: these spaces are read as what they are. */
import type {Element, ElementContent, Root} from 'hast'
import {toString} from 'hast-util-to-string'

const emphasis = new Set(['strong', 'em', 'b', 'i', 'del', 's', 'mark'])
const verbatim = new Set(['code', 'math', 'pre', 'textarea'])

/** Full-width marks whose blank half is on the right, and on the left. */
const closing = /[）」』】》〉〕］｝、。，．：；！？]$/u
const opening = /^[（「『【《〈〔［｛]/u
const hanAtStart = /^ (?! )(?=[\p{Script=Han}\u3001-\u303F\uFF01-\uFF60])/u
const hanAtEnd = /(?<=[\p{Script=Han}\u3001-\u303F\uFF01-\uFF60]) $/u

/** In place. */
export function dropEmphasisSpaces(node: Root | Element): void {
  const children = node.children as ElementContent[] // a root of ours holds no doctype
  for (const [index, child] of children.entries()) {
    if (child.type !== 'element') continue
    if (emphasis.has(child.tagName)) dropAround(child, children[index - 1], children[index + 1])
    if (!verbatim.has(child.tagName)) dropEmphasisSpaces(child)
  }
}

function dropAround(emphasised: Element, before: ElementContent | undefined, behind: ElementContent | undefined): void {
  if (before?.type !== 'text' && behind?.type !== 'text') return
  const words = toString(emphasised)
  if (behind?.type === 'text' && closing.test(words)) behind.value = behind.value.replace(hanAtStart, '')
  if (before?.type === 'text' && opening.test(words)) before.value = before.value.replace(hanAtEnd, '')
}
