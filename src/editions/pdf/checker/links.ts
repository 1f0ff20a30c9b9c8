/** Links: described, inside a Link element, printed, leading only where they may. */
import {parentEntries, typeOf} from '../finish/structure.ts'
import type {PdfFile} from '../objects/file.ts'
import {type Dict, Text, type Value} from '../objects/values.ts'
import {archive, type Objection, ua} from './objection.ts'

export function checkLinks(pdf: PdfFile): Objection[] {
  const owners: Owners = new Map(parentEntries(pdf))
  return pdf.pages().flatMap(({node}, index) => pdf.array(node.get('Annots')).flatMap((reference) => {
    const annotation = pdf.dict(reference)
    return annotation ? checkLink(pdf, annotation, index + 1, owners) : []
  }))
}

/** Elements that own annotations, by their key in the parent tree. */
type Owners = Map<Value | undefined, Value>

function checkLink(pdf: PdfFile, annotation: Dict, page: number, owners: Owners): Objection[] {
  const found: Objection[] = []
  if (annotation.get('Subtype') !== '/Link') found.push(ua('7.18.1-1', `page ${page} has an annotation that is no link`))
  if (pdf.text(annotation.get('Contents')) === '') found.push(ua('7.18.5-2', `a link of page ${page} has no description`))
  if (typeOf(pdf.look(owners.get(annotation.get('StructParent')))) !== 'Link') found.push(ua('7.18.5-1', `a link of page ${page} stands in no Link element`))
  const flags = Number(annotation.get('F') ?? 0)
  if ((flags & 4) === 0 || (flags & 0b1_0010_0011) !== 0) found.push(archive('6.3.2', `a link of page ${page} is not printed`))
  const action = pdf.dict(annotation.get('A'))
  if (action && action.get('S') !== '/URI' && action.get('S') !== '/GoTo') found.push(archive('6.5.1', `a link of page ${page} does more than lead somewhere`))
  const uri = pdf.look(action?.get('URI'))
  if (uri instanceof Text && !/^(?:https?:|mailto:|tel:)/i.test(uri.decode())) found.push(archive('6.5.1', `a link of page ${page} leads to ${uri.decode().slice(0, 40)}`))
  return found
}
