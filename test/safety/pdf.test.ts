/** What a PDF of a hostile book can do: its actions and links are read from every object of the finished file. */
import path from 'node:path'
import {PDFDict, PDFDocument, PDFHexString, PDFName, PDFString} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {findBrowser} from '../../src/editions/pdf/find-browser.ts'
import {makePdf} from '../../src/editions/pdf/index.ts'
import {localeOf} from '../../src/locale/index.ts'
import {composeFiles} from '../fixture.ts'
import {full, record} from './figures.ts'
import {contextsOf, xssPayloads} from './payloads.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const cache = path.join(root, '.cache', 'banben')
const hasBrowser = findBrowser() !== undefined
const context = {locale: localeOf('zh-CN'), cache, templates: path.join(root, 'templates'), signal: new AbortController().signal}
const all = xssPayloads()
/** Those that name an address first: only they can become an action of a PDF. */
const addressed = all.filter((text) => /script:|file:|data:|\bhref|\bsrc/i.test(text) && text.length < 400)
/** The full part makes a book of each payload. */
const payloads = full ? all : addressed.filter((_, index) => index === 0 || index === addressed.length >> 1)

describe.skipIf(!hasBrowser)('a PDF of a hostile book', () => {
  it(`has links to http, https, mail and itself alone (${payloads.length})`, {timeout: 3_600_000}, async () => {
    const faults: string[] = []
    for (const payload of payloads) {
      const {galley} = await composeFiles(contextsOf(`${payload} [x](javascript:alert(1)) [y](file:///etc/passwd)`))
      for (const fault of await judgePdf((await makePdf(galley, context)).data)) faults.push(`${fault}   ← ${payload.slice(0, 80)}`)
    }
    expect(faults).toEqual([])
    record('PDFs of hostile books: scripts, launches, files, links that lead astray', `0 of ${payloads.length} books`, '0')
  })

  it('would be found out if it had others', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    pdf.addJavaScript('x', 'app.alert(1)')
    pdf.context.register(pdf.context.obj({S: 'URI', URI: PDFString.of('file:///etc/passwd')}))
    pdf.context.register(pdf.context.obj({S: 'Launch', F: PDFString.of('x')}))
    expect(await judgePdf(await pdf.save())).toEqual(expect.arrayContaining(['action /JavaScript', 'link file:///etc/passwd', 'action /Launch']))
  })
})

/** Actions of PDF 32000-1 §12.6.4 that stay inside the document, or that a reader sees before following. */
const harmless = new Set(['/GoTo', '/URI', '/Named'])
const keys = ['JS', 'AA', 'EmbeddedFiles', 'RichMedia', 'XFA', 'EF']

/** @returns One line a fault. */
async function judgePdf(data: Uint8Array): Promise<string[]> {
  const {context: objects} = await PDFDocument.load(data, {updateMetadata: false})
  const faults: string[] = []
  const look = (value: unknown, depth: number) => {
    if (value instanceof PDFDict && depth < 40) {
      const action = value.get(PDFName.of('S'))
      const type = value.get(PDFName.of('Type'))
      const isAction = action instanceof PDFName && (value.has(PDFName.of('URI')) || ['/JavaScript', '/Launch', '/GoToR', '/GoToE', '/SubmitForm', '/ImportData', '/Rendition', '/Movie', '/Sound'].includes(action.asString()))
      if (isAction && !harmless.has(action.asString()) && String(type) !== '/StructElem') faults.push(`action ${action.asString()}`)
      for (const key of keys) if (value.has(PDFName.of(key))) faults.push(`key ${key}`)
      const uri = value.lookup(PDFName.of('URI'))
      const address = uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : undefined
      if (address !== undefined && !/^(?:https?:\/\/|mailto:|tel:)/i.test(address)) faults.push(`link ${address.slice(0, 60)}`)
      for (const [, entry] of value.entries()) look(entry, depth + 1)
    } else if (value && typeof value === 'object' && 'asArray' in value && typeof value.asArray === 'function') for (const entry of value.asArray()) look(entry, depth + 1)
    else if (value && typeof value === 'object' && 'dict' in value) look(value.dict, depth + 1)
  }
  for (const [, object] of objects.enumerateIndirectObjects()) look(object, 0)
  return faults
}
