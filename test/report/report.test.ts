import stringWidth from 'string-width'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {message} from '../../src/diagnostics/index.ts'
import {excerpt} from '../../src/report/excerpt.ts'
import {printGithub, printJson, printMessages, printSarif, printSummary, type ReportedBook, type RunReport} from '../../src/report/index.ts'
import {formatBytes} from '../../src/report/summary.ts'
import {growth, linear} from '../growth.ts'

function runOf(book: Partial<ReportedBook>, rest: Partial<RunReport> = {}): RunReport {
  return {
    books: [{name: 'report', language: 'zh-CN', folder: 'source/report', messages: [], files: [], published: true, lineOf: () => undefined, ...book}],
    language: 'en',
    strict: false,
    command: 'build',
    version: '1.0.0',
    exitCode: 0,
    ...rest,
  }
}

const link = (line: number, column: number, path = 'a.md') => message('link-undefined', {path, line, column}, {url: '#x'})

describe('messages as text', () => {
  it('are sorted by place and grouped by file, with the note once', () => {
    const text = printMessages(runOf({messages: [link(2, 1, 'b.md'), link(9, 1), link(2, 5), link(2, 1)]}), {colour: false, columns: 80})
    expect(text.split('\n').filter((line) => !line.includes('→')).map((line) => line.slice(0, 8))).toEqual(['source/r', '  2:1 wa', '  2:5 wa', '  9:1 wa', '', 'source/r', '  2:1 wa', '', ''])
    expect(text.match(/→/g)).toHaveLength(1)
  })

  it('show the line, with marks under the fault', () => {
    const book = {messages: [message('link-undefined', {path: 'a.md', line: 1, column: 4, endLine: 1, endColumn: 6}, {url: '#x'})], lineOf: () => '中文：链接在此'}
    expect(printMessages(runOf(book), {colour: false, columns: 80})).toContain('  1 │ 中文：链接在此\n    │       ^^^^\n')
  })

  it('name further places, with their file where it is another', () => {
    const entry = message('link-undefined', {path: 'a.md', line: 1, column: 1}, {url: '#x'}, {related: [{path: 'a.md', line: 4, column: 2}, {path: 'b.md', line: 5, column: 3}]})
    expect(printMessages(runOf({messages: [entry]}), {colour: false, columns: 80})).toContain('(also 4:2, b.md:5:3)')
  })

  it('speak Chinese', () => {
    expect(printMessages(runOf({messages: [link(1, 1)]}, {language: 'zh'}), {colour: false, columns: 80})).toContain('  1:1 警告 链接 `#x`')
  })
})

describe('an excerpt', () => {
  const line = fc.string({unit: fc.constantFrom('a', ' ', '中', '，', '\t', '😀', 'é', '[', '\u0301'), minLength: 1, maxLength: 400})

  it('fits the room and has its marks inside', () => {
    fc.assert(fc.property(line, fc.nat(500), fc.integer({min: 20, max: 120}), (text, column, room) => {
      const {shownText, marks} = excerpt(text, column + 1, undefined, room)
      expect(stringWidth(shownText)).toBeLessThanOrEqual(room)
      expect(marks).toMatch(/^ *\^+$/)
      expect(marks.length).toBeLessThanOrEqual(room + 1)
    }))
  })

  it('marks the character that stands at the column', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', '中', '，'), {maxLength: 200}), fc.array(fc.constantFrom('b', '文'), {maxLength: 200}), (before, behind) => {
      const {shownText, marks} = excerpt(`${before.join('')}#${behind.join('')}`, before.length + 1, undefined, 60)
      const at = marks.indexOf('^')
      expect(stringWidth(shownText.slice(0, shownText.indexOf('#')))).toBe(at)
    }))
  })

  it('does no harm with a very long line', async () => {
    const long = '中'.repeat(2_000_000)
    expect(excerpt(long, 1_500_000, undefined, 80).shownText).toMatch(/^…中{38,39}…$/)
    expect(await growth((size) => { for (let time = 0; time < 50; time++) excerpt(long.slice(0, size), size - 1, undefined, 80) }, 400_000)).toBeLessThan(linear)
  })
})

describe('the summary', () => {
  it('names files with their sizes and pages, citations, terms and counts', () => {
    const files = [{path: 'dist/report/report.pdf', format: 'pdf' as const, bytes: 418_300, pages: 17}]
    const summary = {citations: 53, numbersCited: 36, sourcesGiven: 0, sourcesMissing: 36, terms: 20, mentions: 90, dialects: {}}
    expect(printSummary(runOf({files, summary, messages: [link(1, 1), link(2, 1)]}))).toBe(
      'report\n  dist/report/report.pdf    418 kB  17 pages\n  53 citations of 36 sources: 0 given, 36 not supplied, 20 terms, mentioned 90 times\n  2 warnings\n')
  })

  it('counts one thing as one', () => {
    const summary = {citations: 1, numbersCited: 1, sourcesGiven: 0, sourcesMissing: 1, terms: 1, mentions: 1, dialects: {}}
    expect(printSummary(runOf({summary}))).toContain('1 citation of 1 source: 0 given, 1 not supplied, 1 term, mentioned 1 time\n')
  })

  it('says so when nothing was published', () => {
    expect(printSummary(runOf({published: false, messages: [link(1, 1)]}, {strict: true}))).toContain('Nothing was published; what was there before is untouched. Warnings stop the build because of --strict.')
  })

  it.each([[0, '0 B'], [999, '999 B'], [1000, '1.00 kB'], [14_826, '14.8 kB'], [999_499, '999 kB'], [999_500, '1.00 MB'], [1_450_000, '1.45 MB'], [123_456_789, '123 MB'], [4_321_000_000, '4321 MB']])('writes %i bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })
})

describe('reports for programs', () => {
  it('SARIF places a result by file, line and column, and lists its rule', () => {
    const run = JSON.parse(printSarif(runOf({messages: [link(3, 7, '第一章 开始.md')]}))).runs[0]
    expect(run.tool.driver.rules).toMatchObject([{id: 'link-undefined', defaultConfiguration: {level: 'warning'}}])
    expect(run.columnKind).toBe('utf16CodeUnits')
    expect(run.results).toMatchObject([{ruleId: 'link-undefined', ruleIndex: 0, level: 'warning', locations: [{physicalLocation: {artifactLocation: {uri: `source/report/${encodeURIComponent('第一章 开始.md')}`}, region: {startLine: 3, startColumn: 7}}}]}])
  })

  it('GitHub annotations escape what would end them', () => {
    const text = printGithub(runOf({messages: [message('link-undefined', {path: 'a,b:c.md', line: 1}, {url: '#50%\nx'})]}))
    expect(text).toMatch(/^::warning file=source\/report\/a%2Cb%3Ac\.md,line=1,title=link-undefined::/)
    expect(text).toContain('#50%25%0Ax')
    expect(text.trimEnd().split('\n')).toHaveLength(1)
  })

  it('JSON holds the words in the language of the run', () => {
    const entry = (language: 'en' | 'zh') => JSON.parse(printJson(runOf({messages: [link(1, 1)]}, {language}))).books[0].messages[0]
    expect(entry('en').reason).toContain('Unexpected link')
    expect(entry('zh').reason).toContain('链接')
  })
})
