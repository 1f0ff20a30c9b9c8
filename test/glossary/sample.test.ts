/** The sample report against the labels made by hand: every gloss recognised or proposed, no trap taken. */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {extractTerms} from '../../src/glossary/extract/index.ts'
import {composeFiles} from '../fixture.ts'

const root = path.resolve(import.meta.dirname, '../..')
const truthFile = path.resolve(root, '../shared/truth/terms.json')

interface Label {line: number; column: number; raw: string; kind: string; zh: string; en: string | null; abbr: string | null}

describe.skipIf(!existsSync(truthFile))('the sample report', () => {
  const truth = JSON.parse(existsSync(truthFile) ? readFileSync(truthFile, 'utf8') : '{"terms":[],"notGlosses":[]}') as {terms: Label[]; notGlosses: Label[]}
  const report = readFileSync(path.join(root, 'source/report/report-2024.zh.md'), 'utf8')
  const glossary = readFileSync(path.join(root, 'source/report/glossary.yml'), 'utf8')

  it('yields exactly the glosses that were labelled, at their places', async () => {
    const {book} = await composeFiles({'a.md': report, 'book.yml': 'glossary: {enabled: false}\n'})
    const proposed = (await extractTerms(book)).filter(({unsure}) => !unsure).map(({zh, en = null, abbreviation = null, kind, raw, places: [place]}) => ({line: place?.line, zh, en, abbr: abbreviation, kind, raw}))
    expect(proposed).toEqual(truth.terms.map(({line, zh, en, abbr, kind, raw}) => ({line, zh, en, abbr, kind, raw})))
    expect(truth.terms).toHaveLength(15)
  })

  it('marks up every written gloss, adds none to it, and none to the traps', async () => {
    const {book, html} = await composeFiles({'a.md': report, 'glossary.yml': glossary})
    const written = book.mentions.filter(({written}) => written).map(({place}) => place.line)
    expect(written).toEqual(truth.terms.map(({line}) => line))
    const text = html.replace(/<section id="(?:glossary|abbreviations|references)"[\s\S]*/, '').replace(/<[^>]+>/g, '')
    for (const {raw} of truth.terms) expect(text).toContain(raw)
    for (const {raw} of truth.notGlosses) expect(text).toContain(raw)
  })

  it('is reported to hold a slip of the pen', async () => {
    const {book} = await composeFiles({'a.md': report, 'glossary.yml': glossary})
    const slips = book.messages.filter(({ruleId}) => ruleId === 'term-near-miss')
    expect(slips.map(({place}) => place.line)).toEqual([58])
  })
})
