/** What drafts have told of a document, kept by its bytes: the next build of it prints once.
 *
 * Drafts of equal documents by one browser are equal, so the bytes of the edition do not depend on what is kept. */
import {createHash} from 'node:crypto'
import {readdirSync, statSync} from 'node:fs'
import path from 'node:path'
import {keep, readKept} from '../keep.ts'
import type {PrintDocument} from './document.ts'
import type {Blank, FolioPiece, Opening} from './folios.ts'

/** All that is changed in the page between prints. */
export interface Places {
  /** Class names of chapters. */
  fits: {id: string; names: string}[]
  made: Made
  blanks: Blank[]
  /** By quire. */
  openings: Opening[]
  /** By slot. */
  filled: FolioPiece[][]
  /** Ids of chapters whose notes do not stand at the foot of pages. */
  atEnd: string[]
}

/** What is found out while the draft is printed. */
export interface Made {
  fonts: string
  browser: string
  /** Words between which its lines end. */
  title: string[]
}

/** What another program kept is not found: its name holds a hash of what esbuild put into it; sources have times. */
function nameProgram(): string {
  const name = path.basename(import.meta.url)
  return name.endsWith('.ts') ? readdirSync(import.meta.dirname).map((file) => `${file} ${statSync(path.join(import.meta.dirname, file)).mtimeMs}`).join() : name
}

export async function keyOfPlaces({quires, slots}: PrintDocument, separator: string, browser: string): Promise<string[]> {
  const hash = createHash('sha256')
  for (const {html, images, fonts} of quires) {
    hash.update(`\0${html.length}\0`).update(html)
    const files = [...images, ...(await Promise.all(fonts.map(async ({name, make}) => ({name, data: await make()}))))]
    for (const {name, data} of files) hash.update(`\0${name}\0${data.byteLength}\0`).update(data)
  }
  return [nameProgram(), browser, hash.update(JSON.stringify([slots, separator])).digest('hex')]
}

export function readPlaces(cache: string | undefined, key: string[]): Places | undefined {
  const data = readKept(cache, 'places', key)
  try {
    return data && JSON.parse(Buffer.from(data).toString())
  } catch {
    return undefined // damaged
  }
}

export function keepPlaces(cache: string | undefined, key: string[], places: Places): void {
  keep(cache, 'places', key, Buffer.from(JSON.stringify(places)))
}
