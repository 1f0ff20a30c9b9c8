/** Notes at the foot of the page that calls them, which browsers cannot float there: the lines of a chapter are measured as they
 * will be printed, divided into pages, and each page is closed by what fills it up and its notes.
 *
 * Within a paragraph that is a float behind a character of the page's last line: the paragraph stays one, and its lines
 * stay as they are. Plain functions that travel to the browser as source, and use nothing but each other and what is handed to them. */

import type {PageDocument, PageElement} from './page-dom.ts'
import {footTools, type NotedPage, type PageArea} from './page-foot.ts'
import {type Unit, unitTools} from './page-units.ts'

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
export const noteTools = {...unitTools, ...footTools, notedRuns, idOf, numberThrough, dividePages, canEnd, mayEnd, footOf}

type NoteTools = typeof noteTools

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

export function placeNotes({width, height, rule, atEnd}: NotesSheet, tools: NoteTools): PlacedNotes {
  document.body.style.width = `${width}px`
  const done: PlacedNotes = {placed: [], left: []}
  for (const {run, chapters, whole} of tools.notedRuns()) {
    const noted = chapters.filter((chapter) => chapter.querySelector('section.footnotes'))
    if (noted.length === 0) continue
    if (!whole || noted.some((chapter) => atEnd.includes(tools.idOf(chapter)))) {
      done.left.push(...noted.map(tools.idOf))
      continue
    }
    const untouched = run.cloneNode(true)
    run.classList.add('page-noted')
    run.style.setProperty('display', 'flow-root', 'important') // no margin reaches out of it, whatever a style sheet of the book says
    run.style.width = `${width}px` // the same in both layouts: a page may be a hair narrower, and break a line elsewhere
    const calls = new Map<string, PageElement>()
    if (noted.length > 1) tools.numberThrough(run)
    for (const call of Array.from(run.querySelectorAll('.footnote-call')).reverse()) calls.set(decodeURIComponent(call.getAttribute('href')?.split('#')[1] ?? ''), call) // the first counts
    const notes = new Map<string, PageElement>()
    const chapterOf = new Map<string, string>()
    for (const chapter of noted) {
      for (const item of chapter.querySelectorAll('section.footnotes > ol > li')) {
        chapterOf.set(item.id, tools.idOf(chapter))
        notes.set(item.id, tools.footOf(run, item, calls.get(item.id)?.textContent ?? ''))
      }
    }
    const lists = Array.from(run.querySelectorAll('section.footnotes'))
    for (const list of lists) list.style.display = 'none'
    const heights = new Map(Array.from(notes, ([id, note]) => [id, note.getBoundingClientRect().height]))
    const units = tools.unitsOf(run, {heights, height: height - rule})
    for (const note of notes.values()) note.parentElement?.remove() // with the foot that it was measured in
    const pages = tools.dividePages(units, heights, {top: run.getBoundingClientRect().top, height, rule})
    if (!pages || pages.flatMap((page) => page.notes).length < notes.size) {
      run.replaceChildren(...Array.from(untouched.childNodes))
      run.classList.remove('page-noted')
      run.setAttribute('style', untouched.getAttribute('style') ?? '')
      done.left.push(...noted.map(tools.idOf))
      continue
    }
    for (const page of pages.reverse()) tools.closePage(run, units, page, notes, heights, {top: run.getBoundingClientRect().top, height, rule}) // from behind: places before stay
    for (const list of lists) list.remove()
    run.untouched = untouched
    for (const note of notes.keys()) done.placed.push({note, call: calls.get(note)?.id ?? '', chapter: chapterOf.get(note) ?? ''})
  }
  document.body.style.width = ''
  return done
}

/** Text whose pages follow each other without a break. */
interface Run {
  run: PageElement
  chapters: PageElement[]
  /** False: something in it has pages of its own. */
  whole: boolean
}

/** A chapter, or all of a theme whose chapters begin no pages: its parts are put into one element. */
function notedRuns(): Run[] {
  const chapters = Array.from(document.querySelectorAll('.part.chapter'))
  const parts = Array.from(document.querySelectorAll('.part')).filter(({style}) => style.page === 'flow')
  const [first] = parts
  if (!first) return chapters.map((chapter) => ({run: chapter, chapters: [chapter], whole: true}))
  let run = document.querySelector('.page-run')
  if (!run) {
    run = document.createElement('div')
    run.className = 'page-run'
    run.style.page = 'flow'
    first.before(run)
    run.append(...parts)
  }
  return [{run, chapters, whole: document.querySelector('.plate') === null}]
}

/** A chapter goes on behind an image that fills a page of its own, in an element without an id. */
function idOf(chapter: PageElement): string {
  let part: PageElement | null = chapter
  while (part && part.id === '') part = part.previousElementSibling
  return part?.id ?? ''
}

/** Chapters count their notes from 1; where several share a page, two of them would have one number. */
function numberThrough(run: PageElement): void {
  const numbers = new Map<string, number>()
  for (const call of run.querySelectorAll('.footnote-call')) {
    const note = call.getAttribute('href')?.split('#')[1] ?? '' // before it stands where the call is
    const number = numbers.get(note) ?? numbers.size + 1
    numbers.set(note, number)
    call.textContent = call.textContent.replace(/\d+/, String(number))
  }
}

/** A note as it will stand at a foot, where it can be measured. */
function footOf(run: PageElement, item: PageElement, number: string): PageElement {
  const note = document.createElement('div')
  note.className = 'page-note'
  note.id = item.id
  item.removeAttribute('id')
  note.setAttribute('lang', 'qfn-x-note') // tells the finish what it is; its words are in the language of the chapter
  const words = document.createElement('div')
  words.setAttribute('lang', item.closest('[lang]')?.getAttribute('lang') ?? '')
  const label = document.createElement('b')
  label.textContent = number
  words.append(label, ...Array.from(item.childNodes))
  note.append(words)
  const foot = document.createElement('div')
  foot.className = 'page-notes'
  foot.append(note)
  run.append(foot)
  return note
}

/** @returns Undefined where a block, or a line with its notes, is taller than a page; behind the last note it may break as it will. */
function dividePages(units: Unit[], heights: Map<string, number>, sheet: PageArea): NotedPage[] | undefined {
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
    if (last < first) {
      for (const {block} of units.slice(first)) block.style.breakInside = ''
      return seen.size === heights.size ? pages : undefined
    }
    let end = last
    while (end > first && end < units.length - 1 && !mayEnd(units, end)) end -= 1
    if (end === first && !mayEnd(units, end)) end = last
    while (end > first && !canEnd(units, end)) end -= 1
    if (!canEnd(units, end)) return undefined
    const notes = [...called].filter((id) => units.slice(first, end + 1).some((unit) => unit.notes.includes(id)))
    for (const id of notes) seen.add(id)
    pages.push({first, last: end, notes})
    first = end + 1
  }
  return pages
}

/** Within a block, a foot is put behind a character. */
function canEnd(units: Unit[], index: number): boolean {
  return units[index]?.line !== undefined || units[index]?.block !== units[index + 1]?.block
}

/** No heading at the foot, no lone line on either page. */
function mayEnd(units: Unit[], index: number): boolean {
  const [before, unit, next, after] = [units[index - 1], units[index], units[index + 1], units[index + 2]]
  if (!unit || !next) return true
  if (next.block === unit.block) return unit.line !== undefined && before?.block === unit.block && after?.block === unit.block
  return getComputedStyle(unit.block).breakAfter !== 'avoid' && getComputedStyle(next.block).breakBefore !== 'avoid'
}
