import {h} from 'hastscript'
import {toHtml} from 'hast-util-to-html'
import {toString} from 'hast-util-to-string'
import {expect, it} from 'vitest'
import {breakCode} from '../../src/setting/code-breaks.ts'

function broken(code: string): string {
  const paragraph = h('p', '见 ', h('em', h('code', code)))
  const before = toString(paragraph)
  breakCode(paragraph)
  expect(toString(paragraph)).toBe(before)
  return toHtml(paragraph).replace(/^.*<code>(.*)<\/code>.*$/, '$1').replaceAll('<wbr>', '|')
}

it.each([
  ['short_name.ts', 'short_name.ts'],
  ['src/pdf/a.ts', 'src/pdf/a.ts'],
  ['src/editions/pdf/characters.ts', 'src/|editions/|pdf/|characters.ts'],
  ['rehype-stringify-options', 'rehype-|stringify-|options'],
  ['unifiedParserFromFile', 'unified|Parser|From|File'],
  ['std::vector::push_back', 'std::|vector::|push_|back'],
  ['--no-flush-bytecode', '--no-|flush-|bytecode'],
  ['a = b + c + d + e + f', 'a = b + c + d + e + f'],
  ['pneumonoultramicroscopic', 'pneumonoultramicroscopic'],
  ['https://example.org/path', 'https://|example.|org/|path'],
])('%s', (code, expected) => expect(broken(code)).toBe(expected))

it('leaves blocks of code', () => {
  const block = h('div', h('pre', h('code', 'src/editions/pdf/characters.ts')))
  breakCode(block)
  expect(toHtml(block)).not.toContain('wbr')
})
