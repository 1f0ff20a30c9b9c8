/** Page boxes (ISO 32000-1 §14.11.2) and crop marks: where the sheet is cut, and how far colour must run beyond it. */
import {PDFName, PDFRawStream, type PDFDocument, type PDFPage} from '@cantoo/pdf-lib'
import type {PageShape} from '../trim.ts'

const point = 72 / 25.4

export function setPageBoxes(pdf: PDFDocument, {slug, bleed}: PageShape): void {
  for (const page of pdf.getPages()) {
    const {width, height} = page.getMediaBox()
    const cut = slug * point
    const run = (slug - bleed) * point
    page.node.set(PDFName.of('TrimBox'), pdf.context.obj([cut, cut, width - cut, height - cut]))
    page.node.set(PDFName.of('BleedBox'), pdf.context.obj([run, run, width - run, height - run]))
    if (slug > 0) drawCropMarks(pdf, page, cut, run)
  }
}

/** Two hairlines at each corner of the trim, outside the bleed, in a stream of their own. */
function drawCropMarks(pdf: PDFDocument, page: PDFPage, cut: number, run: number): void {
  const {width, height} = page.getMediaBox()
  const number = (value: number) => value.toFixed(3)
  const lines = [cut, width - cut].flatMap((x) => [[x, 0, x, run - 2], [x, height - run + 2, x, height]])
  lines.push(...[cut, height - cut].flatMap((y) => [[0, y, run - 2, y], [width - run + 2, y, width, y]]))
  const marks = lines.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S`).join('\n')
  const opening = pdf.context.register(PDFRawStream.of(pdf.context.obj({}), Buffer.from('q\n')))
  const stream = pdf.context.register(PDFRawStream.of(pdf.context.obj({}), Buffer.from(`Q\n/Artifact BMC\nq 0.25 w 0 G\n${marks}\nQ\nEMC\n`)))
  const contents = page.node.get(PDFName.of('Contents'))
  if (contents) page.node.set(PDFName.of('Contents'), pdf.context.obj([opening, contents, stream]))
}
