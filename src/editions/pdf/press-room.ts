/** The press room: all quires of a book printed at the same time, and what landed where as if it were one print. */
import {type Destinations, readDestinations} from './destinations.ts'
import type {Quire} from './document.ts'
import type {Opening} from './folios.ts'
import {giveBack} from './give-back.ts'
import {type NotesSheet, noteTools, type PlacedNotes, placeNotes, replaceNotes} from './page-notes.ts'
import {releaseKept} from '../keep.ts'
import type {Press} from './press.ts'
import type {PageShape} from './trim.ts'

export interface PressRoom {
  /** One for each quire. */
  presses: Press[]
  quires: Quire[]
  /** Limit of each step. */
  seconds: number
  /** Memory is given back on the way: a fiftieth of the time for a third of the memory. */
  frugal: boolean
}

/** Characters of HTML from which a book may need more than a billion bytes. */
const heavy = 1_000_000

export function openRoom(presses: Press[], quires: Quire[], seconds: number): PressRoom {
  return {presses, quires, seconds, frugal: quires.reduce((sum, {html}) => sum + html.length, 0) >= heavy}
}

/** Pages are those of the book. */
export interface Landed extends Destinations {
  /** Pages by quire. */
  counts: number[]
}

export interface PrintedQuire {
  data: Uint8Array
  /** The first page is none of the book's. */
  lead: boolean
}

/** Untagged, with whatever the pages hold. */
export async function printDraft(room: PressRoom): Promise<Landed> {
  const printing = printAll(room, false)
  releaseKept() // nothing else is to be done meanwhile
  const prints = await printing
  return gatherLanded(prints.map((data) => readDestinations(data)))
}

/** @param openings How each quire was opened. */
export async function printQuires(room: PressRoom, openings: Opening[]): Promise<{quires: PrintedQuire[]; landed: Landed}> {
  const printing = printAll(room, true)
  if (room.frugal) void giveBack() // the drafts, while the browsers are busy
  const prints = await printing
  const quires = prints.map((data, index): PrintedQuire => ({data, lead: openings[index]?.lead ?? false}))
  return {quires, landed: gatherLanded(quires.map(({data, lead}) => (lead ? withoutLead(readDestinations(data)) : readDestinations(data))))}
}

/** CSS pixels. What is reckoned may be a hair too small, and the foot would go to the next page; no line finds room there. */
const spare = 3

/** CSS pixels, as base.css has it. */
const rule = 12

/** Notes to the foot of their pages. @param atEnd Ids of chapters that are left alone. */
export async function setNotes({presses, seconds}: PressRoom, shape: PageShape, atEnd: string[]): Promise<PlacedNotes> {
  const pixels = (millimetres: number) => millimetres / 25.4 * 96
  const size = shape.body / 72 * 96 // a whole number of characters is what a line holds
  const sheet: NotesSheet = {width: Math.floor(pixels(shape.width - shape.inner - shape.outer) / size) * size, height: pixels(shape.height - shape.top - shape.bottom) - spare, rule, atEnd}
  const set = await Promise.all(presses.map(async (press) => {
    await press.change(replaceNotes, undefined, seconds)
    return press.measure(placeNotes, sheet, noteTools, seconds)
  }))
  return {placed: set.flatMap(({placed}) => placed), left: set.flatMap(({left}) => left)}
}

function printAll({presses, seconds, frugal}: PressRoom, tagged: boolean): Promise<Uint8Array[]> {
  return Promise.all(presses.map(async (press) => {
    const data = await press.print({tagged, seconds})
    if (frugal && !tagged) press.tidy(seconds).catch(() => undefined) // while the draft is read; a browser that has gone fails the next step
    return data
  }))
}

function withoutLead(quire: Destinations): Destinations {
  return moved(quire, -1, quire.count - 1)
}

function gatherLanded(quires: Destinations[]): Landed {
  let before = 0
  const placed = quires.map((quire) => {
    const own = moved(quire, before, quire.count)
    before += quire.count
    return own
  })
  return {
    pages: new Map(placed.flatMap(({pages}) => [...pages])),
    ends: new Map(placed.flatMap(({ends}) => [...ends])),
    fonts: [...new Set(placed.flatMap(({fonts}) => fonts))].sort(),
    count: before,
    counts: placed.map(({count}) => count),
  }
}

function moved({pages, ends, fonts}: Destinations, by: number, count: number): Destinations {
  return {
    pages: new Map([...pages].map(([id, page]) => [id, page + by])),
    ends: new Map([...ends].map(([id, {page, bottom}]) => [id, {page: page + by, bottom}])),
    fonts,
    count,
  }
}
