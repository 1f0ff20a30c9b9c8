/** Print, read where everything landed, fill in the folios, print again; then prove that nothing moved.
 *
 * What was filled in is kept: the same document is then printed once, and proven as well. */
import {wordsOfTitle} from '../word-breaks.ts'
import {familiesOf} from './colophon.ts'
import {fitClasses, type Fit, longBook, planFits} from './copyfit.ts'
import type {PrintDocument} from './document.ts'
import {fillSlots, type FolioPiece, foliosOf, openingsOf, paginate, type Pagination, planBlanks} from './folios.ts'
import {type PlacedNotes, replaceNotes} from './page-notes.ts'
import {fillFolios, fillMade, fitParts, frameParts, insertBlanks, openQuire} from './page-script.ts'
import {keepPlaces, keyOfPlaces, type Made, type Places, readPlaces} from './places.ts'
import type {Press} from './press.ts'
import {type Landed, openRoom, type PressRoom, printDraft, type PrintedQuire, printQuires, setNotes} from './press-room.ts'

export interface Printed {
  /** The print, in one piece or more. */
  quires: PrintedQuire[]
  pagination: Pagination
  /** Page (1-based) by anchor. */
  pages: Map<string, number>
  /** Printed folio by anchor. */
  folios: Map<string, string>
  /** False: the numbers in the book are not those of its pages. */
  settled: boolean
  /** Ids of chapters whose notes were to stand at the foot of pages, and stand at the end. */
  atEnd: string[]
}

/** Numbers may change the breaks that they count: three tries. */
const tries = 3

export interface PrintOptions {
  /** Between folios. */
  separator: string
  seconds: number
  /** Folder of results by content; undefined: none. */
  cache: string | undefined
}

/** @param presses One for each quire. */
export async function printBook(presses: Press[], document: PrintDocument, options: PrintOptions): Promise<Printed> {
  const {seconds, cache} = options
  const room = openRoom(presses, document.quires, seconds)
  const [first] = presses
  const [version = ''] = await Promise.all([first?.version(seconds), load(room, document)])
  const key = await keyOfPlaces(document, options.separator, version)
  const kept = readPlaces(cache, key)
  if (kept) {
    const notes = await setPage(room, document, kept)
    const {printed} = await printFilled(room, document, kept, notes, options)
    if (printed.settled) return printed
    await load(room, document) // as if nothing had been kept
  }
  const {printed, places} = await settle(room, document, version, options)
  if (printed.settled) keepPlaces(cache, key, places)
  return printed
}

/** Drafts, then prints until the numbers are those of the pages. A draft is untagged, hence faster. */
async function settle(room: PressRoom, document: PrintDocument, browser: string, options: PrintOptions): Promise<{printed: Printed; places: Places}> {
  const {slots, parts} = document
  const {separator} = options
  const drafting = draftNotes(room, document)
  drafting.catch(() => undefined) // waited for below
  const title = wordsOfTitle(document.title) // takes ICU 8 ms, while the browser prints
  const {landed: draft, fits, atEnd} = await drafting
  const made: Made = {fonts: familiesOf(draft.fonts).join(separator), browser, title}
  const plan = (bare: Landed) => {
    const blanks = planBlanks(parts, bare)
    const landed = shift(bare, blanks.map(({before}) => bare.pages.get(before) ?? 0))
    const pagination = paginate(parts, landed)
    const counts = landed.counts.map((count, index) => count + blanksIn(document, index, blanks))
    return {blanks, openings: openingsOf(counts, pagination.body), filled: fillSlots(slots, landed, pagination, separator)}
  }
  let planned = plan(draft)
  for (let left = tries; ; left -= 1) {
    const places = {fits, made, ...planned, atEnd: [...atEnd]}
    const notes = await setPage(room, document, places)
    const {printed, landed, actual, recto, astray} = await printFilled(room, document, places, notes, options)
    if (printed.settled || left === 1) return {printed, places}
    atEnd.push(...astray)
    const {blanks} = planned
    const bare = {...unshift(landed, blanks.map(({before}) => landed.pages.get(before) ?? 0)), counts: landed.counts.map((count, index) => count - blanksIn(document, index, blanks))}
    planned = recto && equal(openingsOf(landed.counts, printed.pagination.body), planned.openings) ? {...planned, filled: actual} : plan(bare)
  }
}

function blanksIn({quires}: PrintDocument, index: number, blanks: Places['blanks']): number {
  return blanks.filter(({before}) => quires[index]?.parts.some(({id}) => id === before)).length
}

