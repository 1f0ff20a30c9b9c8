/** What stands in a parenthesis beside the gloss itself. */
import type {Part} from '../parentheses.ts'
import {notGloss} from './words.ts'

/** （也称为反向传播（backpropagation））glosses nothing: the inner pair does. （features，或协变量（covariates））does, by its beginning. */
export function ownGloss(inner: string): string | undefined {
  if (!/\p{Script=Han}[（(]\p{Script=Latin}/u.test(inner)) return inner
  const [first = ''] = inner.split(/[，,；;]/u)
  return /^\p{Script=Latin}[^（(\p{Script=Han}]*$/u.test(first) ? first : undefined
}

/** @returns The parts without remarks behind a foreign name: （topic model，如 LDA）, （enum，会在第六章介绍）. */
export function withoutRemarks(parts: Part[]): {parts: Part[]; cut: boolean} {
  const [first, ...more] = parts
  if (first?.script !== 'latin') return {parts, cut: false}
  const names = more.filter(({text, script, label}) => script === 'latin' || label !== undefined || !(notGloss.test(text) || /^[也常会在由指又以后下本是用]/u.test(text)))
  return {parts: [first, ...names], cut: names.length < more.length}
}
