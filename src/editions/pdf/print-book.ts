/** Print, read where everything landed, fill in the folios, print again; then prove that nothing moved.
 *
 * What was filled in is kept: the same document is then printed once, and proven as well. */
import {familiesOf} from './colophon.ts'
import {fitClasses, type Fit, longBook, planFits} from './copyfit.ts'
import {readDestinations} from './destinations.ts'
import type {PrintDocument} from './document.ts'
import {fillSlots, type FolioPiece, foliosOf, paginate, type Pagination, planBlanks} from './folios.ts'
import {fillFolios, fillMade, fitParts, insertBlanks} from './page-script.ts'
import {keepPlaces, keyOfPlaces, type Places, readPlaces} from './places.ts'
import type {Press} from './press.ts'

export interface Printed {
  data: Uint8Array
  pagination: Pagination
  /** Printed folio by anchor. */
  folios: Map<string, string>
  /** False: the numbers in the book are not those of its pages. */
  settled: boolean
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

export async function printBook(press: Press, document: PrintDocument, options: PrintOptions): Promise<Printed> {
  const {seconds, cache} = options
  const key = keyOfPlaces(document, options.separator, await press.version(seconds))
  const kept = await readPlaces(cache, key)
  await press.load(document.html, document.files, seconds)
  if (kept) {
    await setPage(press, kept, seconds)
    const {printed} = await printFilled(press, document, kept, options)
    if (printed.settled) return printed
    await press.load(document.html, document.files, seconds) // as if nothing had been kept
  }
  const {printed, places} = await settle(press, document, options)
  if (printed.settled) await keepPlaces(cache, key, places)
  return printed
}

/** Drafts, then prints until the numbers are those of the pages. A draft is untagged, hence faster. */
async function settle(press: Press, document: PrintDocument, options: PrintOptions): Promise<{printed: Printed; places: Places}> {
  const {parts, slots, shape} = document
  const {separator, seconds} = options
  const {landed: draft, fits} = await fitCopy(press, parts, shape, seconds)
  const made = {fonts: familiesOf(draft.fonts).join(separator), browser: await press.version(seconds)}
  let blanks = planBlanks(parts, draft)
  let shifted = shift(draft, blanks.map(({before}) => draft.pages.get(before) ?? 0))
  let filled = fillSlots(slots, shifted, paginate(parts, shifted), separator)
  for (let left = tries; ; left -= 1) {
    const places = {fits, made, blanks, filled}
    await setPage(press, places, seconds)
    const {printed, landed, actual, recto} = await printFilled(press, document, places, options)
    if (printed.settled || left === 1) return {printed, places}
    if (!recto) {
      shifted = unshift(landed, blanks.map(({before}) => landed.pages.get(before) ?? 0))
      blanks = planBlanks(parts, shifted)
      shifted = shift(shifted, blanks.map(({before}) => shifted.pages.get(before) ?? 0))
      filled = fillSlots(slots, shifted, paginate(parts, shifted), separator)
    } else {
      filled = actual
    }
  }
}

async function setPage(press: Press, {fits, made, blanks, filled}: Places, seconds: number): Promise<void> {
  await press.change(fitParts, fits, seconds)
  await press.change(fillMade, made, seconds)
  await press.change(insertBlanks, blanks, seconds)
  await press.change(fillFolios, filled, seconds)
}

/** The print itself, and whether what stands in it is true of it. */
async function printFilled(press: Press, {parts, slots}: PrintDocument, {filled}: Places, {separator, seconds}: PrintOptions): Promise<{printed: Printed; landed: Landed; actual: FolioPiece[][]; recto: boolean}> {
  const data = await press.print({tagged: true, seconds})
  const landed = readDestinations(data)
  const pagination = paginate(parts, landed)
  const actual = fillSlots(slots, landed, pagination, separator)
  const recto = parts.every(({id, recto}) => !recto || (landed.pages.get(id) ?? 1) % 2 === 1)
  return {printed: {data, pagination, folios: foliosOf(landed, pagination), settled: recto && equal(filled, actual)}, landed, actual, recto}
}

/** Drafts until every chapter ends well; for most books one. */
async function fitCopy(press: Press, parts: PrintDocument['parts'], shape: PrintDocument['shape'], seconds: number): Promise<{landed: Landed; fits: Places['fits']}> {
  let landed = readDestinations(await press.print({tagged: false, seconds}))
  let tried: Fit[] = []
  const named = () => tried.map(({id, step}) => ({id, names: fitClasses[step] ?? ''}))
  for (let left = fitClasses.length; left > 0 && landed.count <= longBook; left -= 1) {
    const fits = planFits(parts, landed, shape, tried)
    if (JSON.stringify(fits) === JSON.stringify(tried)) break
    tried = fits
    await press.change(fitParts, named(), seconds)
    landed = readDestinations(await press.print({tagged: false, seconds}))
  }
  return {landed, fits: named()}
}

type Landed = ReturnType<typeof readDestinations>

/** @param starts Pages before which a blank one is put, in order. */
function shift({pages, count, ...rest}: Landed, starts: number[]): Landed {
  return {...rest, count: count + starts.length, pages: new Map([...pages].map(([id, page]) => [id, page + starts.filter((start) => start <= page).length]))}
}

/** @param starts Pages that stand behind a blank one, in order. */
function unshift({pages, count, ...rest}: Landed, starts: number[]): Landed {
  return {...rest, count: count - starts.length, pages: new Map([...pages].map(([id, page]) => [id, page - starts.filter((start) => start <= page).length]))}
}

function equal(one: FolioPiece[][], other: FolioPiece[][]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
