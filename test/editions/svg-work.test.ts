import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {sanitizeSvg} from '../../src/editions/svg.ts'

const drawing = (inside: string) => sanitizeSvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`)?.work ?? Number.NaN
const doubling = (steps: number) => `<defs><g id="a0"><rect/></g>${Array.from({length: steps}, (_, index) => `<g id="a${index + 1}"><use href="#a${index}"/><use href="#a${index}"/></g>`).join('')}</defs>`

describe('the work that a drawing makes', () => {
  it('counts what is used again each time', () => {
    expect(drawing(`${doubling(10)}<use href="#a10"/>`) / drawing(doubling(10))).toBeGreaterThan(1.3)
    expect(drawing(`${doubling(30)}<use href="#a30"/>`)).toBeGreaterThan(2 ** 30)
    expect(drawing('<pattern id="p"><rect/></pattern><rect fill="url(#p)"/>')).toBeGreaterThan(drawing('<pattern id="p"><rect/></pattern><rect/>'))
  })

  it('counts words, filters, and patterns that a style sheet names', () => {
    expect(drawing(`<text>${'字'.repeat(1000)}</text>`)).toBeGreaterThan(5000)
    expect(drawing(`<filter id="f">${'<feGaussianBlur/>'.repeat(100)}</filter>`)).toBeGreaterThan(50_000)
    const pattern = `<pattern id="p">${'<rect/>'.repeat(100)}</pattern>${'<rect class="a"/>'.repeat(100)}`
    expect(drawing(`<style>.a{fill:url(#p)}</style>${pattern}`) - drawing(pattern)).toBeGreaterThan(10_000)
  })

  it('ends for circles and long chains', () => {
    expect(drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')).toBeLessThan(20)
    expect(drawing(`${Array.from({length: 20_000}, (_, index) => `<g id="a${index}"><use href="#a${index + 1}"/></g>`).join('')}`)).toBe(Number.POSITIVE_INFINITY)
  })

  it('is at least the number of shapes, whatever is drawn', () => {
    fc.assert(fc.property(fc.integer({min: 0, max: 300}), fc.integer({min: 0, max: 300}), (circles, paths) => {
      const work = drawing('<circle/>'.repeat(circles) + '<path d="M0 0"/>'.repeat(paths))
      expect(work).toBeGreaterThanOrEqual(circles + paths)
      expect(work).toBeLessThan(2 * (circles + paths) + 10)
    }), {numRuns: 30})
  })
})
