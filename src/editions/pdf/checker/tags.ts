/** The structure tree: known types in their right places, headings in order, figures with alternatives. */
import {kidsOf, typeOf} from '../finish/structure.ts'
import type {PdfFile} from '../objects/file.ts'
import {decodeKey, type Dict, textOfName, type Value} from '../objects/values.ts'
import {isLanguage} from './document.ts'
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
  TOC: new Set(['TOC', 'TOCI', 'Caption']),
  Ruby: new Set(['RB', 'RT', 'RP']),
}
/** Where each of these must stand. */
const heldBy: Record<string, Set<string>> = {
  LI: new Set(['L']), LBody: new Set(['LI']), TOCI: new Set(['TOC']),
  TR: new Set(['Table', 'THead', 'TBody', 'TFoot']), THead: new Set(['Table']), TBody: new Set(['Table']), TFoot: new Set(['Table']), TD: new Set(['TR']), TH: new Set(['TR']),
}

/** Clauses of what stands where it must not; by what holds it. */
const clauses: Record<string, string> = {Table: '7.2-3', TR: '7.2-10', THead: '7.2-36', TBody: '7.2-37', TFoot: '7.2-38', L: '7.2-19', LI: '7.2-20', TOC: '7.2-27', Ruby: '7.2'}
const placeClauses: Record<string, string> = {TR: '7.2-4', THead: '7.2-5', TBody: '7.2-6', TFoot: '7.2-7', TH: '7.2-8', TD: '7.2-9', LI: '7.2-17', LBody: '7.2-18', TOCI: '7.2-26'}

interface Walk {
  pdf: PdfFile
  roles: Map<string, string>
  found: Objection[]
  /** Of the last heading. */
  level: number
  /** Kinds of headings in use: numbered, or by nesting. */
  headings: {numbered: boolean; nested: boolean}
  /** IDs of notes. */
  notes: Set<string>
}

export function checkTags(pdf: PdfFile): Objection[] {
  const root = pdf.dict(pdf.catalog.get('StructTreeRoot'))
  if (!root) return []
  const roles = new Map([...pdf.dict(root.get('RoleMap')) ?? []].map(([key, value]) => [decodeKey(key), textOfName(value)]))
  const walk: Walk = {pdf, roles, found: [], level: 0, headings: {numbered: false, nested: false}, notes: new Set()}
  for (const name of roles.keys()) if (standard.has(name)) walk.found.push(ua('7.1-7', `the standard type ${name} is remapped`))
  checkKids(kidsOf(pdf, root), '', walk)
  if (walk.headings.numbered && walk.headings.nested) walk.found.push(ua('7.4.4-2', 'some headings have a level, others have none'))
  return walk.found
}

function checkKids(kids: Value[], parent: string, walk: Walk): void {
  for (const kid of kids) {
    const element = walk.pdf.dict(kid)
    if (!element) {
      if (holds[parent]) walk.found.push(ua(clauses[parent] ?? '7.2', `content stands directly in ${parent}`))
      continue
    }
    const own = typeOf(element)
    if (own === '') continue // a reference to an object or to marked content
    const type = standardType(own, walk)
    checkParts(type, kidsOf(walk.pdf, element).map((part) => typeOf(walk.pdf.look(part))), walk)
    checkElement(element, type, walk)
    checkPlace(type, parent, walk)
    checkKids(kidsOf(walk.pdf, element), type === 'NonStruct' ? parent : type, walk) // NonStruct is not there for whoever reads the tags
  }
}

function standardType(own: string, {roles, found}: Walk): string {
  let type = own
  for (let steps = 0; !standard.has(type) && steps < 8; steps += 1) type = roles.get(type) ?? ''
  if (!standard.has(type)) found.push(roles.has(own) && roles.has(type) ? ua('7.1-6', `the type ${own} is mapped in a circle`) : ua('7.1-5', `the type ${own} is not mapped to a standard one`))
  return type
}

function checkElement(element: Dict, type: string, walk: Walk): void {
  const {found, pdf} = walk
  const heading = /^H([1-6])$/.exec(type)?.[1]
  if (heading !== undefined) {
    const level = Number(heading)
    if (level > walk.level + 1) found.push(ua('7.4.2-1', `H${level} follows ${walk.level === 0 ? 'nothing' : `H${walk.level}`}`))
    walk.level = level
    walk.headings.numbered = true
  }
  if (type === 'H') walk.headings.nested = true
  const language = pdf.text(element.get('Lang'))
  if (language && !isLanguage(language)) found.push(ua('7.2-29', `${language} is no language`))
  if (type === 'Figure' && !hasText(pdf, element)) found.push(ua('7.3-1', 'a figure has no alternative text'))
  if (type === 'Formula' && !hasText(pdf, element)) found.push(ua('7.7-1', 'a formula has no alternative text'))
  if (type === 'Note') checkNote(pdf.text(element.get('ID')), walk)
  if (type === 'TH' && !hasScope(pdf, element)) found.push(ua('7.5-1', 'a table header has no scope'))
}

function checkNote(id: string, {found, notes}: Walk): void {
  if (id === '') found.push(ua('7.9-1', 'a note has no ID'))
  else if (notes.has(id)) found.push(ua('7.9-2', 'two notes have one ID'))
  notes.add(id)
}

/** How many of each kind a table and a list hold, and in which order (ISO 32000-1 §14.8.4.3). @param own As they are called in the file. */
function checkParts(type: string, own: string[], {found, roles}: Walk): void {
  if (type !== 'Table' && type !== 'L' && type !== 'TOC' && !own.includes('H')) return
  const parts = own.map((name) => roles.get(name) ?? name)
  const count = (wanted: string) => parts.filter((part) => part === wanted).length
  const caption = parts.indexOf('Caption')
  if (holds[type] && (count('Caption') > 1 || (caption > 0 && (type !== 'Table' || caption < parts.length - 1)))) found.push(ua(clauses[type] ?? '7.2', `the caption of a ${type} stands amid it`))
  if (count('H') > 1) found.push(ua('7.4.4-1', 'two headings without a level stand together'))
  if (type !== 'Table') return
  for (const [part, clause] of [['THead', '7.2-11'], ['TFoot', '7.2-12']] as const) if (count(part) > 1) found.push(ua(clause, `a table has two ${part}`))
  for (const [part, clause] of [['TFoot', '7.2-13'], ['THead', '7.2-14']] as const) if (count(part) > 0 && count('TBody') === 0) found.push(ua(clause, `a table with ${part} has no TBody`))
}

function checkPlace(type: string, parent: string, {found}: Walk): void {
  const inside = holds[parent]
  if (inside && !inside.has(type)) found.push(ua(clauses[parent] ?? '7.2', `${type} stands in ${parent}`))
  const places = heldBy[type]
  if (places && !places.has(parent)) found.push(ua(placeClauses[type] ?? '7.2', `${type} stands in ${parent || 'the root'}`))
}

function hasText(pdf: PdfFile, element: Dict): boolean {
  return pdf.text(element.get('Alt')).trim() !== '' || pdf.text(element.get('ActualText')) !== ''
}

function hasScope(pdf: PdfFile, element: Dict): boolean {
  const attributes = pdf.look(element.get('A'))
  return (Array.isArray(attributes) ? attributes : [attributes]).some((entry) => pdf.dict(entry)?.has('Scope'))
}
