/** Links: what each one leads to in words (ISO 14289-1 §7.18.5), printed or not (ISO 19005-2 §6.3.2), only safe targets. */
import {PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFRef, PDFString, type PDFDocument, type PDFObject} from '@cantoo/pdf-lib'
import type {Locale} from '../../../model/locale.ts'
import {readAnchorUrl} from '../anchors.ts'
import type {Printed} from '../print-book.ts'
import {kidsOf, typeOf} from './structure.ts'

interface OwnLink {link: PDFDict; reference: PDFObject; target: string | undefined}

export function finishAnnotations(pdf: PDFDocument, {folios}: Printed, locale: Locale): void {
  const destinations = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict) ?? pdf.context.obj({})
  const own: OwnLink[] = []
  for (const page of pdf.getPages()) {
    page.node.set(PDFName.of('Tabs'), PDFName.of('S')) // ISO 14289-1 §7.18.3
    const annotations = page.node.Annots()
    if (!annotations) continue
    const kept = annotations.asArray().filter((reference) => {
      const link = pdf.context.lookup(reference)
      const anchor = link instanceof PDFDict ? anchorOf(link) : undefined
      if (!(link instanceof PDFDict)) return true
      if (!anchor) {
        finishLink(link)
        return true
      }
      for (const id of anchor.ids) if (!destinations.has(PDFName.of(id))) destinations.set(PDFName.of(id), placeOf(link, page.ref))
      own.push({link, reference, target: anchor.target})
      return anchor.target !== undefined
    })
    if (kept.length > 0) page.node.set(PDFName.of('Annots'), pdf.context.obj(kept))
    else page.node.delete(PDFName.of('Annots'))
  }
  const linked = new Set<string>()
  for (const {link, target} of own) if (target !== undefined) leadTo(link, target, folios, locale, linked)
  dropMarks(pdf, own.filter(({target}) => target === undefined).map(({reference}) => reference))
  for (const name of destinations.keys()) if (!linked.has(name.decodeText())) destinations.delete(name)
  if (linked.size > 0) pdf.catalog.set(PDFName.of('Dests'), destinations)
}

function anchorOf(link: PDFDict): ReturnType<typeof readAnchorUrl> {
  const uri = link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'))
  return uri instanceof PDFString ? readAnchorUrl(uri.asString()) : undefined
}

/** Upper left corner of a link, as a destination that keeps the zoom. */
function placeOf(link: PDFDict, page: PDFRef): PDFArray {
  const [left = 0, , , top = 0] = (link.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asArray() ?? []).map((side) => (side instanceof PDFNumber ? side.asNumber() : 0))
  return link.context.obj([page, 'XYZ', left, top, 0])
}

function finishLink(link: PDFDict): void {
  link.set(PDFName.of('F'), link.context.obj(4))
  const uri = link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'))
  const target = uri instanceof PDFString ? uri.asString() : ''
  if (!/^(?:https?:|mailto:|tel:)/i.test(target)) link.delete(PDFName.of('A'))
  link.set(PDFName.of('Contents'), PDFHexString.fromText(target))
}

function leadTo(link: PDFDict, target: string, folios: Map<string, string>, locale: Locale, linked: Set<string>): void {
  linked.add(target)
  link.delete(PDFName.of('A'))
  link.set(PDFName.of('Dest'), PDFName.of(target))
  link.set(PDFName.of('F'), link.context.obj(4))
  link.set(PDFName.of('Contents'), PDFHexString.fromText(locale.text('pdf.linkTo', {folio: folios.get(target) || locale.text('pdf.cover')})))
}

/** Links that only told a place go, with their entries in the parent tree; what they stood around stays. */
function dropMarks(pdf: PDFDocument, references: PDFObject[]): void {
  const marks = new Set(references)
  const tree = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)?.lookupMaybe(PDFName.of('ParentTree'), PDFDict)
  const keys = new Set<number>()
  for (const reference of marks) {
    const key = pdf.context.lookupMaybe(reference as PDFRef, PDFDict)?.lookupMaybe(PDFName.of('StructParent'), PDFNumber)?.asNumber() // only references are collected above
    if (key !== undefined) keys.add(key)
    pdf.context.delete(reference as PDFRef)
  }
  dropKeys(pdf, tree, keys, marks)
}

function dropKeys(pdf: PDFDocument, node: PDFDict | undefined, keys: Set<number>, marks: Set<PDFObject>): void {
  const numbers = node?.lookupMaybe(PDFName.of('Nums'), PDFArray)?.asArray() ?? []
  const kept: PDFObject[] = []
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const [key, value] = [numbers[index], numbers[index + 1]]
    if (!key || !value) continue
    if (key instanceof PDFNumber && keys.has(key.asNumber())) unlink(pdf, value, marks)
    else kept.push(key, value)
  }
  if (kept.length < numbers.length) node?.set(PDFName.of('Nums'), pdf.context.obj(kept))
  for (const kid of node?.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) dropKeys(pdf, pdf.context.lookupMaybe(kid, PDFDict), keys, marks)
}

function unlink(pdf: PDFDocument, owner: PDFObject, marks: Set<PDFObject>): void {
  const element = pdf.context.lookup(owner)
  if (!(element instanceof PDFDict)) return
  if (typeOf(element) === 'Link') element.set(PDFName.of('S'), PDFName.of('Span'))
  const kept = kidsOf(element).filter((kid) => {
    const entry = pdf.context.lookup(kid)
    const object = entry instanceof PDFDict ? entry.get(PDFName.of('Obj')) : undefined
    return object === undefined || !marks.has(object)
  })
  element.set(PDFName.of('K'), pdf.context.obj(kept))
}
