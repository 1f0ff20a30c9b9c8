/** The structure tree: what Chromium's tags lack for PDF/UA-1 is put right. */
import {PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, type PDFDocument, type PDFObject} from '@cantoo/pdf-lib'

export interface Formula {tex: string}

export interface MendedStructure {
  /** Marked content that may be decoration, by page reference: what is not inside a figure or formula. */
  decorations: Map<string, Map<number, PDFDict>>
}

/** Chromium's own types → the standard ones of ISO 32000-1 §14.8.4. */
export const roleMap: Record<string, string> = {Strong: 'Span', Em: 'Span', Sub: 'Span', Aside: 'Sect', Title: 'P', FENote: 'Note', Artifact: 'NonStruct', DocumentFragment: 'Div'}

const S = PDFName.of('S')
const K = PDFName.of('K')
const P = PDFName.of('P')
const Pg = PDFName.of('Pg')

/** @param formulas TeX by the private language tag that marks each formula in the print. */
export function mendStructure(pdf: PDFDocument, formulas: Map<string, Formula>): MendedStructure {
  const decorations: MendedStructure['decorations'] = new Map()
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (!root) return {decorations}
  root.set(PDFName.of('RoleMap'), pdf.context.obj(roleMap))
  const owners = ownersOf(pdf)
  const stack: {reference: PDFObject; inside: boolean; page: string}[] = kidsOf(root).map((reference) => ({reference, inside: false, page: ''}))
  for (let next = stack.pop(); next; next = stack.pop()) {
    const element = pdf.context.lookup(next.reference)
    if (!(element instanceof PDFDict) || !element.has(S)) continue
    const page = String(element.get(Pg) ?? next.page)
    mendElement(pdf, next.reference, element, formulas, owners)
    const inside = next.inside || isPicture(element)
    for (const reference of kidsOf(element)) {
      if (reference instanceof PDFNumber) {
        if (!inside) noteContent(decorations, page, reference.asNumber(), element)
      } else stack.push({reference, inside, page})
    }
  }
  return {decorations}
}

function mendElement(pdf: PDFDocument, reference: PDFObject, element: PDFDict, formulas: Map<string, Formula>, owners: Owners): void {
  const type = typeOf(element)
  const formula = formulas.get(languageOf(element))
  if (formula) {
    element.set(S, PDFName.of('Formula'))
    element.set(PDFName.of('Alt'), PDFHexString.fromText(formula.tex))
    element.delete(PDFName.of('Lang'))
  } else if (type === 'NonStruct' && kidsOf(element).some((kid) => isObjectReference(pdf, kid))) {
    element.set(S, PDFName.of('Link'))
  } else if (type === 'LI') wrapListBody(pdf, reference, element, owners)
}

type Owners = ReturnType<typeof ownersOf>

/** LI holds Lbl and LBody only (ISO 32000-1 §14.8.4.3.3). */
function wrapListBody(pdf: PDFDocument, reference: PDFObject, item: PDFDict, owners: Owners): void {
  const kids = kidsOf(item)
  const isLabel = (kid: PDFObject) => typeOf(pdf.context.lookup(kid)) === 'Lbl'
  const labels = kids.filter(isLabel)
  const rest = kids.filter((kid) => !isLabel(kid))
  if (rest.length === 0 || rest.every((kid) => typeOf(pdf.context.lookup(kid)) === 'LBody')) return
  const body = pdf.context.obj({Type: 'StructElem', S: 'LBody'})
  body.set(P, reference)
  const page = item.get(Pg)
  if (page) body.set(Pg, page)
  const bodyReference = pdf.context.register(body)
  const kept: PDFObject[] = []
  for (const kid of rest) {
    const element = pdf.context.lookup(kid)
    if (element instanceof PDFDict && element.has(S)) element.set(P, bodyReference)
    kept.push(kid)
  }
  body.set(K, pdf.context.obj(kept))
  item.set(K, pdf.context.obj([...labels, bodyReference]))
  if (kept.some((kid) => kid instanceof PDFNumber)) for (const [parents, index] of owners.get(String(reference)) ?? []) parents.set(index, bodyReference)
}

/** Places of the parent tree that name an element, by its reference. */
function ownersOf(pdf: PDFDocument): Map<string, [PDFArray, number][]> {
  const owners = new Map<string, [PDFArray, number][]>()
  for (const parents of parentArrays(pdf).values()) {
    for (const [index, parent] of parents.asArray().entries()) {
      const key = String(parent)
      const places = owners.get(key) ?? []
      owners.set(key, places)
      places.push([parents, index])
    }
  }
  return owners
}

/** Arrays of the parent tree by their key: for each MCID of a page, the element that the content belongs to. */
export function parentArrays(pdf: PDFDocument): Map<number, PDFArray> {
  const tree = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)?.lookupMaybe(PDFName.of('ParentTree'), PDFDict)
  const arrays = new Map<number, PDFArray>()
  const walk = (node: PDFDict | undefined) => {
    const numbers = node?.lookupMaybe(PDFName.of('Nums'), PDFArray)?.asArray() ?? []
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      const key = numbers[index]
      const value = pdf.context.lookup(numbers[index + 1])
      if (key instanceof PDFNumber && value instanceof PDFArray) arrays.set(key.asNumber(), value)
    }
    for (const kid of node?.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) walk(pdf.context.lookupMaybe(kid, PDFDict))
  }
  walk(tree)
  return arrays
}

function noteContent(decorations: MendedStructure['decorations'], page: string, id: number, element: PDFDict): void {
  const ofPage = decorations.get(page) ?? new Map<number, PDFDict>()
  decorations.set(page, ofPage)
  ofPage.set(id, element)
}

/** Where lines and areas are the content itself. */
function isPicture(element: PDFDict): boolean {
  const type = typeOf(element)
  return type === 'Figure' || type === 'Formula'
}

export function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.get(K)
  const value = kids instanceof PDFRef ? element.context.lookup(kids) : kids
  if (value instanceof PDFArray) return value.asArray()
  return kids === undefined ? [] : [kids]
}

export function typeOf(element: PDFObject | undefined): string {
  const type = element instanceof PDFDict ? element.get(S) : undefined
  return type instanceof PDFName ? type.decodeText() : ''
}

function languageOf(element: PDFDict): string {
  const language = element.lookup(PDFName.of('Lang'))
  return language !== undefined && 'decodeText' in language && typeof language.decodeText === 'function' ? String(language.decodeText()) : ''
}

function isObjectReference(pdf: PDFDocument, kid: PDFObject): boolean {
  const value = pdf.context.lookup(kid)
  return value instanceof PDFDict && value.get(PDFName.of('Type')) === PDFName.of('OBJR')
}
