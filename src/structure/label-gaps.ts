/** `[](#fig)所示` → 图 1 所示: the gap that a label has within, beside its number, it has beside Han too.
 *
 * CLREQ §3.2.2: a gap between Han and Western figures, none beside punctuation. Only beside labels that are ours: how the
 * author wrote a reference, it stays. */
import type {Link, Nodes, PhrasingContent} from 'mdast'
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
    const [before, after] = [children[index - 1], children[index + 1]]
    const label = shorten(child, before ? plainText(before) : '')
    if (after && meets(label, plainText(after))) children.splice(index + 1, 0, {type: 'text', value: ' '})
    if (before && meets(plainText(before), label)) children.splice(index++, 0, {type: 'text', value: ' '})
  }
}

/** Not at the end of another word: 地图, 代表. */
const named = /(?:(?<![\p{L}\p{N}])|(?<=[见見如由从從按据據在和与與及或看]))(?:[图表圖]|Figure|Table)\s{0,3}$/u

const formula = /(?:(?:公?式|方程式?)\s?|(?:Equation|Formula|Eq\.)\s{1,3})$/u

/** 如图[](#a), Table [](#b), 由式[](#c): the name that the author wrote is not printed twice. */
function shorten(link: Link, before: string): string {
  const label = plainText(link)
  const [, bracketed] = /^(?:式|Equation )(?=[（(])(.+)$/u.exec(label) ?? []
  if (bracketed !== undefined && formula.test(before.slice(-12))) {
    link.children = [{type: 'text', value: bracketed}]
    return bracketed
  }
  const [name] = /^(?:[图表圖]|Figure|Table)(?=\s?(?:[A-Z][-–.]?)?\d)/u.exec(label) ?? []
  if (name === undefined || named.exec(before.slice(-12))?.[0].trim() !== name) return label
  const number = label.slice(name.length).trim()
  link.children = [{type: 'text', value: number}]
  return number
}

function meets(one: string, other: string): boolean {
  const [last = '', first = ''] = [[...one.slice(-2)].at(-1), [...other.slice(0, 2)][0]]
  return (western.test(last) && han.test(first)) || (han.test(last) && western.test(first))
}