async function load({presses, quires, seconds}: PressRoom, {framed}: PrintDocument): Promise<void> {
  await Promise.all(quires.map(async (quire, index) => {
    await presses[index]?.load(quire, seconds)
    if (framed) await presses[index]?.change(frameParts, undefined, seconds)
  }))
}

/** Each quire is told all: what it does not hold is passed over. */
async function setPage(room: PressRoom, {pageNotes, shape}: PrintDocument, {fits, made, blanks, filled, openings, atEnd}: Places): Promise<PlacedNotes> {
  const {presses, seconds} = room
  await Promise.all(presses.map(async (press, index) => {
    const opening = openings[index]
    if (pageNotes) await press.change(replaceNotes, undefined, seconds)
    await press.change(fitParts, fits, seconds)
    await press.change(fillMade, made, seconds)
    await press.change(insertBlanks, blanks, seconds)
    await press.change(fillFolios, filled, seconds)
    if (opening?.before !== undefined) await press.change(openQuire, opening, seconds)
  }))
  return pageNotes ? setNotes(room, shape, atEnd) : noNotes
}

const noNotes: PlacedNotes = {placed: [], left: []}

/** Chapters with a note that stands on another page than its call. */
function findAstray({placed}: PlacedNotes, {pages}: Landed): string[] {
  return [...new Set(placed.flatMap(({note, call, chapter}) => (pages.get(note) === pages.get(call) ? [] : [chapter])))]
}

/** Drafts until every note at the foot of a page stands under its call. */
async function draftNotes(room: PressRoom, document: PrintDocument): Promise<{landed: Landed; fits: Places['fits']; atEnd: string[]}> {
  const atEnd: string[] = []
  for (;;) {
    const notes = document.pageNotes ? await setNotes(room, document.shape, atEnd) : noNotes
    const {landed, fits} = await fitCopy(room, document)
    const astray = findAstray(notes, landed)
    if (astray.length === 0) return {landed, fits, atEnd}
    atEnd.push(...astray)
  }
}

/** The print itself, and whether what stands in it is true of it. */
async function printFilled(room: PressRoom, {parts, slots}: PrintDocument, {filled, openings}: Places, notes: PlacedNotes, {separator}: PrintOptions): Promise<{printed: Printed; landed: Landed; actual: FolioPiece[][]; recto: boolean; astray: string[]}> {
  const {quires, landed} = await printQuires(room, openings)
  const pagination = paginate(parts, landed)
  const actual = fillSlots(slots, landed, pagination, separator)
  const recto = parts.every(({id, recto}) => !recto || (landed.pages.get(id) ?? 1) % 2 === 1)
  const counted = equal(openingsOf(landed.counts, pagination.body), openings)
  const astray = findAstray(notes, landed)
  return {printed: {quires, pagination, pages: landed.pages, folios: foliosOf(landed, pagination), settled: recto && counted && astray.length === 0 && equal(filled, actual), atEnd: notes.left}, landed, actual, recto, astray}
}

/** Drafts until every chapter ends well; for most books one. */
async function fitCopy(room: PressRoom, {parts, shape}: PrintDocument): Promise<{landed: Landed; fits: Places['fits']}> {
  let landed = await printDraft(room)
  let tried: Fit[] = []
  const named = () => tried.map(({id, step}) => ({id, names: fitClasses[step] ?? ''}))
  for (let left = fitClasses.length; left > 0 && landed.count <= longBook; left -= 1) {
    const fits = planFits(parts, landed, shape, tried)
    if (JSON.stringify(fits) === JSON.stringify(tried)) break
    tried = fits
    await Promise.all(room.presses.map((press) => press.change(fitParts, named(), room.seconds)))
    landed = await printDraft(room)
  }
  return {landed, fits: named()}
}

/** @param starts Pages before which a blank one is put, in order. */
function shift({pages, count, ...rest}: Landed, starts: number[]): Landed {
  return {...rest, count: count + starts.length, pages: new Map([...pages].map(([id, page]) => [id, page + starts.filter((start) => start <= page).length]))}
}

/** @param starts Pages that stand behind a blank one, in order. */
function unshift({pages, count, ...rest}: Landed, starts: number[]): Landed {
  return {...rest, count: count - starts.length, pages: new Map([...pages].map(([id, page]) => [id, page - starts.filter((start) => start <= page).length]))}
}

function equal<Value>(one: Value, other: Value): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
