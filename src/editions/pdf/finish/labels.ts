/** Page labels (ISO 32000-1 §12.4.2): what a viewer calls each page is what is printed on it. */
import {PDFHexString, PDFName, type PDFDocument} from '@cantoo/pdf-lib'
import type {Pagination} from '../folios.ts'

export function labelPages(pdf: PDFDocument, {front, body, count}: Pagination, cover: string): void {
  const {context} = pdf
  const ranges = [
    ...(front > 1 ? [0, context.obj({P: PDFHexString.fromText(cover)})] : []),
    ...(front < body ? [front - 1, context.obj({S: 'r', St: 1})] : []),
    ...(body <= count ? [body - 1, context.obj({S: 'D', St: 1})] : []),
  ]
  pdf.catalog.set(PDFName.of('PageLabels'), context.obj({Nums: ranges}))
}
