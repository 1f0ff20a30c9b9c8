/** IDs of elements, which table cells name their headers by, counted through.
 *
 * Chromium counts all nodes that it has looked at, in drafts too: equal books must not differ by how often they were printed. */
import type {PdfFile} from '../objects/file.ts'
import {type Dict, Text, type Value} from '../objects/values.ts'

export function countIds(pdf: PdfFile): void {
  const ids = new Map<string, Text>()
  const count = (value: Value): Value => (value instanceof Text ? ids.get(value.raw) ?? value : value)
  const tree = pdf.dict(pdf.dict(pdf.catalog.get('StructTreeRoot'))?.get('IDTree'))
  const leaves = leavesOf(pdf, tree)
  for (const {names} of leaves) {
    for (let index = 0; index < names.length; index += 2) {
      const name = names[index]
      if (name instanceof Text) ids.set(name.raw, new Text(`(n${String(ids.size + 1).padStart(8, '0')})`)) // in order, as the tree must be (§7.9.6)
    }
  }
  if (ids.size === 0) return
  for (const {node, names} of leaves) node.set('Names', names.map(count))
  for (const node of nodesOf(pdf, tree)) if (node.has('Limits')) node.set('Limits', pdf.array(node.get('Limits')).map(count))
  for (const [, element] of pdf.objects()) {
    if (!(element instanceof Map)) continue
    const id = element.get('ID')
    if (id instanceof Text) element.set('ID', count(id))
    const attributes = pdf.look(element.get('A'))
    for (const entry of Array.isArray(attributes) ? attributes : [attributes]) {
      const attribute = pdf.dict(entry)
      if (attribute?.has('Headers')) attribute.set('Headers', pdf.array(attribute.get('Headers')).map(count))
    }
  }
}

function leavesOf(pdf: PdfFile, tree: Dict | undefined): {node: Dict; names: Value[]}[] {
  return nodesOf(pdf, tree).flatMap((node) => (node.has('Names') ? [{node, names: pdf.array(node.get('Names'))}] : []))
}

function nodesOf(pdf: PdfFile, node: Dict | undefined): Dict[] {
  return node ? [node, ...pdf.array(node.get('Kids')).flatMap((kid) => nodesOf(pdf, pdf.dict(kid)))] : []
}
