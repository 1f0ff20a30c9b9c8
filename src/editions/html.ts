import type {Edition, Galley} from '../model/book.ts'
import type {EditionContext} from './context.ts'

export async function makeHtml(galley: Galley, _context: EditionContext): Promise<Edition> {
  return {format: 'html', fileName: `${galley.name}.html`, data: new Uint8Array(), messages: []}
}
