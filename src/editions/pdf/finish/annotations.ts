/** Links: what each one leads to in words (ISO 14289-1 §7.18.5), printed or not (ISO 19005-2 §6.3.2), only safe targets. */
import {PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument} from '@cantoo/pdf-lib'
import type {Locale} from '../../../model/locale.ts'
import type {Printed} from '../print-book.ts'

export function finishAnnotations(pdf: PDFDocument, {folios}: Printed, locale: Locale): void {
  const linked = new Set<string>()
  for (const page of pdf.getPages()) {
    page.node.set(PDFName.of('Tabs'), PDFName.of('S')) // ISO 14289-1 §7.18.3
    const annotations = page.node.Annots()?.asArray() ?? []
    for (const reference of annotations) {
      const annotation = pdf.context.lookup(reference)
      if (annotation instanceof PDFDict) finishLink(annotation, folios, locale, linked)
    }
  }
  pruneDestinations(pdf, linked)
}

function finishLink(link: PDFDict, folios: Map<string, string>, locale: Locale, linked: Set<string>): void {
  link.set(PDFName.of('F'), link.context.obj(4))
  const action = link.lookupMaybe(PDFName.of('A'), PDFDict)
  const uri = action?.lookup(PDFName.of('URI'))
  if (action && uri instanceof PDFString) {
    const target = uri.asString()
    if (!/^(?:https?:|mailto:|tel:)/i.test(target)) link.delete(PDFName.of('A'))
    link.set(PDFName.of('Contents'), PDFHexString.fromText(target))
    return
  }
  const name = link.get(PDFName.of('Dest'))
  const anchor = name instanceof PDFName ? name.decodeText() : ''
  linked.add(anchor)
  link.set(PDFName.of('Contents'), PDFHexString.fromText(locale.text('pdf.linkTo', {folio: folios.get(anchor) || locale.text('pdf.cover')})))
}

/** Every anchor was made a destination so that its page could be read; those that nothing links to have served. */
function pruneDestinations(pdf: PDFDocument, linked: Set<string>): void {
  const destinations = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  if (!destinations) return
  for (const name of destinations.keys()) if (!linked.has(name.decodeText())) destinations.delete(name)
}
