/** Formulas with a label, and lines that LaTeX numbers by itself, are counted through the book and take no number that the author
 * has given: `\tag{1}`.
 *
 * A formula that nothing can refer to needs none. */
import type {Math as Formula} from 'mdast-util-math'
import type {Book} from '../model/book.ts'
import {numberedLines} from './formula-lines.ts'
import {numberByHand} from './formula-mentions.ts'
import {walk} from './walk.ts'

const tag = /\\tag\*?\s*\{([^{}]{1,40})\}/g

/** @param numbers As they are printed, without brackets; of more than one line, several. */
export interface NumberedFormula {id: string | undefined; chapter: string; numbers: string[]}

/** After ids. The block has one number where a label names all of it.
 *
 * @returns Formulas with a number, in order of the book. */
export function numberFormulas({chapters}: Pick<Book, 'chapters'>): NumberedFormula[] {
  const formulas: {node: Formula; chapter: string; written: string[]}[] = []
  for (const {id, tree} of chapters) walk(tree, (node) => { if (node.type === 'math') formulas.push({node, chapter: id, written: tagsOf(node)}) })
  const taken = new Set(formulas.flatMap(({node, written}) => [...written, numberByHand(node.value) ?? '']))
  let count = 0
  const next = () => {
    do count += 1
    while (taken.has(String(count)))
    return String(count)
  }
  return formulas.flatMap(({node, chapter, written}) => {
    const given = giveNumbers(node, written, next)
    const byHand = numberByHand(node.value)
    const numbers = byHand === undefined ? given : [...given, byHand]
    return numbers.length > 0 ? [{id: node.data?.id, chapter, numbers}] : []
  })
}

function tagsOf({value}: Formula): string[] {
  return [...value.matchAll(tag)].map(([, number = '']) => number.trim().replace(/^[(（](.*)[)）]$/u, '$1'))
}

function giveNumbers(node: Formula, written: string[], next: () => string): string[] {
  const lines = numberedLines(node.value)
  const labelled = node.data?.label !== undefined
  if (labelled && lines.filter(Boolean).length !== 1) {
    if (written.length > 0) return written
    const equation = next()
    node.data = {...node.data, equation}
    return [equation]
  }
  if (!lines.includes(true)) return written
  const equations = lines.map((numbered) => (numbered ? next() : ''))
  node.data = {...node.data, equations}
  return [...equations.filter(Boolean), ...written]
}
