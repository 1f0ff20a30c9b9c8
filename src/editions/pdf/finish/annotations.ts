/** Links: what each one leads to in words (ISO 14289-1 §7.18.5), printed or not (ISO 19005-2 §6.3.2), only safe targets. */
import type {Locale} from '../../../model/locale.ts'
import {isTaller, readAnchorUrl} from '../anchors.ts'
import type {PdfFile} from '../objects/file.ts'
import {decodeKey, type Dict, keyOf, nameOf, Ref, Text, type Value} from '../objects/values.ts'
import type {Printed} from '../print-book.ts'
import {kidsOf, typeOf} from './structure.ts'

interface OwnLink {link: Dict; ref: Ref; target: string | undefined}

export function finishAnnotations(pdf: PdfFile, {folios}: Printed, locale: Locale): void {
  const destinations = pdf.dict(pdf.catalog.get('Dests')) ?? new Map<string, Value>()
  const own: OwnLink[] = []
  const heights = new Map<string, number>()
  for (const page of pdf.pages()) {
    page.node.set('Tabs', '/S') // ISO 14289-1 §7.18.3
    if (!page.node.has('Annots')) continue
    const kept = pdf.array(page.node.get('Annots')).filter((ref) => {
      const link = pdf.dict(ref)
      if (!link || !(ref instanceof Ref)) return true
      const uri = uriOf(pdf, link)
      const anchor = readAnchorUrl(uri)
      if (!anchor) {
        finishLink(link, uri)
        return true
      }
      for (const id of anchor.ids) placeAnchor(keyOf(id), pdf.array(link.get('Rect')), page.ref, destinations, heights)
      own.push({link, ref, target: anchor.target})
      return anchor.target !== undefined
    })
    if (kept.length > 0) page.node.set('Annots', kept)
    else page.node.delete('Annots')
  }
  const linked = new Set<string>()
  for (const {link, target} of own) if (target !== undefined) leadTo(link, target, folios, locale, linked)
  dropMarks(pdf, own.filter(({target}) => target === undefined).map(({ref}) => ref))
  for (const key of [...destinations.keys()]) if (!linked.has(decodeKey(key))) destinations.delete(key)
  if (linked.size > 0) pdf.catalog.set('Dests', destinations)
}

function uriOf(pdf: PdfFile, link: Dict): string {
  const uri = pdf.look(pdf.dict(link.get('A'))?.get('URI'))
  return uri instanceof Text ? uri.decode() : ''
}

/** Where the browser has not told the place itself: the upper left corner, with the zoom kept. */
function placeAnchor(key: string, rect: Value[], page: Ref, destinations: Dict, heights: Map<string, number>): void {
  const [left = 0, bottom = 0, , top = 0] = rect.map(Number)
  if (destinations.has(key) && !isTaller(top - bottom, heights.get(key) ?? Number.POSITIVE_INFINITY)) return
  heights.set(key, top - bottom)
  destinations.set(key, [page, '/XYZ', left, top, 0])
}

function finishLink(link: Dict, uri: string): void {
  link.set('F', 4)
  if (!/^(?:https?:|mailto:|tel:)/i.test(uri)) link.delete('A')
  link.set('Contents', Text.of(uri))
}

function leadTo(link: Dict, target: string, folios: Map<string, string>, locale: Locale, linked: Set<string>): void {
  linked.add(target)
  link.delete('A')
  link.set('Dest', nameOf(target))
  link.set('F', 4)
  link.set('Contents', Text.of(locale.text('pdf.linkTo', {folio: folios.get(target) || locale.text('pdf.cover')})))
}

/** Links that only told a place go, with their entries in the parent tree; what they stood around stays. */
function dropMarks(pdf: PdfFile, refs: Ref[]): void {
  const marks = new Set<Value>(refs)
  const keys = new Set<Value>()
  for (const ref of refs) {
    const key = pdf.dict(ref)?.get('StructParent')
    if (key !== undefined) keys.add(key)
    pdf.remove(ref)
  }
  dropKeys(pdf, pdf.dict(pdf.dict(pdf.catalog.get('StructTreeRoot'))?.get('ParentTree')), keys, marks)
}

function dropKeys(pdf: PdfFile, node: Dict | undefined, keys: Set<Value>, marks: Set<Value>): void {
  const numbers = pdf.array(node?.get('Nums'))
  const kept: Value[] = []
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const [key, value] = [numbers[index], numbers[index + 1]]
    if (key === undefined || value === undefined) continue
    if (keys.has(key)) unlink(pdf, value, marks)
    else kept.push(key, value)
  }
  if (kept.length < numbers.length) node?.set('Nums', kept)
  for (const kid of pdf.array(node?.get('Kids'))) dropKeys(pdf, pdf.dict(kid), keys, marks)
}

function unlink(pdf: PdfFile, owner: Value, marks: Set<Value>): void {
  const element = pdf.dict(owner)
  if (!element) return
  if (typeOf(element) === 'Link') element.set('S', '/Span')
  element.set('K', kidsOf(pdf, element).filter((kid) => {
    const object = pdf.dict(kid)?.get('Obj')
    return object === undefined || !marks.has(object)
  }))
}
