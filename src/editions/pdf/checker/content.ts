/** Content of pages: all that is painted is tagged or an artifact; every mark belongs to an element. */
import {inflate} from '../finish/inflate.ts'
import {endOfMark} from '../finish/marks.ts'
import {parentArrays} from '../finish/structure.ts'
import type {Page, PdfFile} from '../objects/file.ts'
import {Stream, type Value} from '../objects/values.ts'
import {noteShown, type Shown} from './glyphs.ts'
import {archive, type Objection, ua} from './objection.ts'

/** @param shown Filled with the codes of all content, forms included. */
export function checkContent(pdf: PdfFile, shown: Shown): Objection[] {
  const parents = parentArrays(pdf)
  const found = pdf.pages().flatMap((page, index) => checkPage(pdf, page, index + 1, parents, shown))
  for (const [, object] of pdf.objects()) {
    if (object instanceof Stream && object.dict.get('Subtype') === '/Form') noteShown(pdf, object.dict.get('Resources'), inflate(object).toString('latin1'), shown)
  }
  return found
}

function checkPage(pdf: PdfFile, {node}: Page, number: number, parents: Map<Value | undefined, Value[]>, shown: Shown): Objection[] {
  const found: Objection[] = []
  const elements = parents.get(node.get('StructParents'))
  const content = contentOf(pdf, node.get('Contents'))
  noteShown(pdf, node.get('Resources'), content, shown)
  const {unmarked, ids, unbalanced, nested} = readMarks(content)
  if (unmarked > 0) found.push(ua('7.1-3', `page ${number} paints ${unmarked} times outside tags and artifacts`))
  if (unbalanced) found.push(ua('7.1', `the marks of page ${number} are not balanced`))
  if (nested.artifact) found.push(ua('7.1-1', `an artifact of page ${number} stands inside tagged content`))
  if (nested.tag) found.push(ua('7.1-2', `tagged content of page ${number} stands inside an artifact`))
  if (depthOf(content) > deepest) found.push(archive('6.1.13', `page ${number} nests more than ${deepest} graphics states`))
  const seen = new Set<number>()
  for (const id of ids) {
    if (seen.has(id)) found.push(ua('7.1-3', `mark ${id} of page ${number} is used twice`))
    seen.add(id)
    if (!pdf.dict(elements?.[id])) found.push(ua('7.1-3', `mark ${id} of page ${number} belongs to no element`))
  }
  if (node.has('Annots') && node.get('Tabs') !== '/S') found.push(ua('7.18.3-1', `page ${number} has no tab order by structure`))
  return found
}

export function contentOf(pdf: PdfFile, contents: Value | undefined): string {
  const found = pdf.look(contents)
  const streams = Array.isArray(found) ? found.map((entry) => pdf.look(entry)) : [found]
  return streams.map((stream) => (stream instanceof Stream ? inflate(stream).toString('latin1') : '')).join('\n')
}

/** Graphics states saved inside one another (ISO 32000-1 Annex C). */
const deepest = 28

function depthOf(content: string): number {
  let depth = 0
  let most = 0
  for (const [word] of content.matchAll(/(?<!\S)[qQ](?!\S)/g)) {
    depth += word === 'q' ? 1 : -1
    if (depth > most) most = depth
  }
  return most
}

interface Marks {
  /** Painting operators outside every mark. */
  unmarked: number
  ids: number[]
  unbalanced: boolean
  nested: {artifact: boolean; tag: boolean}
}

/** Operators by word; what stands inside a mark is passed over in one step. */
function readMarks(content: string): Marks {
  const marks: Marks = {unmarked: 0, ids: [], unbalanced: false, nested: {artifact: false, tag: false}}
  const tokens = /\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+/gs
  let previous = ''
  let id: number | undefined
  let artifact = false
  for (let match = tokens.exec(content); match; match = tokens.exec(content)) {
    const [token] = match
    if (token === 'BDC' || token === 'BMC') {
      if (id !== undefined) marks.ids.push(id)
      const end = endOfMark(content, tokens.lastIndex)
      if (end < 0) return {...marks, unbalanced: true}
      const inside = content.slice(tokens.lastIndex, end)
      if (artifact && inside.includes('/MCID')) marks.nested.tag = true
      if (!artifact && id !== undefined && /\/Artifact\b[^\n]*B[MD]C/.test(inside)) marks.nested.artifact = true
      id = undefined
      artifact = false
      tokens.lastIndex = end
    } else if (token === 'EMC') marks.unbalanced = true
    else if (token === '/Artifact') artifact = true
    else if (paints.has(token)) marks.unmarked += 1
    else if (previous === '/MCID') id = Number(token)
    previous = token
  }
  return marks
}

const paints = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'EI'])
