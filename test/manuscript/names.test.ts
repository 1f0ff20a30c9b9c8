/** Names of outputs: safe everywhere, and never the same for two books. */
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {compareNames, outputName} from '../../src/manuscript/names.ts'

it('keeps a plain name', () => expect(outputName('report-2024.zh')).toBe('report-2024.zh'))
it('keeps letters of any script, and joins words by hyphens', () => expect(outputName('人形机器人 产业 2025')).toBe('人形机器人-产业-2025'))
it('leaves room in the 255 bytes of a file system', () => {
  for (const name of ['长'.repeat(80), '𰻞'.repeat(80), `${'长'.repeat(90)}?`]) expect(Buffer.byteLength(outputName(name))).toBeLessThanOrEqual(200)
  expect(outputName('长'.repeat(66))).toBe('长'.repeat(66))
})
it('never lets two Chinese names meet', () => expect(outputName('年度报告')).not.toBe(outputName('季度报告')))
it('gives composed and decomposed forms one name', () => expect(outputName('é'.normalize('NFD'))).toBe(outputName('é')))
it('avoids the device names of Windows', () => expect(outputName('nul.x')).not.toMatch(/^nul(\.|$)/i))
it('makes of any name a safe one', () => {
  fc.assert(fc.property(fc.string({unit: 'binary'}), (name) => {
    expect(outputName(name)).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,79}$/u)
    expect(outputName(name)).toBe(outputName(name))
  }))
})
it('orders any names in one way', () => {
  const name = fc.string({unit: fc.constantFrom('0', '1', '9', 'a', '第', '十', '二', '章', '/', '.')})
  fc.assert(fc.property(name, name, name, (a, b, c) => {
    expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) || 0)
    if (compareNames(a, b) < 0 && compareNames(b, c) < 0) expect(compareNames(a, c)).toBeLessThan(0)
  }), {numRuns: 2000})
})
