/** Notes at the foot of pages: the browser tags them as nothing, where a page ends in the middle of a sentence. Each becomes a
 * Note behind its paragraph, with an ID (ISO 14289-1 §7.9). */
import type {PdfFile} from '../objects/file.ts'
import {type Dict, dictOf, Text, type Value} from '../objects/values.ts'
import {namesOf} from './ids.ts'
import {kidsOf, typeOf} from './structure.ts'

/** The language that tells a note in the print. */
export const noteLanguage = 'qfn-x-note'

/** What runs on within a sentence. */
const running = new Set(['Span', 'NonStruct', 'Link', 'Strong', 'Em', 'Sub', 'Code', 'Quote', 'Reference'])

/** What holds a sentence, and nothing that stands between sentences. */
const sentences = new Set(['P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Caption'])

export function liftNotes(pdf: PdfFile): void {
  const root = pdf.dict(pdf.catalog.get('StructTreeRoot'))
  if (!root) return
  const holders = new Set<Value>()
  const ids: Value[] = []
  for (const [number, element] of pdf.objects()) {
    if (!(element instanceof Map) || !isNote(pdf, element)) continue
    const id = Text.plain(`m${String(ids.length / 2 + 1).padStart(8, '0')}`) // sorts before the browser's
    ids.push(id, pdf.ref(number))
    element.set('ID', id)
    const holder = holderOf(pdf, element.get('P'))
    if (holder !== undefined) holders.add(holder)
  }
  if (ids.length === 0) return
  for (const holder of holders) lift(pdf, holder)
  for (let at = 1; at < ids.length; at += 2) {
    const note = pdf.dict(ids[at])
    note?.set('S', '/Note')
    note?.delete('Lang')
  }
  root.set('IDTree', dictOf({Names: [...ids, ...namesOf(pdf, pdf.catalog)]}))
}

function isNote(pdf: PdfFile, element: Dict): boolean {
  return element.get('S') === '/NonStruct' && pdf.text(element.get('Lang')) === noteLanguage
}

/** @returns The paragraph that a note interrupts; undefined: it stands between others. */
function holderOf(pdf: PdfFile, parent: Value | undefined): Value | undefined {
  const type = typeOf(pdf.look(parent))
  if (sentences.has(type)) return parent
  return running.has(type) ? holderOf(pdf, pdf.dict(parent)?.get('P')) : undefined
}

function lift(pdf: PdfFile, holder: Value): void {
  const element = pdf.dict(holder)
  const around = pdf.dict(element?.get('P'))
  if (!element || !around) return
  const notes = take(pdf, element)
  for (const note of notes) pdf.dict(note)?.set('P', element.get('P') ?? null)
  around.set('K', kidsOf(pdf, around).flatMap((kid) => (kid === holder ? [kid, ...notes] : [kid])))
}

/** Takes notes out of an element, and of what runs on in it. */
function take(pdf: PdfFile, element: Dict): Value[] {
  const taken: Value[] = []
  const kids = kidsOf(pdf, element)
  const kept = kids.filter((kid) => {
    const inner = pdf.dict(kid)
    if (!inner?.has('S')) return true
    if (isNote(pdf, inner)) {
      taken.push(kid)
      return false
    }
    if (running.has(typeOf(inner))) taken.push(...take(pdf, inner))
    return true
  })
  if (kept.length < kids.length) element.set('K', kept)
  return taken
}
