/** Formulas with a label, and lines that LaTeX numbers by itself, are counted through the book and take no number that the author
 * has given: `\tag{1}`.
 *
 * A formula that nothing can refer to needs none. */
import type {Math as Formula} from 'mdast-util-math'
import type {Book} from '../model/book.ts'
import {numberedLines, readLines} from './formula-lines.ts'
import {numberByHand} from './formula-mentions.ts'
import {walk} from './walk.ts'

const tag = /\\tag\*?\s*\{([^{}]{1,40})\}/g

/** @param numbers As they are printed, without brackets; of more than one line, several.
 * @param labels Names that the TeX gives with `\label`, and the number of each. */
export interface NumberedFormula {id: string | undefined; chapter: string; numbers: string[]; labels: [string, string][]}

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
    return numbers.length > 0 ? [{id: node.data?.id, chapter, numbers, labels: labelsOf(node, numbers)}] : []
  })
}

function tagsOf({value}: Pick<Formula, 'value'>): string[] {
  return [...value.matchAll(tag)].map(([, number = '']) => number.trim().replace(/^[(（](.*)[)）]$/u, '$1'))
}

function giveNumbers(node: Formula, written: string[], next: () => string): string[] {
  const lines = numberedLines(node.value)
  const labelled = node.data?.label !== undefined || (!lines.includes(true) && texLabels(node).length > 0)
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

/** As the TeX of a formula has them. */
export function texLabels({value}: {value: string}): string[] {
  return value.includes('\\label') ? [...value.matchAll(/(?<!\\)(?:\\\\)*\\label\s*\{([^{}]{1,100})\}/g)].map(([, name = '']) => name.trim()) : []
}

/** A line has the number that the author gave it, or that it was counted by. */
function labelsOf(node: Formula, [first = '']: string[]): [string, string][] {
  if (texLabels(node).length === 0) return []
  const counted = new Map(readLines(node.value).flatMap(({labels}, index) => labels.map((name) => [name, node.data?.equations?.[index]] as const)))
  return node.value.split(/\\\\(?!label)/).flatMap((line) => {
    const [tagged] = tagsOf({value: line})
    return texLabels({value: line}).map((name): [string, string] => [name, tagged ?? counted.get(name) ?? first])
  })
}
