/** Gathering: the quires of a book as one file, with pages, tags, destinations and outline in order.
 *
 * Every quire brings its own copies of the fonts that it uses; `share-fonts.ts` makes one of them. */
import {PdfFile} from '../objects/file.ts'
import {type Dict, dictOf, Ref, Text, type Value} from '../objects/values.ts'
import type {PrintedQuire} from '../press-room.ts'
import {namesOf, renameIds} from './ids.ts'
import {kidsOf, parentEntries} from './structure.ts'

/** Keys of the parent tree that one print may use: Chromium counts pages from 0, links from 100,000. */
const keys = 10_000_000

export function gatherQuires([first, ...others]: PrintedQuire[]): PdfFile {
  const pdf = new PdfFile(first?.data ?? new Uint8Array())
  for (const [index, quire] of others.entries()) gather(pdf, quire, index + 1)
  return pdf
}

function gather(pdf: PdfFile, {data, lead}: PrintedQuire, index: number): void {
  const start = pdf.size
  const trailer = pdf.append(data)
  const catalog = pdf.dict(trailer.get('Root')) ?? new Map<string, Value>()
  const dropped = lead ? dropFirstPage(pdf, catalog) : undefined
  addPages(pdf, catalog)
  addTags(pdf, catalog, {start, offset: keys * index, prefix: 'z'.repeat(index), dropped})
  addDestinations(pdf, catalog)
  addOutline(pdf, catalog)
  for (const used of [trailer.get('Root'), trailer.get('Info')]) remove(pdf, used)
}

/** The page that only made the next one a left-hand one: it holds nothing.
 * @returns Its key in the parent tree. */
function dropFirstPage(pdf: PdfFile, catalog: Dict): Value | undefined {
  const [page] = pdf.pages(catalog)
  if (!page) return undefined
  let node = pdf.dict(page.node.get('Parent'))
  node?.set('Kids', pdf.array(node.get('Kids')).slice(1))
  for (; node; node = pdf.dict(node.get('Parent'))) node.set('Count', Number(node.get('Count')) - 1)
  remove(pdf, page.node.get('Contents'))
  pdf.remove(page.ref)
  return page.node.get('StructParents')
}

function addPages(pdf: PdfFile, catalog: Dict): void {
  const ref = pdf.catalog.get('Pages')
  const root = pdf.dict(ref)
  const added = pdf.dict(catalog.get('Pages'))
  if (!root || !added || ref === undefined) return
  added.set('Parent', ref)
  root.set('Kids', [...pdf.array(root.get('Kids')), catalog.get('Pages') ?? null])
  root.set('Count', Number(root.get('Count')) + Number(added.get('Count')))
}

interface TagPlace {
  /** Number of the quire's first object. */
  start: number
  /** What its keys of the parent tree are raised by. */
  offset: number
  /** Of its IDs; sorts behind those that are there. */
  prefix: string
  /** Key of the page that was dropped. */
  dropped: Value | undefined
}

/** Its elements go into the document element that is there. */
function addTags(pdf: PdfFile, catalog: Dict, {start, offset, prefix, dropped}: TagPlace): void {
  const root = pdf.dict(pdf.catalog.get('StructTreeRoot'))
  const added = pdf.dict(catalog.get('StructTreeRoot'))
  const [documentRef] = root ? kidsOf(pdf, root) : []
  const document = pdf.dict(documentRef)
  if (!root || !added || !document || documentRef === undefined) return
  for (const [, object] of pdf.objects(start)) {
    if (!(object instanceof Map)) continue
    for (const key of ['StructParents', 'StructParent']) {
      const number = object.get(key)
      if (typeof number === 'number') object.set(key, number + offset)
    }
  }
  const parents = parentEntries(pdf, added).filter(([key]) => key !== dropped).flatMap(([key, value]) => [Number(key) + offset, value])
  const parentTree = pdf.add(dictOf({Type: '/ParentTree', Nums: [...parentEntries(pdf, root).flat(), ...parents]}))
  root.set('ParentTreeNextKey', Number(added.get('ParentTreeNextKey')) + offset)
  renameIds(pdf, catalog, start, (id) => new Text(id.raw.replace(/^./, `$&${prefix}`)))
  const names = [...namesOf(pdf, pdf.catalog), ...namesOf(pdf, catalog)]
  for (const tree of [root.get('IDTree'), added.get('IDTree'), root.get('ParentTree'), added.get('ParentTree')]) if (tree !== parentTree) removeTree(pdf, tree)
  if (names.length > 0) root.set('IDTree', dictOf({Names: names}))
  root.set('ParentTree', parentTree)
  for (const other of kidsOf(pdf, added)) {
    const kids = kidsOf(pdf, pdf.dict(other) ?? new Map())
    for (const kid of kids) pdf.dict(kid)?.set('P', documentRef)
    document.set('K', [...kidsOf(pdf, document), ...kids])
    remove(pdf, other)
  }
  remove(pdf, catalog.get('StructTreeRoot'))
}

function addDestinations(pdf: PdfFile, catalog: Dict): void {
  const added = pdf.dict(catalog.get('Dests'))
  if (!added) return
  pdf.catalog.set('Dests', new Map([...pdf.dict(pdf.catalog.get('Dests')) ?? [], ...added]))
  remove(pdf, catalog.get('Dests'))
}

/** Its lines follow those that are there: a quire begins with a line of the first level. */
function addOutline(pdf: PdfFile, catalog: Dict): void {
  const ref = pdf.catalog.get('Outlines')
  const root = pdf.dict(ref)
  const added = pdf.dict(catalog.get('Outlines'))
  if (!added) return
  if (!root || ref === undefined) {
    pdf.catalog.set('Outlines', catalog.get('Outlines') ?? null)
    return
  }
  const first = added.get('First')
  for (let line = first; line !== undefined; line = pdf.dict(line)?.get('Next')) pdf.dict(line)?.set('Parent', ref)
  const last = root.get('Last')
  if (first !== undefined && last !== undefined) {
    pdf.dict(last)?.set('Next', first)
    pdf.dict(first)?.set('Prev', last)
  }
  root.set('Last', added.get('Last') ?? null)
  root.set('Count', Number(root.get('Count')) + Number(added.get('Count')))
  remove(pdf, catalog.get('Outlines'))
}

/** What nothing leads to would stay in the file, with IDs that count the prints of a browser: equal books would differ. */
function removeTree(pdf: PdfFile, tree: Value | undefined): void {
  for (const kid of pdf.array(pdf.dict(tree)?.get('Kids'))) removeTree(pdf, kid)
  remove(pdf, tree)
}

function remove(pdf: PdfFile, value: Value | undefined): void {
  if (value instanceof Ref) pdf.remove(value)
}
