/** No escape: hostile strings in every place that takes an author's text, judged in the finished HTML and EPUB.
 *
 * `BANBEN_FULL=1` tries every payload; else every eighth. */
import path from 'node:path'
import {raw} from 'hast-util-raw'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import type {Root} from 'hast'
import {editions} from '../../src/editions/index.ts'
import {localeOf} from '../../src/locale/index.ts'
import type {Format} from '../../src/model/book.ts'
import {composeFiles} from '../fixture.ts'
import {baselineOf, judge, noBaseline} from './oracle.ts'
import {contextsOf, xssPayloads} from './payloads.ts'
import {readZip} from './zip.ts'

const every = process.env.BANBEN_FULL ? 1 : 16
const payloads = xssPayloads().filter((_, index) => index < 40 || index % every === 0)
const context = {locale: localeOf('zh-CN'), cache: undefined, templates: path.resolve(import.meta.dirname, '..', '..', 'templates'), signal: new AbortController().signal}

async function make(format: Format, files: Record<string, string>): Promise<Uint8Array> {
  const {galley} = await composeFiles({...files, 'book.yml': `${files['book.yml'] ?? ''}epub: {fonts: none}\n`})
  return (await (await editions[format]())(galley, context)).data
}
const makeHtml = async (files: Record<string, string>) => new TextDecoder().decode(await make('html', files))

describe(`${payloads.length} payloads in ten places`, () => {
  it('leave nothing in HTML that runs, fetches or leads astray', {timeout: 600_000}, async () => {
    const baseline = baselineOf(await makeHtml(contextsOf('harmless')))
    const faults: string[] = []
    for (const payload of payloads) {
      for (const fault of judge(await makeHtml(contextsOf(payload)), baseline)) faults.push(`${fault}   ← ${payload.slice(0, 80)}`)
    }
    expect(faults).toEqual([])
  })

  it('leave nothing in EPUB, whose documents stay well-formed', {timeout: 600_000}, async () => {
    const faults: string[] = []
    const {XMLValidator} = await import('fast-xml-parser')
    for (const payload of payloads.filter((_, index) => index % (process.env.BANBEN_FULL ? 2 : 6) === 0)) {
      for (const [name, data] of readZip(await make('epub', contextsOf(payload)))) {
        if (!/\.(xhtml|opf|ncx|xml)$/.test(name)) continue
        const text = new TextDecoder().decode(data)
        const valid = XMLValidator.validate(text)
        if (valid !== true) faults.push(`${name} ${valid.err.msg}   ← ${payload.slice(0, 80)}`)
        if (name.endsWith('.xhtml')) for (const fault of judge(text, noBaseline)) faults.push(`${name} ${fault}   ← ${payload.slice(0, 80)}`)
      }
    }
    expect(faults).toEqual([])
  })

  it('would be found if nothing were sanitised', () => {
    const open = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, {allowDangerousHtml: true})
    const print = unified().use(rehypeStringify)
    const found = payloads.filter((payload) => {
      const pages = Object.entries(contextsOf(payload)).filter(([name]) => name.endsWith('.md'))
      return pages.some(([, text]) => judge(print.stringify(raw(open.runSync(open.parse(text)) as Root) as Root), noBaseline).length > 0) // a root in is a root out
    })
    expect(found.length).toBeGreaterThan(payloads.length / 2)
  })
})
