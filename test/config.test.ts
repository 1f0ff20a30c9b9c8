/** book.yml: what is wrong is said with its place. */
import {describe, expect, it} from 'vitest'
import {readConfig} from '../src/config.ts'
import {wording} from '../src/diagnostics/index.ts'

const faults = (yml: string) => readConfig(yml, 'book.yml').messages.map((entry) => `${entry.place.line}:${entry.place.column} ${wording(entry, 'en').reason}`)

describe('settings of a variant', () => {
  it('are checked as those of the book', () => {
    expect(faults('editions:\n  - name: print\n    format: pdf\n    options: {pdf: {variant: print, openRecto: true}}\n')).toEqual([])
    expect(faults('editions:\n  - name: print\n    format: pdf\n    options: {variant: print}\n')).toEqual(['4:15 Unexpected setting `variant` of the edition `print`, expected a known one'])
    expect(faults('editions:\n  - name: print\n    format: pdf\n    options: {pdf: {openRekto: true}}\n')).toEqual(['4:21 Unexpected setting `pdf.openRekto` of the edition `print`, expected a known one'])
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
    expect(faults('pdf: {trim: A6}')).toEqual(['1:7 Unexpected A6 for `pdf.trim`, expected A4, A5, B5, 16开, 大32开, 6x9, or [width, height] in millimetres'])
    expect(faults('pdf: {trim: [170, 240]}')).toEqual([])
  })
})

describe('a setting that does not exist', () => {
  it.each([
    ['titel: 潮汐', 'title'],
    ['pdf: {teme: brief}', 'pdf.theme'],
    ['trim: A5', 'pdf.trim'],
    ['lang: zh-CN', 'language'],
    ['desc: x', 'description'],
    ['bibliography: a.bib', 'sources'],
    ['citations: {numbering: by-apearance}', 'by-appearance'],
    ['editions: [{name: a, format: pdf, options: {glosary: {form: none}}}]', 'glossary'],
  ])('is told with the one that was probably meant: %s', (yml, meant) => {
    expect(readConfig(yml, 'book.yml').messages.map(({values}) => values.meant)).toEqual([meant])
  })
  it('is told with all others of its group', () => {
    expect(faults('Title: a\nlang: zh\npdf: {margin: 3, toc: true, tocDepth: 9}\npublisher: b\n').toSorted()).toEqual([
      '1:1 Unexpected setting `Title`, expected a known one',
      '2:1 Unexpected setting `lang`, expected a known one',
      '3:18 Unexpected setting `pdf.toc`, expected a known one',
      '3:29 Unexpected 9 for `pdf.tocDepth`, expected a whole number from 1 to 6',
      '3:7 Unexpected setting `pdf.margin`, expected a known one',
      '4:1 Unexpected setting `publisher`, expected a known one',
    ])
    expect(faults(Array.from({length: 300}, (_, index) => `x${index}: 1`).join('\n'))).toHaveLength(51)
  })
  it('is told without a guess where nothing is near', () => {
    const [fault] = readConfig('watermark: x', 'book.yml').messages
    expect(fault?.values).not.toHaveProperty('meant')
    expect(fault && wording(fault, 'zh').note).not.toContain('是否应为')
  })
})

