/** Real reports: every marker and every list entry is accounted for, and told twice. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'
import {readReports} from './corpus.ts'
import {accountFor} from './reports.ts'

const reports = readReports(path.resolve(import.meta.dirname, '../../../shared/corpus/reports'))
const labels: {reports: {report: string; markers: [number, number, number[]][]; first: [number, number]; last: [number, number]}[]} = JSON.parse(readFileSync(new URL('labels.json', import.meta.url), 'utf8'))
/** Reasons that may be given for leaving a marker as text. */
const reasons = new Set(['no-sources', 'no-such-source', 'inside-link', 'dialect-off', 'other-address', 'expression', 'footnote'])

describe.skipIf(reports.length === 0)('real reports', () => {
  it.each(reports.map(({name, text}) => [name, text] as const))('%s', async (name, text) => {
    const {lost, invented, entriesLost, left, markers, linked} = await accountFor(name, text)
    expect({lost, invented, entriesLost}).toEqual({lost: [], invented: [], entriesLost: []})
    expect(Object.keys(left).filter((reason) => !reasons.has(reason))).toEqual([])
    expect(linked).toBeGreaterThanOrEqual(markers - Object.values(left).reduce((sum, count) => sum + count, 0))
  })

  it.each(labels.reports.map((label) => [label.report, label] as const))('%s is read as a reader does', async (name, {markers, first, last}) => {
    const text = reports.find((report) => report.name === name)?.text ?? ''
    const {book} = await composeFiles({'report.md': text})
    const sources = [...book.sources.values()].filter(({origin}) => origin === 'list').map(({number, place}) => [place.line, number])
    expect([sources[0], sources.at(-1)]).toEqual([first, last])
    const found = new Map<string, [number, number, number[]]>()
    for (const {place: {line = 0, column = 0}, number} of book.calls) {
      const known = found.get(`${line}:${column}`)
      if (known) known[2].push(number)
      else found.set(`${line}:${column}`, [line, column, [number]])
    }
    expect([...found.values()]).toEqual(markers)
  })
})
