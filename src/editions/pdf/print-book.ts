/** Print, read where everything landed, fill in the folios, print again; then prove that nothing moved. */
import {familiesOf} from './colophon.ts'
import {fitClasses, type Fit, longBook, planFits} from './copyfit.ts'
import {readDestinations} from './destinations.ts'
import type {PrintDocument} from './document.ts'
import {fillSlots, type FolioPiece, foliosOf, paginate, type Pagination, planBlanks} from './folios.ts'
import type {Press} from './press.ts'
import {fillFolios, fillMade, fitParts, insertBlanks} from './page-script.ts'

export interface Printed {
  data: Uint8Array
  pagination: Pagination
  /** Printed folio by anchor. */
  folios: Map<string, string>
  /** False: the numbers in the book are not those of its pages. */
  settled: boolean
}

/** The first print is untagged, hence faster. Numbers may change the breaks that they count: three tries. */
const tries = 3

export async function printBook(press: Press, {html, files, parts, slots, shape}: PrintDocument, {separator, seconds}: {separator: string; seconds: number}): Promise<Printed> {
  await press.load(html, files, seconds)
  let landed = await fitCopy(press, parts, shape, seconds)
  await press.change(fillMade, {fonts: familiesOf(landed.fonts).join(separator), browser: await press.version(seconds)}, seconds)
  let blanks = planBlanks(parts, landed)
  let shifted = shift(landed, blanks.map(({before}) => landed.pages.get(before) ?? 0))
  let filled = fillSlots(slots, shifted, paginate(parts, shifted), separator)
  for (let left = tries; ; left -= 1) {
    await press.change(insertBlanks, blanks, seconds)
    await press.change(fillFolios, filled, seconds)
    const data = await press.print({tagged: true, seconds})
    landed = readDestinations(data)
    const pagination = paginate(parts, landed)
    const actual = fillSlots(slots, landed, pagination, separator)
    const recto = parts.every(({id, recto}) => !recto || (landed.pages.get(id) ?? 1) % 2 === 1)
    const settled = recto && equal(filled, actual)
    if (settled || left === 1) return {data, pagination, folios: foliosOf(landed, pagination), settled}
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

/** Drafts until every chapter ends well; for most books one. */
async function fitCopy(press: Press, parts: PrintDocument['parts'], shape: PrintDocument['shape'], seconds: number): Promise<Landed> {
  let landed = readDestinations(await press.print({tagged: false, seconds}))
  let tried: Fit[] = []
  for (let left = fitClasses.length; left > 0 && landed.count <= longBook; left -= 1) {
    const fits = planFits(parts, landed, shape, tried)
    if (JSON.stringify(fits) === JSON.stringify(tried)) break
    tried = fits
    await press.change(fitParts, fits.map(({id, step}) => ({id, names: fitClasses[step] ?? ''})), seconds)
    landed = readDestinations(await press.print({tagged: false, seconds}))
  }
  return landed
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
