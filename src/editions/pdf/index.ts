import type {Edition, Galley} from '../../model/book.ts'
import type {EditionContext} from '../context.ts'

export async function makePdf(galley: Galley, _context: EditionContext): Promise<Edition> {
  return {format: 'pdf', fileName: `${galley.name}.pdf`, data: new Uint8Array(), messages: []}
}
