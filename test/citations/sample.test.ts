/** The sample report against labels made by hand. */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {composeFiles, type Composed} from '../fixture.ts'

const shared = path.resolve(import.meta.dirname, '../../../shared')
const truthFile = path.join(shared, 'truth/citations.json')

interface Truth {markers: {line: number; column: number; raw: string; numbers: number[]}[]; totals: {markers: number; citedNumbers: number; distinct: number; distinctNumbers: number[]}}

describe.skipIf(!existsSync(truthFile))('the sample report', () => {
  let truth: Truth
  let composed: Composed
  beforeAll(async () => {
    truth = JSON.parse(readFileSync(truthFile, 'utf8'))
    composed = await composeFiles({'report.md': readFileSync(path.join(shared, 'manuscripts/report-2024.zh.md'), 'utf8')})
  })

  it('has every marker at its line and column', () => {
    const found = new Map<string, number[]>()
    for (const {place, number} of composed.book.calls) {
      const key = `${place.line}:${place.column}`
      found.set(key, [...(found.get(key) ?? []), number])
    }
    expect([...found].map(([key, numbers]) => [key, numbers])).toEqual(truth.markers.map(({line, column, numbers}) => [`${line}:${column}`, numbers]))
  })

  it('counts what the labels count', () => {
    const {calls, sources} = composed.book
    expect(calls).toHaveLength(truth.totals.citedNumbers)
    expect([...new Set(calls.map(({number}) => number))].sort((a, b) => a - b)).toEqual(truth.totals.distinctNumbers)
    expect(sources.size).toBe(0)
  })

  it('warns once for each number, naming all its places', () => {
    const warnings = composed.book.messages.filter(({ruleId}) => ruleId === 'citation-undefined')
    expect(warnings.map(({values}) => values.number)).toEqual(truth.totals.distinctNumbers)
    expect(warnings.reduce((sum, {related}) => sum + 1 + (related?.length ?? 0), 0)).toBe(truth.totals.citedNumbers)
  })

  it('keeps an entry for each number, and every link leads somewhere and back', () => {
    const ids = new Set([...composed.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const links = [...composed.html.matchAll(/ href="#((?:cite|ref)-[^"]+)"/g)].map(([, id]) => id)
    expect(links).toHaveLength(2 * truth.totals.citedNumbers)
    expect(links.filter((id) => !ids.has(id))).toEqual([])
    expect(composed.html.match(/来源未提供/g)).toHaveLength(truth.totals.distinct)
    expect(composed.html).not.toMatch(/\[\[\d/)
  })
})
