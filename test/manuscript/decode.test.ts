/** Bytes → text: every encoding fault and every character that a format cannot hold, with its place. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {decodeText} from '../../src/manuscript/decode.ts'

const decode = (data: Uint8Array) => {
  const {text, messages} = decodeText(data, 'a.md')
  return {text, messages: messages.map(({ruleId, place, related}) => [ruleId, ...[place, ...(related ?? [])].map(({line, column}) => `${line}:${column}`)].join(' '))}
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, mark: boolean) => new Uint8Array(Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le'))

describe('encodings', () => {
  it('drops a byte order mark', () => expect(decode(utf8('\uFEFF# A'))).toEqual({text: '# A', messages: []}))
  it('reads UTF-16 by its mark, and without', () => {
    expect(decode(utf16('# 潮汐\nA', true))).toEqual({text: '# 潮汐\nA', messages: ['text-encoding 1:1']})
    expect(decode(utf16('# Tides are long waves\n', false))).toEqual({text: '# Tides are long waves\n', messages: ['text-encoding 1:1']})
    expect(decode(new Uint8Array(Buffer.from(utf16('# Tides are long\n', true)).swap16())).text).toBe('# Tides are long\n')
  })
  it('reads GB 18030', () => expect(decode(Uint8Array.from([0x23, 0x20, 0xb3, 0xb1, 0xcf, 0xab, 0xa1, 0xa3]))).toEqual({text: '# 潮汐。', messages: ['text-encoding 1:1']}))
  it('replaces bytes that are nothing, with their places', () => expect(decode(Uint8Array.from([...utf8('a\nb'), 0xff, ...utf8('c'), 0xc3]))).toEqual({text: 'a\nb\uFFFDc\uFFFD', messages: ['text-invalid 2:2 2:4']}))
})

describe('characters', () => {
  it.each([
    ['NUL', '\0'], ['a control', '\x07'], ['DEL', '\x7f'], ['a C1 control', '\x9b'], ['a non-character', '\uFDD0'], ['U+FFFF', '\uFFFF'], ['U+1FFFE', '\u{1FFFE}'],
  ])('replaces %s and keeps every place', (_, character) => {
    const {text, messages} = decode(utf8(`a\nb${character}c`))
    expect(text).toBe(`a\nb${'\uFFFD'.repeat(character.length)}c`)
    expect(messages).toEqual(['character-unprintable 2:2'])
  })
  it('replaces lone surrogates of UTF-16', () => {
    const {text, messages} = decode(new Uint8Array(Buffer.from('\uFEFFa\uD800b\uDC00c', 'utf16le')))
    expect(text).not.toMatch(/[\uD800-\uDFFF]/)
    expect(messages.length).toBe(1 + (/\uFFFD/.test(text) ? 0 : 1))
  })
  it('tells of direction controls, invisible and smuggled characters', () => {
    expect(decode(utf8('a\u202Eb\u2066')).messages).toEqual(['character-turning 1:2 1:4'])
    expect(decode(utf8('推\u200B理')).messages).toEqual(['character-invisible 1:2'])
    expect(decode(utf8('x\u{E0048}\u{E0069}')).messages).toEqual(['character-smuggled 1:2'])
    const tags = (letters: string) => [...letters].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('')
    expect(decode(utf8(`\u{1F3F4}${tags('gbsct')}\u{E007F}`)).messages).toEqual([]) // the flag of Scotland
    expect(decode(utf8(`\u{1F3F4}${tags('gbsctread this')}`)).messages).toEqual(['character-smuggled 1:17']) // no flag hides a sentence
    expect(decode(utf8(`\u{1F3F4}${tags('x'.repeat(200_000))}`)).messages).toHaveLength(1) // soon
  })
  it('leaves flags, families, variants and emoji alone', () => {
    const text = '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} 👩‍👩‍👧 葛\u{E0100} ❤️ 𠮷 می‌خواهم'
    expect(decode(utf8(text))).toEqual({text, messages: []})
  })
})

it('makes of any bytes a string that XML can hold', () => {
  fc.assert(fc.property(fc.uint8Array({maxLength: 300}), (data) => {
    const {text} = decodeText(data, 'a.md')
    expect(text).not.toMatch(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/)
    expect(() => encodeURIComponent(text)).not.toThrow() // ECMA-262: throws on a lone surrogate
  }), {numRuns: 500})
})
