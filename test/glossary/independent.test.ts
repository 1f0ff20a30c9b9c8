/** Extraction against labels by an independent hand (labels-independent/README.md): place by place, both halves.
 *
 * What is wrong or missed is printed for `train` alone, and only on request (`BANBEN_SHOW=1`): rules may be mended by that
 * half, and the other stays a measure. */
import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {extractTerms} from '../../src/glossary/extract/index.ts'
import {composeFiles} from '../fixture.ts'

interface Span {line: number; column: number; endColumn: number}
interface Gloss extends Span {zh: string; en: string | null; abbr: string | null; also?: string[]}
interface Labelled {file: string; sha256: string; glosses: Gloss[]; unsure: Span[]}
interface Claim {line: number; column: number; zh: string; other: string; raw: string}
interface Tally {right: number; wrong: number; labelled: number}

const corpus = path.resolve(import.meta.dirname, '../../../shared/corpus')
const halves = ['train', 'held-out'] as const
/** What the sure proposals must keep to. */
const floors = {train: {precision: 0.95, recall: 0.85}, 'held-out': {precision: 0.95, recall: 0.6}}

function textOf({file, sha256}: Labelled): string {
  const [name = '', id] = file.split('#')
  const rows = readFileSync(path.join(corpus, name), 'utf8').trim().split('\n').map((each) => JSON.parse(each) as {id: number; article: string})
  const text = rows.find((each) => each.id === Number(id))?.article ?? ''
  expect(createHash('sha256').update(text).digest('hex'), file).toBe(sha256)
  return text
}

async function claimsOf(text: string): Promise<{sure: Claim[]; all: Claim[]}> {
  const {book} = await composeFiles({'a.md': text, 'book.yml': 'language: zh-CN\nglossary: {enabled: false}\n'})
  const claims = (await extractTerms(book)).flatMap(({zh, en, abbreviation, unsure, raw, places}) =>
    places.map(({line = 0, column = 0}) => ({unsure, claim: {line, column, zh: zh ?? '', other: [en, abbreviation].filter(Boolean).join('|'), raw}})))
  return {sure: claims.filter(({unsure}) => !unsure).map(({claim}) => claim), all: claims.map(({claim}) => claim)}
}

/** The same place: it begins within the label (`also` may begin later or earlier than the term itself). */
const meets = (claim: Claim, span: Span): boolean => claim.line === span.line && claim.column < span.endColumn && claim.column + claim.raw.length > span.column

function isRight(claim: Claim, {zh, en, abbr, also = [], ...span}: Gloss): boolean {
  return meets(claim, span) && claim.other === [en, abbr].filter(Boolean).join('|') && [zh, ...also].includes(claim.zh)
}

function judge(claims: Claim[], {glosses, unsure}: Labelled): {found: Gloss[]; wrong: Claim[]} {
  return {
    found: glosses.filter((gloss) => claims.some((claim) => isRight(claim, gloss))),
    wrong: claims.filter((claim) => !glosses.some((gloss) => isRight(claim, gloss)) && !unsure.some((span) => meets(claim, span))),
  }
}

async function tally(half: typeof halves[number], which: 'sure' | 'all'): Promise<Tally> {
  const sum = {right: 0, wrong: 0, labelled: 0}
  for (const labelled of JSON.parse(readFileSync(path.join(import.meta.dirname, `labels-independent/${half}.json`), 'utf8')) as Labelled[]) {
    const {found, wrong} = judge((await claimsOf(textOf(labelled)))[which], labelled)
    sum.right += found.length
    sum.wrong += wrong.length
    sum.labelled += labelled.glosses.length
    if (half === 'train' && process.env.BANBEN_SHOW) show(labelled, wrong, found, which)
  }
  return sum
}

function show({file, glosses}: Labelled, wrong: Claim[], found: Gloss[], which: string): void {
  for (const {line, column, zh, other} of wrong) console.log(`${which} ${file} wrong ${line}:${column} ${zh} = ${other}`)
  for (const gloss of glosses) if (!found.includes(gloss)) console.log(`${which} ${file} missed ${gloss.line}:${gloss.column} ${gloss.zh} = ${gloss.en ?? gloss.abbr}`)
}

describe.skipIf(!existsSync(corpus))('extraction from texts that an independent hand labelled', () => {
  it.each(halves)('is as right, and finds as much, as it did (%s half)', {timeout: 120_000}, async (half) => {
    for (const which of ['all', 'sure'] as const) {
      const {right, wrong, labelled} = await tally(half, which)
      const [precision, recall] = [right / (right + wrong), right / labelled]
      console.log(`${half}, ${which}: ${right} right, ${wrong} wrong; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${labelled} labels`)
      if (which === 'all') continue
      expect(precision).toBeGreaterThanOrEqual(floors[half].precision)
      expect(recall).toBeGreaterThanOrEqual(floors[half].recall)
    }
  })
})
