import type {Edition, Galley} from '../../model/book.ts'
import type {EditionContext} from '../context.ts'

export async function makeEpub(galley: Galley, _context: EditionContext): Promise<Edition> {
  return {format: 'epub', fileName: `${galley.name}.epub`, data: new Uint8Array(), messages: []}
}
