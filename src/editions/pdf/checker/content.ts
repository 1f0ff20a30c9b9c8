/** Page content: all that is painted is tagged or an artifact; every mark belongs to an element. */
import {inflate} from '../finish/inflate.ts'
import {endOfMark} from '../finish/marks.ts'
import {parentArrays} from '../finish/structure.ts'
import type {Page, PdfFile} from '../objects/file.ts'
import {Stream, type Value} from '../objects/values.ts'
import {archive, type Objection, ua} from './objection.ts'

export function checkContent(pdf: PdfFile): Objection[] {
  const parents = parentArrays(pdf)
  return pdf.pages().flatMap((page, index) => checkPage(pdf, page, index + 1, parents))
}

function checkPage(pdf: PdfFile, {node}: Page, number: number, parents: Map<Value | undefined, Value[]>): Objection[] {
  const found: Objection[] = []
  const elements = parents.get(node.get('StructParents'))
  const {unmarked, ids, unbalanced, missing} = readMarks(contentOf(pdf, node.get('Contents')))
  if (unmarked > 0) found.push(ua('01-004', `page ${number} paints ${unmarked} times outside tags and artifacts`))
  if (unbalanced) found.push(ua('01-003', `the marks of page ${number} are not balanced`))
  if (missing > 0) found.push(archive('6.2.11.8', `page ${number} shows ${missing} missing glyphs`))
  const seen = new Set<number>()
  for (const id of ids) {
    if (seen.has(id)) found.push(ua('01-006', `mark ${id} of page ${number} is used twice`))
    seen.add(id)
    if (!pdf.dict(elements?.[id])) found.push(ua('01-006', `mark ${id} of page ${number} belongs to no element`))
  }
  if (node.has('Annots') && node.get('Tabs') !== '/S') found.push(ua('28-008', `page ${number} has no tab order by structure`))
  return found
}

function contentOf(pdf: PdfFile, contents: Value | undefined): string {
  const found = pdf.look(contents)
  const streams = Array.isArray(found) ? found.map((entry) => pdf.look(entry)) : [found]
  return streams.map((stream) => (stream instanceof Stream ? inflate(stream).toString('latin1') : '')).join('\n')
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
