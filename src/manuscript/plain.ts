/** A block that would cost too much → the same block as plain words: its markup is exchanged for characters that mean nothing
 * to a parser, one for one, so that every place stays true. `repair/` puts them back, and the block prints as it was written.
 *
 * The stand-ins are non-characters (Unicode §23.7: for internal use); decoding has taken them out of the text before. */
export const markup = '[]*_~<>&@:`$|\\!^#+-=.)({}'

const codes = new Map([...markup].map((character, index) => [character, String.fromCharCode(0xfdd0 + index)]))

export function makePlain(block: string): string {
  return block.replace(/[[\]*_~<>&@:`$|\\!^#+\-=.)({}]/g, (character) => codes.get(character) ?? character)
}
