/** No escape: hostile strings in every place that takes an author's text, judged in the finished HTML and EPUB.
 *
 * `BANBEN_FULL=1` tries every payload; else every sixteenth, and all of those that are aimed at this program. */
import {raw} from 'hast-util-raw'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import type {Root} from 'hast'
import {documentsOf, makeEdition} from './edition.ts'
import {full, record} from './figures.ts'
import {baselineOf, judge, noBaseline} from './oracle.ts'
import {contextsOf, xssPayloads} from './payloads.ts'

const every = full ? 1 : 16
const payloads = xssPayloads().filter((_, index) => index < 40 || index % every === 0)
const makeHtml = async (files: Record<string, string>) => new TextDecoder().decode(await makeEdition('html', files))

describe(`${payloads.length} payloads in ten places`, () => {
  it('leave nothing in HTML that runs, fetches or leads astray', {timeout: 600_000}, async () => {
    const baseline = baselineOf(await makeHtml(contextsOf('harmless')))
    const faults: string[] = []
    for (const payload of payloads) {
      for (const fault of judge(await makeHtml(contextsOf(payload)), baseline)) faults.push(`${fault}   ← ${payload.slice(0, 80)}`)
    }
    expect(faults).toEqual([])
    record('Payloads × ten places in HTML: what runs, fetches or leads astray', `0 of ${payloads.length * 10}`, '0')
  })

  it('leave nothing in EPUB, whose documents stay well-formed', {timeout: 600_000}, async () => {
    const faults: string[] = []
    for (const [index, payload] of payloads.entries()) {
      for (const {name, text, fault} of documentsOf(await makeEdition('epub', contextsOf(payload), index % 200 === 0))) {
        if (fault) faults.push(`${name} ${fault}   ← ${payload.slice(0, 80)}`)
        if (name.endsWith('.xhtml')) for (const fault of judge(text, noBaseline)) faults.push(`${name} ${fault}   ← ${payload.slice(0, 80)}`)
      }
    }
    expect(faults).toEqual([])
    record('Payloads × ten places in EPUB: faults, documents that are not well-formed', `0, 0 of ${payloads.length * 10}`, '0')
  })

  it('would be found if nothing were sanitised', () => {
    const open = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, {allowDangerousHtml: true})
    const print = unified().use(rehypeStringify)
    const found = payloads.filter((payload) => {
      const pages = Object.entries(contextsOf(payload)).filter(([name]) => name.endsWith('.md'))
      return pages.some(([, text]) => judge(print.stringify(raw(open.runSync(open.parse(text)) as Root) as Root), noBaseline).length > 0) // a root in is a root out
    })
    expect(found.length).toBeGreaterThan(payloads.length / 2)
    record('The same payloads with nothing sanitised (control)', `${found.length} of ${payloads.length} found`, 'more than half')
  })
})
