/** Page content: all that is painted is tagged or an artifact; every mark belongs to an element. */
import {PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFDocument, type PDFPage} from '@cantoo/pdf-lib'
import {inflate} from '../finish/inflate.ts'
import {endOfMark} from '../finish/marks.ts'
import {parentArrays} from '../finish/structure.ts'
import {archive, type Objection, ua} from './objection.ts'

export function checkContent(pdf: PDFDocument): Objection[] {
  const parents = parentArrays(pdf)
  return pdf.getPages().flatMap((page, index) => checkPage(pdf, page, index + 1, parents))
}

function checkPage(pdf: PDFDocument, page: PDFPage, number: number, parents: Map<number, PDFArray>): Objection[] {
  const found: Objection[] = []
  const key = page.node.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber()
  const elements = key === undefined ? undefined : parents.get(key)
  const {unmarked, ids, unbalanced, missing} = readMarks(contentOf(pdf, page))
  if (unmarked > 0) found.push(ua('01-004', `page ${number} paints ${unmarked} times outside tags and artifacts`))
  if (unbalanced) found.push(ua('01-003', `the marks of page ${number} are not balanced`))
  if (missing > 0) found.push(archive('6.2.11.8', `page ${number} shows ${missing} missing glyphs`))
  const seen = new Set<number>()
  for (const id of ids) {
    if (seen.has(id)) found.push(ua('01-006', `mark ${id} of page ${number} is used twice`))
    seen.add(id)
    if (!(elements && pdf.context.lookup(elements.get(id)) instanceof PDFDict)) found.push(ua('01-006', `mark ${id} of page ${number} belongs to no element`))
  }
  if (page.node.get(PDFName.of('Annots')) && page.node.get(PDFName.of('Tabs')) !== PDFName.of('S')) found.push(ua('28-008', `page ${number} has no tab order by structure`))
  return found
}

export function contentOf(pdf: PDFDocument, page: PDFPage): string {
  const contents = page.node.lookup(PDFName.of('Contents'))
  const streams = contents instanceof PDFArray ? contents.asArray().map((entry) => pdf.context.lookup(entry)) : [contents]
  return streams.map((stream) => (stream instanceof PDFRawStream ? inflate(stream).toString('latin1') : '')).join('\n')
}

interface Marks {
  /** Painting operators outside every mark. */
  unmarked: number
  ids: number[]
  unbalanced: boolean
  /** Glyph 0 shown. */
  missing: number
}

/** Operators by word; what stands inside a mark is passed over in one step. */
function readMarks(content: string): Marks {
  const marks: Marks = {unmarked: 0, ids: [], unbalanced: false, missing: countMissing(content)}
  const tokens = /\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+/gs
  let previous = ''
  let id: number | undefined
  for (let match = tokens.exec(content); match; match = tokens.exec(content)) {
    const [token] = match
    if (token === 'BDC' || token === 'BMC') {
      if (id !== undefined) marks.ids.push(id)
      id = undefined
      const end = endOfMark(content, tokens.lastIndex)
      if (end < 0) return {...marks, unbalanced: true}
      tokens.lastIndex = end
    } else if (token === 'EMC') marks.unbalanced = true
    else if (paints.has(token)) marks.unmarked += 1
    else if (previous === '/MCID') id = Number(token)
    previous = token
  }
  return marks
}

/** Glyph 0 in strings of two-byte codes. */
function countMissing(content: string): number {
  let count = 0
  for (let at = content.indexOf('0000'); at >= 0; at = content.indexOf('0000', at + 1)) {
    const open = content.lastIndexOf('<', at)
    if (open >= 0 && at - open < 400 && content.indexOf('>', open) > at && (at - open - 1) % 4 === 0 && /^<(?:[0-9A-Fa-f]{4})+>\s*Tj/.test(content.slice(open, open + 480))) count += 1
  }
  return count
}

const paints = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'EI'])
