/** Page boxes (ISO 32000-1 §14.11.2) and crop marks: where the sheet is cut, and how far colour must run beyond it. */
import type {Page, PdfFile} from '../objects/file.ts'
import {Stream} from '../objects/values.ts'
import type {PageShape} from '../trim.ts'

const point = 72 / 25.4

export function setPageBoxes(pdf: PdfFile, {slug, bleed}: PageShape): void {
  for (const page of pdf.pages()) {
    const [, , width = 0, height = 0] = pdf.array(page.node.get('MediaBox')).map(Number)
    const cut = slug * point
    const run = (slug - bleed) * point
    page.node.set('TrimBox', [cut, cut, width - cut, height - cut])
    page.node.set('BleedBox', [run, run, width - run, height - run])
    if (slug > 0) drawCropMarks(pdf, page, {width, height, cut, run})
  }
}

/** Two hairlines at each corner of the trim, outside the bleed, in a stream of their own. */
function drawCropMarks(pdf: PdfFile, {node}: Page, {width, height, cut, run}: {width: number; height: number; cut: number; run: number}): void {
  const number = (value: number) => value.toFixed(3)
  const lines = [cut, width - cut].flatMap((x) => [[x, 0, x, run - 2], [x, height - run + 2, x, height]])
  lines.push(...[cut, height - cut].flatMap((y) => [[0, y, run - 2, y], [width - run + 2, y, width, y]]))
  const marks = lines.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S`).join('\n')
  const opening = pdf.add(new Stream(new Map(), Buffer.from('q\n')))
  const stream = pdf.add(new Stream(new Map(), Buffer.from(`Q\n/Artifact BMC\nq 0.25 w 0 G\n${marks}\nQ\nEMC\n`)))
  const contents = node.get('Contents')
  if (contents) node.set('Contents', [opening, contents, stream])
}
