/** IDs of elements, which table cells name their headers by, counted through.
 *
 * Chromium counts all nodes that it has looked at, in drafts too: equal books must not differ by how often they were printed. */
import type {PdfFile} from '../objects/file.ts'
import {type Dict, Text, type Value} from '../objects/values.ts'

export function countIds(pdf: PdfFile): void {
  const ids = new Map<string, Text>()
  for (const name of namesOf(pdf, pdf.catalog)) {
    if (name instanceof Text) ids.set(name.raw, new Text(`(n${String(ids.size + 1).padStart(8, '0')})`)) // in order, as the tree must be (§7.9.6)
  }
  if (ids.size > 0) renameIds(pdf, pdf.catalog, 1, (id) => ids.get(id.raw) ?? id)
}

/** IDs and their elements in turn, as the tree has them. */
export function namesOf(pdf: PdfFile, catalog: Dict): Value[] {
  return nodesOf(pdf, treeOf(pdf, catalog)).flatMap((node) => pdf.array(node.get('Names')))
}

/** @param start Number of the first object that may name one. */
export function renameIds(pdf: PdfFile, catalog: Dict, start: number, rename: (id: Text) => Text): void {
  const renamed = (value: Value): Value => (value instanceof Text ? rename(value) : value)
  for (const node of nodesOf(pdf, treeOf(pdf, catalog))) for (const key of ['Names', 'Limits']) if (node.has(key)) node.set(key, pdf.array(node.get(key)).map(renamed))
  for (const [, element] of pdf.objects(start)) {
    if (!(element instanceof Map)) continue
    const id = element.get('ID')
    if (id instanceof Text) element.set('ID', rename(id))
    const attributes = pdf.look(element.get('A'))
    for (const entry of Array.isArray(attributes) ? attributes : [attributes]) {
      const attribute = pdf.dict(entry)
      if (attribute?.has('Headers')) attribute.set('Headers', pdf.array(attribute.get('Headers')).map(renamed))
    }
  }
}

function treeOf(pdf: PdfFile, catalog: Dict): Dict | undefined {
  return pdf.dict(pdf.dict(catalog.get('StructTreeRoot'))?.get('IDTree'))
}

function nodesOf(pdf: PdfFile, node: Dict | undefined): Dict[] {
  return node ? [node, ...pdf.array(node.get('Kids')).flatMap((kid) => nodesOf(pdf, pdf.dict(kid)))] : []
}
