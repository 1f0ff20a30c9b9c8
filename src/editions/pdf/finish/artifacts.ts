/** Page content: everything painted is either tagged or marked as an artifact (ISO 14289-1 §7.1).
 *
 * Running heads, folios, rules and backgrounds come unmarked, or marked as content of the block that they decorate.
 * Skia writes one operator a line, so lines are what is read here. */
import {deflateSync} from 'node:zlib'
import {decodePDFRawStream, type PDFDict, PDFName, PDFNull, PDFNumber, PDFRawStream, type PDFDocument} from '@cantoo/pdf-lib'
import {kidsOf, parentArrays, type MendedStructure} from './structure.ts'

export function markArtifacts(pdf: PDFDocument, decorations: MendedStructure['decorations']): void {
  const parents = parentArrays(pdf)
  for (const page of pdf.getPages()) {
    const reference = page.node.get(PDFName.of('Contents'))
    const stream = pdf.context.lookup(reference)
    if (!(stream instanceof PDFRawStream)) continue
    const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    const owners = decorations.get(String(page.ref)) ?? new Map<number, PDFDict>()
    const {text, decorative} = markContent(content, (id) => owners.has(id))
    const ofPage = parents.get(page.node.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber() ?? -1)
    for (const id of decorative) {
      dropContent(owners.get(id), id)
      if (ofPage && id < ofPage.size()) ofPage.set(id, PDFNull)
    }
    if (text !== content) pdf.context.assign(reference as never, PDFRawStream.of(pdf.context.obj({Filter: 'FlateDecode'}), deflateSync(Buffer.from(text, 'latin1')))) // Contents is a reference, as the lookup above proves
  }
}

/** Take a piece of content out of its element. */
function dropContent(element: PDFDict | undefined, id: number): void {
  element?.set(PDFName.of('K'), element.context.obj(kidsOf(element).filter((kid) => !(kid instanceof PDFNumber && kid.asNumber() === id))))
}

export interface MarkedContent {
  text: string
  /** Marks that held no text and no image. */
  decorative: number[]
}

/** @param mayDecorate Whether the content of a mark may be decoration. */
export function markContent(content: string, mayDecorate: (id: number) => boolean): MarkedContent {
  const lines = content.split('\n')
  const out: string[] = []
  const decorative: number[] = []
  let depth = 0
  let path = -1
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const id = depth === 0 ? /\/MCID (\d+)[^>]*>>\s*BDC$/.exec(line)?.[1] : undefined
    const end = id !== undefined && mayDecorate(Number(id)) ? endOfMark(lines, index) : -1
    if (end > 0 && !lines.slice(index, end).some((inner) => inner === 'BT' || / (?:Do|sh)$/.test(inner))) {
      decorative.push(Number(id))
      out.push('/Artifact BMC')
      depth += 1
      path = -1
      continue
    }
    if (/(?:BDC|BMC)$/.test(line)) depth += 1
    if (line === 'EMC') depth -= 1
    if (depth > 0 || line === 'EMC') {
      out.push(line)
      continue
    }
    if (line === 'BT') {
      const close = lines.indexOf('ET', index)
      out.push('/Artifact BMC', ...lines.slice(index, close + 1), 'EMC')
      index = close
      continue
    }
    if (/ (?:re|m)$/.test(line) && path < 0) path = out.length
    out.push(line)
    if (/^(?:f\*?|F|S|s|B\*?|b\*?)$/.test(line) || / (?:Do|sh)$/.test(line)) {
      out.splice(path < 0 ? out.length - 1 : path, 0, '/Artifact BMC')
      out.push('EMC')
      path = -1
    } else if (line === 'n' || / n$/.test(line)) path = -1
  }
  return {text: out.join('\n'), decorative}
}

function endOfMark(lines: string[], start: number): number {
  let depth = 0
  for (let index = start; index < lines.length; index += 1) {
    if (/(?:BDC|BMC)$/.test(lines[index] ?? '')) depth += 1
    else if (lines[index] === 'EMC') {
      depth -= 1
      if (depth === 0) return index
    }
  }
  return -1
}
