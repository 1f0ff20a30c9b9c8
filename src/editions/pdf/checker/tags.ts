/** The structure tree: known types in their right places, headings in order, figures with alternatives. */
import {kidsOf, typeOf} from '../finish/structure.ts'
import type {PdfFile} from '../objects/file.ts'
import {decodeKey, type Dict, textOfName, type Value} from '../objects/values.ts'
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

interface Walk {pdf: PdfFile; roles: Map<string, string>; found: Objection[]; level: number}

export function checkTags(pdf: PdfFile): Objection[] {
  const root = pdf.dict(pdf.catalog.get('StructTreeRoot'))
  if (!root) return []
  const roles = new Map([...pdf.dict(root.get('RoleMap')) ?? []].map(([key, value]) => [decodeKey(key), textOfName(value)]))
  const walk: Walk = {pdf, roles, found: [], level: 0}
  for (const name of roles.keys()) if (standard.has(name)) walk.found.push(ua('02-004', `the standard type ${name} is remapped`))
  checkKids(kidsOf(pdf, root), '', walk)
  return walk.found
}

function checkKids(kids: Value[], parent: string, walk: Walk): void {
  for (const kid of kids) {
    const element = walk.pdf.dict(kid)
    if (!element) {
      if (holds[parent]) walk.found.push(ua('09-004', `content stands directly in ${parent}`))
      continue
    }
    const own = typeOf(element)
    if (own === '') continue // a reference to an object or to marked content
    const type = standardType(own, walk)
    checkElement(element, type, walk)
    checkPlace(type, parent, walk)
    checkKids(kidsOf(walk.pdf, element), type === 'NonStruct' ? parent : type, walk) // NonStruct is not there for whoever reads the tags
  }
}

function standardType(own: string, {roles, found}: Walk): string {
  let type = own
  for (let steps = 0; !standard.has(type) && steps < 8; steps += 1) type = roles.get(type) ?? ''
  if (!standard.has(type)) found.push(ua('02-001', `the type ${own} is not mapped to a standard one`))
  return type
}

function checkElement(element: Dict, type: string, walk: Walk): void {
  const {found, pdf} = walk
  const heading = /^H([1-6])$/.exec(type)?.[1]
  if (heading !== undefined) {
    const level = Number(heading)
    if (level > walk.level + 1) found.push(ua('14-003', `H${level} follows ${walk.level === 0 ? 'nothing' : `H${walk.level}`}`))
    walk.level = level
  }
  if (type === 'Figure' && !hasText(pdf, element)) found.push(ua('13-004', 'a figure has no alternative text'))
  if (type === 'Formula' && !hasText(pdf, element)) found.push(ua('17-002', 'a formula has no alternative text'))
  if (type === 'Note' && pdf.text(element.get('ID')) === '') found.push(ua('19-003', 'a note has no ID'))
  if (type === 'TH' && !hasScope(pdf, element)) found.push(ua('15-003', 'a table header has no scope'))
}

function checkPlace(type: string, parent: string, {found}: Walk): void {
  const inside = holds[parent]
  if (inside && !inside.has(type)) found.push(ua('09-004', `${type} stands in ${parent}`))
  const places = heldBy[type]
  if (places && !places.has(parent)) found.push(ua('09-004', `${type} stands in ${parent || 'the root'}`))
}

function hasText(pdf: PdfFile, element: Dict): boolean {
  return pdf.text(element.get('Alt')).trim() !== '' || pdf.text(element.get('ActualText')) !== ''
}

function hasScope(pdf: PdfFile, element: Dict): boolean {
  const attributes = pdf.look(element.get('A'))
  return (Array.isArray(attributes) ? attributes : [attributes]).some((entry) => pdf.dict(entry)?.has('Scope'))
}
