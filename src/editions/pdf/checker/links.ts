/** Links: described, inside a Link element, printed, leading only where they may. */
import {PDFArray, PDFDict, PDFName, PDFNumber, PDFString, type PDFDocument} from '@cantoo/pdf-lib'
import {typeOf} from '../finish/structure.ts'
import {textOf} from './document.ts'
import {archive, type Objection, ua} from './objection.ts'

export function checkLinks(pdf: PDFDocument): Objection[] {
  const owners = objectParents(pdf)
  return pdf.getPages().flatMap((page, index) => (page.node.Annots()?.asArray() ?? []).flatMap((reference) => {
    const annotation = pdf.context.lookup(reference)
    return annotation instanceof PDFDict ? checkLink(annotation, index + 1, owners) : []
  }))
}

function checkLink(annotation: PDFDict, page: number, owners: Map<number, string>): Objection[] {
  const found: Objection[] = []
  const subtype = annotation.get(PDFName.of('Subtype'))
  if (subtype !== PDFName.of('Link')) found.push(ua('28-004', `page ${page} has an annotation that is no link`))
  if (textOf(annotation.lookup(PDFName.of('Contents'))) === '') found.push(ua('28-012', `a link of page ${page} has no description`))
  const key = annotation.lookupMaybe(PDFName.of('StructParent'), PDFNumber)?.asNumber()
  if (key === undefined || owners.get(key) !== 'Link') found.push(ua('28-011', `a link of page ${page} stands in no Link element`))
  const flags = annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0
  if ((flags & 4) === 0 || (flags & 0b100011) !== 0) found.push(archive('6.3.2', `a link of page ${page} is not printed`))
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict)
  if (action && action.get(PDFName.of('S')) !== PDFName.of('URI') && action.get(PDFName.of('S')) !== PDFName.of('GoTo')) found.push(archive('6.5.1', `a link of page ${page} does more than lead somewhere`))
  const uri = action?.lookup(PDFName.of('URI'))
  if (uri instanceof PDFString && !/^(?:https?:|mailto:|tel:)/i.test(uri.asString())) found.push(archive('6.5.1', `a link of page ${page} leads to ${uri.asString().slice(0, 40)}`))
  return found
}

/** Type of the element that owns each annotation, by its key in the parent tree. */
function objectParents(pdf: PDFDocument): Map<number, string> {
  const owners = new Map<number, string>()
  const walk = (node: PDFDict | undefined) => {
    const entries = node?.lookupMaybe(PDFName.of('Nums'), PDFArray)?.asArray() ?? []
    for (let index = 0; index + 1 < entries.length; index += 2) {
      const key = entries[index]
      if (key instanceof PDFNumber) owners.set(key.asNumber(), typeOf(pdf.context.lookup(entries[index + 1])))
    }
    for (const kid of node?.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) walk(pdf.context.lookupMaybe(kid, PDFDict))
  }
  walk(pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)?.lookupMaybe(PDFName.of('ParentTree'), PDFDict))
  return owners
}
