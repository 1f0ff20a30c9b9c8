/** BibTeX and RIS → CSL-JSON items, by citation-js. */
import {plugins} from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'

/** @param type Forced, since citation-js would fetch a text that looks like an address. */
export function readLibraryText(text: string, type: 'bibtex' | 'ris'): Record<string, unknown>[] {
  return plugins.input.chain(text, {generateGraph: false, forceType: type === 'bibtex' ? '@bibtex/text' : '@ris/file'})
}
