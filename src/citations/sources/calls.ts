/** The numbers that a part of the text calls, or may call. */
import type {Nodes} from 'mdast'
import {numbersInHtml} from '../html-markers.ts'
import {isExpressionAt} from '../verdicts.ts'
import {eachNode} from '../walk.ts'

/** @param text The file's, which tells `arr[1]` from a call (default: all brackets may call). */
export function numbersCalled(tree: Nodes, text?: string): Set<number> {
  const numbers = new Set<number>()
  eachNode(tree, (node) => {
    if (node.type === 'citation' || (node.type === 'citationCandidate' && !node.escaped && !(text !== undefined && isExpressionAt(node, text)))) for (const {number} of node.items) numbers.add(number)
    else if (node.type === 'html') for (const number of numbersInHtml(node)) numbers.add(number)
    else if (node.type === 'link' && node.children.length === 1 && node.children[0]?.type === 'text' && /^\[?\d{1,5}\]?$/.test(node.children[0].value)) numbers.add(Number(node.children[0].value.replace(/\D/g, '')))
  })
  return numbers
}
