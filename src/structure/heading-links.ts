/** `[](#id)` to a heading → its number, as a reader would say it; without one, its words. */
import type {Link, Nodes} from 'mdast'
import type {Book} from '../model/book.ts'
import type {Services} from '../model/setting.ts'
import type {NumberedFormula} from './formula-numbers.ts'
import {withoutOrnaments} from './ornaments.ts'
import {plainText} from './plain-text.ts'
import {walk} from './walk.ts'

/** A label that the author wrote: 第一章, 附录 A, Chapter 2, 1.1. */
const label = /^(?:第\s?[\d一二三四五六七八九十百零〇]+\s?(?:部分|[章节節回篇部编編卷])|附[录錄]\s?[A-Z\d一二三四五六七八九十甲乙丙丁戊己庚辛壬癸]?|(?:chapter|part|appendix)\s+[\dA-Z]+)/iu
const section = /^\d+(?:\.\d+)+/

/** After numbers: the label of a heading may be one of ours. */
export function nameHeadingLinks({chapters}: Book, services: Services, formulas: NumberedFormula[]): void {
  const empty: Link[] = []
  for (const {tree} of chapters) walk(tree, (node) => { if (node.type === 'link' && node.url.startsWith('#') && plainText(node).trim() === '') empty.push(node) })
  if (empty.length === 0) return
  const names = new Map(formulas.map(({id = '', numbers: [number = '']}) => [id, services.locale.text('formula.label', {number})]))
  for (const {id, tree} of chapters) {
    for (const [index, node] of tree.children.entries()) {
      if (node.type === 'heading') names.set(index === 0 ? id : (node.data?.id ?? ''), nameOf(node, services))
    }
  }
  for (const link of empty) {
    const name = names.get(link.url.slice(1))
    if (!name) continue
    link.children = [{type: 'text', value: name}]
    link.data = {...link.data, labelled: true}
  }
}

function nameOf(heading: Nodes, {locale}: Services): string {
  const [first] = 'children' in heading ? heading.children : []
  const words = plainText(heading).trim()
  const bare = withoutOrnaments(words)
  const number = first && Array.isArray(first.data?.hProperties?.className) && first.data.hProperties.className.includes('heading-number') ? plainText(first) : (label.exec(bare) ?? section.exec(bare))?.[0]
  if (number === undefined) return words
  if (/^\d+$/.test(number)) return locale.text('heading.named', {number})
  return section.test(number) ? locale.text('heading.section', {number}) : number
}
