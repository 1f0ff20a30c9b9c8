/** The structure tree: known types in their right places, headings in order, figures with alternatives. */
import {PDFArray, PDFDict, PDFName, type PDFDocument, type PDFObject} from '@cantoo/pdf-lib'
import {kidsOf, typeOf} from '../finish/structure.ts'
import {textOf} from './document.ts'
import {type Objection, ua} from './objection.ts'

/** ISO 32000-1 §14.8.4. */
const standard = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index', 'NonStruct', 'Private', 'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot', 'Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP', 'Figure', 'Formula', 'Form'])

/** What may stand directly in what; types that are not named may hold anything. */
const holds: Record<string, Set<string>> = {
  L: new Set(['L', 'LI', 'Caption']),
  LI: new Set(['Lbl', 'LBody']),
  Table: new Set(['TR', 'THead', 'TBody', 'TFoot', 'Caption']),
  THead: new Set(['TR']), TBody: new Set(['TR']), TFoot: new Set(['TR']),
  TR: new Set(['TH', 'TD']),
}
/** Where each of these must stand. */
const heldBy: Record<string, Set<string>> = {LI: new Set(['L']), LBody: new Set(['LI']), TR: new Set(['Table', 'THead', 'TBody', 'TFoot']), TD: new Set(['TR']), TH: new Set(['TR'])}

interface Walk {pdf: PDFDocument; roles: Map<string, string>; found: Objection[]; level: number}

export function checkTags(pdf: PDFDocument): Objection[] {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (!root) return []
  const roles = new Map((root.lookupMaybe(PDFName.of('RoleMap'), PDFDict)?.entries() ?? []).map(([name, value]) => [name.decodeText(), value instanceof PDFName ? value.decodeText() : '']))
  const walk: Walk = {pdf, roles, found: [], level: 0}
  for (const name of roles.keys()) if (standard.has(name)) walk.found.push(ua('02-004', `the standard type ${name} is remapped`))
  checkKids(kidsOf(root), '', walk)
  return walk.found
}

function checkKids(kids: PDFObject[], parent: string, walk: Walk): void {
  for (const kid of kids) {
    const element = walk.pdf.context.lookup(kid)
    if (!(element instanceof PDFDict)) {
      if (holds[parent]) walk.found.push(ua('09-004', `content stands directly in ${parent}`))
      continue
    }
    const own = typeOf(element)
    if (own === '') continue // a reference to an object or to marked content
    const type = standardType(own, walk)
    checkElement(element, type, walk)
    checkPlace(type, parent, walk)
    checkKids(kidsOf(element), type === 'NonStruct' ? parent : type, walk) // NonStruct is not there for whoever reads the tags
  }
}

function standardType(own: string, {roles, found}: Walk): string {
  let type = own
  for (let steps = 0; !standard.has(type) && steps < 8; steps += 1) type = roles.get(type) ?? ''
  if (!standard.has(type)) found.push(ua('02-001', `the type ${own} is not mapped to a standard one`))
  return type
}

function checkElement(element: PDFDict, type: string, walk: Walk): void {
  const {found} = walk
  const heading = /^H([1-6])$/.exec(type)?.[1]
  if (heading !== undefined) {
    const level = Number(heading)
    if (level > walk.level + 1) found.push(ua('14-003', `H${level} follows ${walk.level === 0 ? 'nothing' : `H${walk.level}`}`))
    walk.level = level
  }
  if (type === 'Figure' && !hasText(element)) found.push(ua('13-004', 'a figure has no alternative text'))
  if (type === 'Formula' && !hasText(element)) found.push(ua('17-002', 'a formula has no alternative text'))
  if (type === 'Note' && textOf(element.lookup(PDFName.of('ID'))) === '') found.push(ua('19-003', 'a note has no ID'))
  if (type === 'TH' && !hasScope(element)) found.push(ua('15-003', 'a table header has no scope'))
}

function checkPlace(type: string, parent: string, {found}: Walk): void {
  const inside = holds[parent]
  if (inside && !inside.has(type)) found.push(ua('09-004', `${type} stands in ${parent}`))
  const places = heldBy[type]
  if (places && !places.has(parent)) found.push(ua('09-004', `${type} stands in ${parent || 'the root'}`))
}

function hasText(element: PDFDict): boolean {
  return textOf(element.lookup(PDFName.of('Alt'))).trim() !== '' || textOf(element.lookup(PDFName.of('ActualText'))) !== ''
}

function hasScope(element: PDFDict): boolean {
  const attributes = element.lookup(PDFName.of('A'))
  const list = attributes instanceof PDFArray ? attributes.asArray().map((entry) => element.context.lookup(entry)) : [attributes]
  return list.some((entry) => entry instanceof PDFDict && entry.has(PDFName.of('Scope')))
}
