/** `\eqref{eq:mass}`, `\ref{eq:mass}`: LaTeX's way to name a formula that has `\label{eq:mass}` → a link that says its number.
 *
 * In dollars too (`$\eqref{eq:mass}$`), as MathJax reads them. What names nothing is left, and told. */
import type {Nodes, Parents, PhrasingContent, Text} from 'mdast'
import {alignWords, partOfText, placeOfWords, sourceOf} from '../diagnostics/word-places.ts'
import type {Book} from '../model/book.ts'
import type {Services} from '../model/setting.ts'
import {closed} from './cross-references.ts'
import {type NumberedFormula, texLabels} from './formula-numbers.ts'
import {walk} from './walk.ts'

const reference = /\\(eqref|ref|autoref|[cC]ref)\{([^{}\n]{1,100})\}/g
const alone = /^\s*\\(eqref|ref)\{([^{}\n]{1,100})\}\s*$/

/** @returns Names that formulas of the text have by `\label`, those on one line (`$$x \label{a}$$`) too, which are set apart later. */
export function namedFormulas({texts}: Pick<Book, 'texts'>): Set<string> {
  const names = new Set<string>()
  for (const {tree} of texts) walk(tree, (node) => { if (node.type === 'math' || node.type === 'inlineMath') for (const name of texLabels(node)) names.add(name) })
  return names
}

interface Target {id: string; number: string}

/** After formulas have numbers. */
export function linkTexReferences(book: Book, formulas: NumberedFormula[], {locale}: Pick<Services, 'locale'>): void {
  const targets = new Map<string, Target>()
  for (const {id, labels} of formulas) for (const [name, number] of labels) if (id !== undefined && !targets.has(name)) targets.set(name, {id, number})
  const linkOf = (command: string, name: string): PhrasingContent | undefined => {
    const target = targets.get(name.trim())
    if (!target) return undefined
    const {id, number} = target
    const value = command === 'ref' ? number : command !== 'eqref' ? locale.text('formula.label').replace('{number}', number) : locale.fullWidth ? `（${number}）` : `(${number})`
    return {type: 'link', url: `#${id}`, children: [{type: 'text', value}]}
  }
  for (const {tree, path} of book.chapters) linkInside(tree, linkOf, (text) => alignWords(text, sourceOf(book, path, text.position?.start.line)))
}

type LinkOf = (command: string, name: string) => PhrasingContent | undefined

function linkInside(node: Nodes, linkOf: LinkOf, align: (text: Text) => ReturnType<typeof alignWords>): void {
  if (!('children' in node) || closed.has(node.type)) return
  const parent = node as Parents & {children: Nodes[]}
  const children = parent.children.flatMap((child): Nodes[] => {
    if (child.type === 'inlineMath') {
      const [, command = '', name = ''] = alone.exec(child.value) ?? []
      return [linkOf(command, name) ?? (command === '' ? child : {type: 'text', value: child.value, ...(child.position ? {position: child.position} : {})})] // which nothing prints
    }
    if (child.type === 'text') return splitText(child, linkOf, align)
    linkInside(child, linkOf, align)
    return [child]
  })
  if (children.length !== parent.children.length || children.some((child, index) => child !== parent.children[index])) parent.children = children as typeof parent.children // links and text where text was
}

function splitText(text: Text, linkOf: LinkOf, align: (text: Text) => ReturnType<typeof alignWords>): PhrasingContent[] {
  if (!text.value.includes('ref{')) return [text]
  const words = align(text)
  const parts: PhrasingContent[] = []
  let end = 0
  for (const {0: whole, 1: command = '', 2: name = '', index} of text.value.matchAll(reference)) {
    const link = linkOf(command, name)
    if (!link || (words && !placeOfWords(words, index, index + whole.length).exact)) continue // escaped: it is meant to be seen
    if (index > end) parts.push(partOfText(text, end, index, words))
    parts.push(link)
    end = index + whole.length
  }
  if (end === 0) return [text]
  return end < text.value.length ? [...parts, partOfText(text, end, text.value.length, words)] : parts
}
