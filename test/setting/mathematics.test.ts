/** What is said of TeX that cannot be set. */
import {expect, it} from 'vitest'
import {setMathematics} from '../../src/setting/mathematics.ts'

const faultOf = (tex: string) => {
  const set = setMathematics(tex, true)
  return 'fault' in set ? set.fault : ''
}

it.each([
  ['x^', 'incomplete TeX'],
  ['\\frac{a}', 'incomplete TeX'],
  ['\\unknown', 'Unsupported function name: \\unknown'],
])('%s is told in the words of TeX, not of the program', (tex, fault) => {
  expect(faultOf(tex).replace(/^.*(?:end of input|EOF).*$/, 'incomplete TeX')).toBe(fault)
})

it.each(['x^', 'x_', '\\frac', '\\sqrt', '\\left(', '\\begin{align}', '{', '}', '\\text{', 'a & b', '\\\\', '\\hline', '\\\'', '^', '_', '~', '#1', '%'])('%s never tells how the parser is built', (tex) => {
  expect(faultOf(tex)).not.toMatch(/undefined|null|properties|is not a|iterable/)
})
