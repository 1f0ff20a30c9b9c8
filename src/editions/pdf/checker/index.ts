/** The checker: walks a finished PDF and names what keeps it from PDF/UA-1 or PDF/A-2.
 *
 * It stands for the tests of veraPDF's profiles for both that apply to our files, tells what they leave to reading besides,
 * and is no validator of everything. A claim of conformance is written only where this finds nothing. */
import {checkArchive} from './archive.ts'
import {checkContent} from './content.ts'
import {checkDocument} from './document.ts'
import {checkFonts} from './fonts.ts'
import type {Shown} from './glyphs.ts'
import {checkLimits} from './limits.ts'
import {checkLinks} from './links.ts'
import type {Objection} from './objection.ts'
import type {PdfFile} from '../objects/file.ts'
import {checkTags} from './tags.ts'

export type {Objection} from './objection.ts'

/** Of one kind of fault, so many are told; the rest say no more. */
const most = 5

/** @param shown Filled with what the pages show. */
export function checkPdf(pdf: PdfFile, shown: Shown = new Map()): Objection[] {
  const content = checkContent(pdf, shown)
  const found = [...checkDocument(pdf), ...checkTags(pdf), ...content, ...checkLinks(pdf), ...checkFonts(pdf, shown), ...checkArchive(pdf), ...checkLimits(pdf)]
  const counts = new Map<string, number>()
  return found.filter(({clause}) => {
    const count = (counts.get(clause) ?? 0) + 1
    counts.set(clause, count)
    return count <= most
  })
}
