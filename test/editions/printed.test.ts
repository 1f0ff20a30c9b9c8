import {expect, it} from 'vitest'
import {isPrinted} from '../../src/editions/fonts/printed.ts'

const unprinted = /[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}\p{Variation_Selector}]/u

it('knows every character without a glyph, as Unicode lists them', () => {
  const wrong: number[] = []
  for (let code = 0; code < 0x110000; code += 1) if (isPrinted(String.fromCodePoint(code)) === unprinted.test(String.fromCodePoint(code))) wrong.push(code)
  expect(wrong).toEqual([])
})
