/** Finishing: the browser's print → the file that is published.
 *
 * Adds what Chromium leaves out for PDF/UA-1 and PDF/A-2, and claims either only if the checker finds nothing in this very file. */
import {createHash} from 'node:crypto'
import type {Galley} from '../../../model/book.ts'
import type {EditionContext} from '../../context.ts'
import {checkPdf, type Objection} from '../checker/index.ts'
import type {Shown} from '../checker/glyphs.ts'
import type {PrintDocument} from '../document.ts'
import {findLosses, type Loss} from '../losses.ts'
import type {PdfFile} from '../objects/file.ts'
import {dictOf, Text} from '../objects/values.ts'
import type {Printed} from '../print-book.ts'
import {finishAnnotations} from './annotations.ts'
import {attachManuscript} from './attachments.ts'
import {markArtifacts, unpackPages} from './artifacts.ts'
import {setPageBoxes} from './boxes.ts'
import {addOutputIntent} from './colour.ts'
import {nameGlyphs} from './characters.ts'
import {gatherQuires} from './gather.ts'
import {countIds} from './ids.ts'
import {labelPages} from './labels.ts'
import {factsOf, writeMetadata} from './metadata.ts'
import {liftNotes} from './notes.ts'
import {nameOutline} from './outline.ts'
import {shareFonts} from './share-fonts.ts'
import {mendStructure} from './structure.ts'
import {writePdf} from './write.ts'

export interface Finished {
  data: Uint8Array
  /** Why conformance is not claimed; empty: it is. */
  objections: Objection[]
  /** Text that no page shows. */
  losses: Loss[]
}

export async function finishPdf(printed: Printed, document: PrintDocument, galley: Galley, context: EditionContext): Promise<Finished> {
  const pdf = gatherQuires(printed.quires)
  const pages = unpackPages(pdf)
  pdf.readAll()
  const sharing = printed.quires.length > 1 ? shareFonts(pdf) : undefined // most of it is packing, which goes on beside the rest
  sharing?.catch(() => undefined) // whoever waits for it below is told
  const structure = mendStructure(pdf, document.formulas)
  countIds(pdf)
  if (document.pageNotes) liftNotes(pdf) // after countIds: the IDs of cells come behind those of notes
  const packing = await markArtifacts(pdf, pages, structure.decorations)
  finishAnnotations(pdf, printed, context.locale)
  if (document.formulas.size > 0) await nameGlyphs(pdf, document.fonts.faces)
  nameOutline(pdf, galley.contents)
  labelPages(pdf, printed.pagination, context.locale.text('pdf.cover'))
  setPageBoxes(pdf, document.shape)
  addOutputIntent(pdf)
  const attached = galley.config.pdf.attachSource && attachManuscript(pdf, galley, context)
  const facts = await factsOf(pdf, galley, context)
  writeMetadata(pdf, facts, {pdfua: true, pdfa: attached ? 3 : 2})
  identify(pdf, galley)
  await Promise.all([sharing, ...packing])
  const writing = writePdf(pdf) // most of it is packing, which goes on beside the check
  const shown: Shown = new Map()
  const objections = checkPdf(pdf, shown)
  const losses = findLosses(pdf, shown, document.parts, printed.pages)
  if (objections.length === 0) return {data: await writing, objections, losses}
  await writing
  writeMetadata(pdf, facts, {pdfua: !objections.some(({standard}) => standard === 'PDF/UA-1'), pdfa: objections.some(({standard}) => standard === 'PDF/A-2') ? undefined : attached ? 3 : 2})
  return {data: await writePdf(pdf), objections, losses}
}

/** Equal input, equal ID: from the manuscript and the settings, never from the clock. */
function identify(pdf: PdfFile, {hash, config}: Galley): void {
  const id = new Text(`<${createHash('sha256').update(hash).update(JSON.stringify(config)).digest('hex').slice(0, 32)}>`)
  pdf.trailer.set('ID', [id, id])
  pdf.catalog.set('PageMode', '/UseOutlines')
  pdf.catalog.set('ViewerPreferences', dictOf({DisplayDocTitle: true}))
}
