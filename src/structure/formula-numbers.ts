/** Formulas with a label are counted through the book and take no number that the author has given: `\tag{1}`.
 *
 * A formula that nothing can refer to needs none. */
import type {Math as Formula} from 'mdast-util-math'
import type {Book} from '../model/book.ts'
import {walk} from './walk.ts'

const tag = /\\tag\*?\s*\{([^{}]{1,40})\}/

/** @returns Numbers by id. */
export function numberFormulas({chapters}: Pick<Book, 'chapters'>): Map<string, string> {
  const labelled: Formula[] = []
  const taken = new Set<string>()
  for (const {tree} of chapters) {
    walk(tree, (node) => {
      if (node.type !== 'math') return
      const written = tag.exec(node.value)?.[1]
      if (written !== undefined) taken.add(written.trim())
      if (node.data?.label !== undefined) labelled.push(node)
    })
  }
  const numbers = new Map<string, string>()
  let count = 0
  for (const node of labelled) {
    let number = tag.exec(node.value)?.[1]?.trim()
    if (number === undefined) {
      do count += 1
      while (taken.has(String(count)))
      number = String(count)
      node.data = {...node.data, equation: number}
    }
    if (node.data?.id !== undefined) numbers.set(node.data.id, number)
  }
  return numbers
}
