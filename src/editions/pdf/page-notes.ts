/** Notes at the foot of the page that calls them, which browsers cannot float there: the lines of a chapter are measured as they
 * will be printed, divided into pages, and each page is closed by what fills it up and its notes.
 *
 * Within a paragraph that is a float behind a character of the page's last line: the paragraph stays one, and its lines
 * stay as they are. Plain functions that travel to the browser as source, and use nothing but each other and what is handed to them. */

import type {PageDocument, PageElement} from './page-dom.ts'
import {type closePage, footTools, type NotedPage, type PageArea} from './page-foot.ts'
import {type Unit, type unitsOf, unitTools} from './page-units.ts'

declare const document: PageDocument
declare function getComputedStyle(element: PageElement): Record<string, string>

export interface NotesSheet {
  /** Of the type area, in CSS pixels. */
  width: number
  height: number
  /** Height of the rule above the notes, with its white; base.css says the same. */
  rule: number
  /** Ids of chapters whose notes stay at their end: they did not come out. */
  atEnd: string[]
}

/** Handed over by name. */
export const noteTools = [...unitTools, ...footTools, divide, mayEnd, footOf]

/** Chapters are brought back to what they were. */
export function replaceNotes(): void {
  for (const chapter of document.querySelectorAll('.page-noted')) {
    if (chapter.untouched) chapter.replaceChildren(...Array.from(chapter.untouched.childNodes))
    chapter.classList.remove('page-noted')
    chapter.setAttribute('style', chapter.untouched?.getAttribute('style') ?? '')
  }
}

export interface PlacedNotes {
  /** Ids of notes that stand at the foot of a page now, and of what calls them there. */
  placed: {note: string; call: string; chapter: string}[]
  /** Ids of chapters whose notes stand at their end. */
  left: string[]
}

export function placeNotes({width, height, rule, atEnd}: NotesSheet, tools: {unitsOf: typeof unitsOf; closePage: typeof closePage}): PlacedNotes {
  document.body.style.width = `${width}px`
  const done: PlacedNotes = {placed: [], left: []}
  for (const chapter of document.querySelectorAll('.part.chapter')) {
    const list = chapter.querySelector('section.footnotes')
    if (!list) continue
    if (atEnd.includes(chapter.id)) {
      done.left.push(chapter.id)
      continue
    }
    const untouched = chapter.cloneNode(true)
    chapter.classList.add('page-noted')
    chapter.style.setProperty('display', 'flow-root', 'important') // no margin reaches out of it, whatever a style sheet of the book says
    chapter.style.width = `${width}px` // the same in both layouts: a page may be a hair narrower, and break a line elsewhere
    const calls = new Map<string, PageElement>()
    for (const call of Array.from(chapter.querySelectorAll('.footnote-call')).reverse()) calls.set(decodeURIComponent(call.getAttribute('href')?.split('#')[1] ?? ''), call) // the first counts
    const notes = new Map<string, PageElement>()
    for (const item of list.querySelectorAll(':scope > ol > li')) notes.set(item.id, footOf(chapter, item, calls.get(item.id)?.textContent ?? ''))
    list.style.display = 'none'
    const heights = new Map(Array.from(notes, ([id, note]) => [id, note.getBoundingClientRect().height]))
    const units = tools.unitsOf(chapter, new Set(notes.keys()))
    for (const note of notes.values()) note.remove()
    const pages = divide(units, heights, {top: chapter.getBoundingClientRect().top, height, rule})
    if (!pages || pages.flatMap((page) => page.notes).length < notes.size) {
      chapter.replaceChildren(...Array.from(untouched.childNodes))
      chapter.classList.remove('page-noted')
      chapter.setAttribute('style', untouched.getAttribute('style') ?? '')
      done.left.push(chapter.id)
      continue
    }
    for (const page of pages.reverse()) tools.closePage(chapter, units, page, notes, heights, {top: chapter.getBoundingClientRect().top, height, rule}) // from behind: places before stay
    list.remove()
    chapter.untouched = untouched
    for (const note of notes.keys()) done.placed.push({note, call: calls.get(note)?.id ?? '', chapter: chapter.id})
  }
  document.body.style.width = ''
  return done
}

/** A note as it will stand at a foot, in the chapter to be measured. */
function footOf(chapter: PageElement, item: PageElement, number: string): PageElement {
  const note = document.createElement('div')
  note.className = 'page-note'
  note.id = item.id
  item.removeAttribute('id')
  note.setAttribute('lang', 'qfn-x-note') // tells the finish what it is; its words are in the language of the chapter
  const words = document.createElement('div')
  words.setAttribute('lang', chapter.closest('[lang]')?.getAttribute('lang') ?? '')
  const label = document.createElement('b')
  label.textContent = number
  words.append(label, ...Array.from(item.childNodes))
  note.append(words)
  const foot = document.createElement('div')
  foot.className = 'page-notes'
  foot.append(note)
  chapter.append(foot)
  return note
}

/** @returns Undefined where a block, or a line with its notes, is taller than a page. */
function divide(units: Unit[], heights: Map<string, number>, sheet: PageArea): NotedPage[] | undefined {
  const pages: NotedPage[] = []
  const seen = new Set<string>()
  for (let first = 0; first < units.length;) {
    const top = first === 0 ? sheet.top : (units[first]?.top ?? 0) - (units[first]?.within?.head ?? 0)
    let [last, taken] = [first - 1, 0]
    const called = new Set<string>()
    for (let index = first; index < units.length; index += 1) {
      const unit = units[index]
      if (!unit) break
      const fresh = unit.notes.filter((id) => !seen.has(id) && !called.has(id))
      const more = fresh.reduce((sum, id) => sum + (heights.get(id) ?? 0), 0)
      if (unit.bottom + (unit.within?.tail ?? 0) - top + taken + more + (taken + more > 0 ? sheet.rule : 0) > sheet.height) break
      for (const id of fresh) called.add(id)
      taken += more
      last = index
    }
    if (last < first) return undefined
    let end = last
    while (end > first && end < units.length - 1 && !mayEnd(units, end)) end -= 1
    if (end === first && !mayEnd(units, end)) end = last
    const notes = [...called].filter((id) => units.slice(first, end + 1).some((unit) => unit.notes.includes(id)))
    for (const id of notes) seen.add(id)
    pages.push({first, last: end, notes})
    first = end + 1
  }
  return pages
}

/** No heading at the foot, no lone line on either page. */
function mayEnd(units: Unit[], index: number): boolean {
  const [before, unit, next, after] = [units[index - 1], units[index], units[index + 1], units[index + 2]]
  if (!unit || !next) return true
  if (next.block === unit.block) return unit.line !== undefined && before?.block === unit.block && after?.block === unit.block
  return getComputedStyle(unit.block).breakAfter !== 'avoid' && getComputedStyle(next.block).breakBefore !== 'avoid'
}
