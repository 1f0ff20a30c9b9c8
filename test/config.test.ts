/** book.yml: what is wrong is said with its place. */
import {describe, expect, it} from 'vitest'
import {readConfig} from '../src/config.ts'
import {wording} from '../src/diagnostics/index.ts'

const faults = (yml: string) => readConfig(yml, 'book.yml').messages.map((entry) => `${entry.place.line}:${entry.place.column} ${wording(entry, 'en').reason}`)

describe('settings of a variant', () => {
  it('are checked as those of the book', () => {
    expect(faults('editions:\n  - name: print\n    format: pdf\n    options: {pdf: {variant: print, openRecto: true}}\n')).toEqual([])
    expect(faults('editions:\n  - name: print\n    format: pdf\n    options: {variant: print}\n')).toEqual(['4:15 Unexpected setting `editions.0.options.variant`, expected a known one'])
    expect(faults('editions:\n  - name: print\n    format: pdf\n    options: {pdf: {openRekto: true}}\n')).toEqual(['4:21 Unexpected setting `editions.0.options.pdf.openRekto`, expected a known one'])
  })
})

describe('an ISBN', () => {
  it.each(['978-7-302-51415-2', '9780306406157', '0-306-40615-2', '0-8044-2957-X'])('is taken where its last digit agrees: %s', (isbn) => {
    expect(faults(`identifier: {isbn: "${isbn}"}`)).toEqual([])
  })
  it.each(['12345', '978-0-306-40615-6', '0-306-40615-3'])('is refused where it does not: %s', (isbn) => {
    expect(faults(`identifier: {isbn: "${isbn}"}`)[0]).toContain('expected an ISBN of 10 or 13 digits whose last one agrees')
  })
})

describe('a trim size', () => {
  it('is asked for in the words of the README', () => {
    expect(faults('pdf: {trim: A6}')).toEqual(['1:7 Unexpected "A6" for `pdf.trim`, expected A4, A5, B5, 16开, 大32开, 6x9, or [width, height] in millimetres'])
    expect(faults('pdf: {trim: [170, 240]}')).toEqual([])
  })
})

describe('a setting that does not exist', () => {
  it.each([
    ['titel: 潮汐', 'title'],
    ['pdf: {teme: brief}', 'pdf.theme'],
    ['trim: A5', 'pdf.trim'],
    ['citations: {numbering: by-apearance}', 'by-appearance'],
    ['editions: [{name: a, format: pdf, options: {glosary: {form: none}}}]', 'glossary'],
  ])('is told with the one that was probably meant: %s', (yml, meant) => {
    expect(readConfig(yml, 'book.yml').messages.map(({values}) => values.meant)).toEqual([meant])
  })
  it('is told without a guess where nothing is near', () => {
    const [fault] = readConfig('watermark: x', 'book.yml').messages
    expect(fault?.values).not.toHaveProperty('meant')
    expect(fault && wording(fault, 'zh').note).not.toContain('是否应为')
  })
})

describe('a date', () => {
  it('is a day that the calendar has', () => {
    expect(['2024', '2024-02', '2024-02-29'].flatMap((date) => faults(`date: "${date}"`))).toEqual([])
    expect(['2023-02-29', '2026-13-40', '2026-13', '2026-00-01'].map((date) => faults(`date: "${date}"`).length)).toEqual([1, 1, 1, 1])
  })
})
