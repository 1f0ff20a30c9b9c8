/** `[](#fig)所示` → 图 1 所示: the gap that a label has within, beside its number, it has beside Han too.
 *
 * CLREQ §3.2.2: a gap between Han and Western figures, none beside punctuation. Only beside labels that are ours: how the
 * author wrote a reference, it stays. */
import type {Nodes, PhrasingContent} from 'mdast'
import type {Book} from '../model/book.ts'
import {plainText} from './plain-text.ts'

const western = /[\p{Script=Latin}\p{Nd}]/u
const han = /\p{Script=Han}/u

/** After links have their labels. */
export function spaceLabels({chapters}: Book): void {
  for (const {tree} of chapters) look(tree)
}

function look(node: Nodes): void {
  if (!('children' in node)) return
  const children = node.children as PhrasingContent[] // a link stands among words
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index]
    if (child?.type !== 'link' || !child.data?.labelled) {
      if (child) look(child)
      continue
    }
    const label = plainText(child)
    const [before, after] = [children[index - 1], children[index + 1]]
    if (after && meets(label, plainText(after))) children.splice(index + 1, 0, {type: 'text', value: ' '})
    if (before && meets(plainText(before), label)) children.splice(index++, 0, {type: 'text', value: ' '})
  }
}

function meets(one: string, other: string): boolean {
  const [last = '', first = ''] = [[...one.slice(-2)].at(-1), [...other.slice(0, 2)][0]]
  return (western.test(last) && han.test(first)) || (han.test(last) && western.test(first))
}
