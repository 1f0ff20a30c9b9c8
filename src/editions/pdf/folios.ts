/** Folios: pages of the print → printed page numbers, and what each place that names them says. */
import {anchorUrl} from './anchors.ts'
import type {Destinations} from './destinations.ts'
import type {Part} from './parts.ts'
import type {FolioSlot} from './prepare-tree.ts'

type Landing = Pick<Destinations, 'pages' | 'count'>

export interface Pagination {
  /** Physical page (1-based) of the first page that is numbered in Roman; the cover comes before. */
  front: number
  /** Physical page of Arabic folio 1. */
  body: number
  count: number
}

/** A piece of what a slot says; with `href` it is a link. */
export interface FolioPiece {text: string; href?: string}

export interface Blank {before: string; page: 'blank-cover' | 'blank-front' | 'blank'}

/** How a quire is opened. */
export interface Opening {
  /** A page in front of the first, which makes that a left-hand one; it is no page of the book. */
  lead: boolean
  /** Arabic folio of the page before the first; undefined: the book begins here. */
  before: number | undefined
}

/** @param counts Pages of each quire, blank ones too. @param body Physical page of Arabic folio 1. */
export function openingsOf(counts: number[], body: number): Opening[] {
  let pages = 0
  return counts.map((count, index): Opening => {
    const opening: Opening = index === 0 ? {lead: false, before: undefined} : {lead: pages % 2 === 1, before: pages + 1 - body}
    pages += count
    return opening
  })
}

export function paginate(parts: Part[], {pages, count}: Landing): Pagination {
  const start = (wanted: (part: Part) => boolean) => parts.filter(wanted).map(({id}) => pages.get(id)).find((page) => page !== undefined)
  const body = start(({matter}) => matter === 'body') ?? count + 1
  const front = Math.min(start(({matter}) => matter === 'front') ?? body, body)
  return {front, body, count}
}

/** Blank pages that bring every part that opens recto to an odd page. */
export function planBlanks(parts: Part[], {pages}: Landing): Blank[] {
  const blanks: Blank[] = []
  let previous: Part['matter'] = 'cover'
  for (const part of parts) {
    const page = pages.get(part.id)
    if (page === undefined) continue
    if (part.recto && (page + blanks.length) % 2 === 0) blanks.push({before: part.id, page: previous === 'body' ? 'blank' : previous === 'front' ? 'blank-front' : 'blank-cover'})
    previous = part.matter
  }
  return blanks
}

/** @param page Physical, 1-based. @returns '' on the cover. */
export function folioOf(page: number, {front, body}: Pagination): string {
  if (page >= body) return String(page - body + 1)
  return page >= front ? toRoman(page - front + 1) : ''
}

export function foliosOf(destinations: Destinations, pagination: Pagination): Map<string, string> {
  return new Map([...destinations.pages].map(([id, page]) => [id, folioOf(page, pagination)]))
}

/** What each slot says: every page once, runs of three and more folded. */
export function fillSlots(slots: FolioSlot[], {pages}: Landing, pagination: Pagination, separator: string): FolioPiece[][] {
  return slots.map(({anchors, plain}) => {
    const first = new Map<number, string>()
    for (const anchor of anchors) {
      const page = pages.get(anchor)
      if (page !== undefined && !first.has(page)) first.set(page, anchor)
    }
    const pieces = runsOf([...first.keys()].sort((one, other) => one - other), pagination).flatMap((run, index): FolioPiece[] => {
      const shown = run.map((page) => ({text: folioOf(page, pagination), href: anchorUrl([], first.get(page))}))
      return [...(index === 0 ? [] : [{text: separator}]), ...shown.flatMap((piece, at) => (at === 0 ? [piece] : [{text: '–'}, piece]))]
    })
    return plain ? [{text: pieces.map(({text}) => text).join('')}] : pieces
  })
}

/** Ends of each run: one page, or the first and last of three or more. A run stays within one kind of numerals. */
function runsOf(pages: number[], {body}: Pagination): number[][] {
  const runs: number[][] = []
  for (const page of pages) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last === page - 1 && page !== body) run.push(page)
    else runs.push([page])
  }
  return runs.flatMap((run) => (run.length >= 3 ? [[run[0] ?? 0, run.at(-1) ?? 0]] : run.map((page) => [page])))
}

export function toRoman(number: number): string {
  const signs: [number, string][] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']]
  let rest = number
  let roman = ''
  for (const [value, sign] of signs) {
    while (rest >= value) {
      roman += sign
      rest -= value
    }
  }
  return roman
}