describe('a value that does not fit', () => {
  const told = (yml: string, language: string) => readConfig(yml, 'book.yml').messages.map((entry) => wording(entry, language).reason)
  it.each([
    ['pdf: {tocDepth: 9}', '9 for `pdf.tocDepth`, expected a whole number from 1 to 6', '`pdf.tocDepth` 的值“9”不合要求，应为：1 到 6 的整数'],
    ['pdf: {tocDepth: x}', 'x for `pdf.tocDepth`, expected a whole number from 1 to 6', '`pdf.tocDepth` 的值“x”不合要求，应为：1 到 6 的整数'],
    ['pdf: {cover: maybe}', 'maybe for `pdf.cover`, expected `true` or `false`', '`pdf.cover` 的值“maybe”不合要求，应为：`true` 或 `false`'],
    ['pdf: 3', '3 for `pdf`, expected settings as `name: value`', '`pdf` 的值“3”不合要求，应为：“名称: 值”形式的设置'],
    ['- title: A\n- author: B', 'a list for `book.yml`, expected settings as `name: value`', '`book.yml` 的值“列表”不合要求，应为：“名称: 值”形式的设置'],
    ['pdf:\n  - trim: A5\n  - cover: false', 'a list for `pdf`, expected settings as `name: value`', undefined],
    ['title: [a]', 'a list for `title`, expected text', undefined],
    ['author: [{nam: A}]', 'a list for `author`, expected a name, `{name, role, fileAs}`, or a list of these', undefined],
    ['editions: [{name: a, format: docx}]', 'docx for `format` of the edition `a`, expected one of html, pdf, epub', '版本 `a` 的 `format` 的值“docx”不合要求，应为：html、pdf、epub 之一'],
    ['editions: [{name: A b, format: pdf}]', 'A b for `name` of the edition `A b`, expected lower-case letters, digits and hyphens', undefined],
    ['editions: [html]', 'html for entry 1 of `editions`, expected settings as `name: value`', undefined],
    ['glossary: {locales: zh}', 'zh for `glossary.locales`, expected two languages such as [zh, en]', undefined],
    ['pdf: {trim: [100]}', '[100] for `pdf.trim`, expected A4, A5, B5, 16开, 大32开, 6x9, or [width, height] in millimetres', undefined],
    ['keywords: {a: 1}', 'a group of settings for `keywords`, expected a word or a list of words', undefined],
  ])('is told in words of the author: %s', (yml, en, zh) => {
    expect(told(yml, 'en')).toEqual([`Unexpected ${en}`])
    if (zh !== undefined) expect(told(yml, 'zh')).toEqual([zh])
  })
  it('is guessed where it is another word for true or false', () => {
    expect(readConfig('html: {audit: yes}', 'book.yml').messages[0]?.values.meant).toBe('true')
  })
  it('is no value at all where nothing stands behind the colon', () => {
    expect(faults('subtitle:\npdf:\n  trim:\n')).toEqual([])
  })
})

describe('a date', () => {
  it('is prose without the spaces that YAML makes of line ends between Chinese sentences', () => {
    expect(readConfig('description: >-\n  甲。\n  乙，\n  “丙” B. C\n', 'book.yml').config.description).toBe('甲。乙，“丙” B. C')
  })
  it('is a day that the calendar has', () => {
    expect(['2024', '2024-02', '2024-02-29'].flatMap((date) => faults(`date: "${date}"`))).toEqual([])
    expect(['2024年', '2024年2月', '2024年12月31日', '2024-12-31T08:00:00Z'].map((date) => readConfig(`date: "${date}"`, 'book.yml').config.date)).toEqual(['2024', '2024-02', '2024-12-31', undefined]) // a time is no date
    expect(faults('date: 2024年13月1日').length + faults('date: 昨天').length).toBe(2)
    expect(['2023-02-29', '2026-13-40', '2026-13', '2026-00-01'].map((date) => faults(`date: "${date}"`).length)).toEqual([1, 1, 1, 1])
  })
})

describe('the head of a text', () => {
  const head = (yml: string) => {
    const {config, messages} = readConfig(yml, 'a.md', {frontMatter: true})
    return {people: config.contributors, date: config.date, told: messages.map((entry) => `${entry.place.line} ${entry.severity} ${wording(entry, 'en').reason}`)}
  }
  it('may name people as Quarto does', () => {
    expect(head('author:\n  - name: Jane Doe\n    affiliation: U\n    email: j@u.edu\n  - name: {given: 小明, family: 王}\n    affiliation: T\n  - name: {given: Ann, family: Lee}\n')).toEqual({
      people: [{name: 'Jane Doe', role: 'aut'}, {name: '王小明', role: 'aut'}, {name: 'Ann Lee', role: 'aut'}],
      date: undefined,
      told: ['1 info Unexpected settings `author.affiliation`, `author.email` in the front matter, expected those of book.yml'],
    })
  })
  it.each([
    ['2025/3/3', '2025-03-03'], ['2025.10', '2025-10'], ['March 3, 2025', '2025-03-03'], ['3rd', undefined], ['3 Mar 2025', '2025-03-03'], ['Sept. 2024', '2024-09'], ['2025年3月', '2025-03'], ['3/4/2025', undefined], ['Marchish 2025', undefined], ['Ma 2025', undefined],
  ])('may give the date as %s', (written, date) => {
    expect(head(`date: "${written}"`).date).toBe(date)
  })
  it('is not given by a number that has lost a digit', () => expect(head('date: 2024.10').date).toBeUndefined())
})
