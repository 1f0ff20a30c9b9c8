/** The structure tree: what Chromium's tags lack for PDF/UA-1 is put right. */
import type {PdfFile} from '../objects/file.ts'
import {type Dict, dictOf, Ref, Text, textOfName, type Value} from '../objects/values.ts'

export interface Formula {tex: string}

export interface MendedStructure {
  /** Marked content that may be decoration, by page: what is not inside a figure or formula. */
  decorations: Map<Value | undefined, Map<number, Dict>>
}

/** Chromium's own types → the standard ones of ISO 32000-1 §14.8.4. */
export const roleMap = {Strong: '/Span', Em: '/Span', Sub: '/Span', Aside: '/Sect', Title: '/P', FENote: '/Note', Artifact: '/NonStruct', DocumentFragment: '/Div'} as const

/** @param formulas TeX by the private language tag that marks each formula in the print. */
export function mendStructure(pdf: PdfFile, formulas: Map<string, Formula>): MendedStructure {
  const decorations: MendedStructure['decorations'] = new Map()
  const root = pdf.dict(pdf.catalog.get('StructTreeRoot'))
  if (!root) return {decorations}
  root.set('RoleMap', dictOf(roleMap))
  const owners = ownersOf(pdf)
  const stack: {ref: Value; inside: boolean; page: Value | undefined}[] = kidsOf(pdf, root).map((ref) => ({ref, inside: false, page: undefined}))
  for (let next = stack.pop(); next; next = stack.pop()) {
    const element = pdf.dict(next.ref)
    if (!element?.has('S')) continue
    const page = element.get('Pg') ?? next.page
    mendElement(pdf, next.ref, element, formulas, owners)
    const inside = next.inside || isPicture(element)
    for (const ref of kidsOf(pdf, element)) {
      if (typeof ref === 'number') {
        if (!inside) noteContent(decorations, page, ref, element)
      } else stack.push({ref, inside, page})
    }
  }
  return {decorations}
}

function mendElement(pdf: PdfFile, ref: Value, element: Dict, formulas: Map<string, Formula>, owners: Owners): void {
  const type = typeOf(element)
  const formula = formulas.size > 0 ? formulas.get(languageOf(pdf, element)) : undefined
  if (formula) {
    element.set('S', '/Formula')
    element.set('Alt', Text.of(formula.tex))
    element.delete('Lang')
  } else if (type === 'NonStruct' && kidsOf(pdf, element).some((kid) => pdf.dict(kid)?.get('Type') === '/OBJR')) {
    element.set('S', '/Link')
  } else if (type === 'Ruby') nameBases(pdf, element)
  else if (type === 'LI') wrapListBody(pdf, ref, element, owners)
}

/** Ruby holds RB, RT and RP only (ISO 32000-1 §14.8.4.4.1); what the browser puts into no tag of its own is the base. */
function nameBases(pdf: PdfFile, ruby: Dict): void {
  for (const kid of kidsOf(pdf, ruby)) {
    const element = pdf.dict(kid)
    if (element && typeOf(element) === 'NonStruct') element.set('S', '/RB')
  }
}

type Owners = ReturnType<typeof ownersOf>

/** LI holds Lbl and LBody only (ISO 32000-1 §14.8.4.3.3). */
function wrapListBody(pdf: PdfFile, ref: Value, item: Dict, owners: Owners): void {
  const kids = kidsOf(pdf, item)
  const typeOfKid = (kid: Value) => typeOf(pdf.look(kid))
  const labels = kids.filter((kid) => typeOfKid(kid) === 'Lbl')
  const rest = kids.filter((kid) => typeOfKid(kid) !== 'Lbl')
  if (rest.length === 0 || rest.every((kid) => typeOfKid(kid) === 'LBody')) return
  const body = pdf.add(dictOf({Type: '/StructElem', S: '/LBody', P: ref, Pg: item.get('Pg'), K: rest}))
  for (const kid of rest) {
    const element = pdf.dict(kid)
    if (element?.has('S')) element.set('P', body)
  }
  item.set('K', [...labels, body])
  if (rest.some((kid) => typeof kid === 'number')) for (const [parents, index] of owners.get(ref) ?? []) parents[index] = body
}

/** Places of the parent tree that name an element, by its reference. */
function ownersOf(pdf: PdfFile): Map<Value, [Value[], number][]> {
  const owners = new Map<Value, [Value[], number][]>()
  for (const parents of parentArrays(pdf).values()) {
    for (const [index, parent] of parents.entries()) {
      const places = owners.get(parent)
      if (places) places.push([parents, index])
      else owners.set(parent, [[parents, index]])
    }
  }
  return owners
}

/** Arrays of the parent tree by their key: for each MCID of a page, the element that the content belongs to. */
export function parentArrays(pdf: PdfFile): Map<Value | undefined, Value[]> {
  const arrays = new Map<Value | undefined, Value[]>()
  for (const [key, value] of parentEntries(pdf)) {
    const found = pdf.look(value)
    if (Array.isArray(found)) arrays.set(key, found)
  }
  return arrays
}

/** Leaves of the parent tree (§14.7.4.4), which is a number tree (§7.9.7). */
export function parentEntries(pdf: PdfFile, root = pdf.dict(pdf.catalog.get('StructTreeRoot'))): [Value, Value][] {
  const entries: [Value, Value][] = []
  const walk = (node: Dict | undefined) => {
    const numbers = pdf.array(node?.get('Nums'))
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      const [key, value] = [numbers[index], numbers[index + 1]]
      if (key !== undefined && value !== undefined) entries.push([key, value])
    }
    for (const kid of pdf.array(node?.get('Kids'))) walk(pdf.dict(kid))
  }
  walk(pdf.dict(root?.get('ParentTree')))
  return entries
}

function noteContent(decorations: MendedStructure['decorations'], page: Value | undefined, id: number, element: Dict): void {
  const ofPage = decorations.get(page) ?? new Map<number, Dict>()
  decorations.set(page, ofPage)
  ofPage.set(id, element)
}

/** Where lines and areas are the content itself. */
function isPicture(element: Dict): boolean {
  const type = typeOf(element)
  return type === 'Figure' || type === 'Formula'
}

export function kidsOf(pdf: PdfFile, element: Dict): Value[] {
  const kids = element.get('K')
  const value = kids instanceof Ref ? pdf.look(kids) : kids
  if (Array.isArray(value)) return value
  return kids === undefined ? [] : [kids]
}

export function typeOf(element: Value | undefined): string {
  return element instanceof Map ? textOfName(element.get('S')) : ''
}

function languageOf(pdf: PdfFile, element: Dict): string {
  return pdf.text(element.get('Lang'))
}
