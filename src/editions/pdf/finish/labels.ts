/** Page labels (ISO 32000-1 §12.4.2): what a viewer calls each page is what is printed on it. */
import type {Pagination} from '../folios.ts'
import type {PdfFile} from '../objects/file.ts'
import {dictOf, Text, type Value} from '../objects/values.ts'

export function labelPages(pdf: PdfFile, {front, body, count}: Pagination, cover: string): void {
  const ranges: Value[] = [
    ...(front > 1 ? [0, dictOf({P: Text.of(cover)})] : []),
    ...(front < body ? [front - 1, dictOf({S: '/r', St: 1})] : []),
    ...(body <= count ? [body - 1, dictOf({S: '/D', St: 1})] : []),
  ]
  pdf.catalog.set('PageLabels', dictOf({Nums: ranges}))
}
