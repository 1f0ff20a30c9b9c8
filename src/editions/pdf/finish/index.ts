import type {Galley} from '../../../model/book.ts'
import type {EditionContext} from '../../context.ts'
import type {PrintDocument} from '../document.ts'
import type {Printed} from '../print-book.ts'

export async function finishPdf(printed: Printed, _document: PrintDocument, _galley: Galley, _context: EditionContext): Promise<Uint8Array> {
  return printed.data
}
