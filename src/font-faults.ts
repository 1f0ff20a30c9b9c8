/** What the fonts of all editions lack → one message for the book, with the places in the author's files. */
import {message} from './diagnostics/index.ts'
import {findCharacter} from './manuscript/find-character.ts'
import type {FontFaults, Manuscript} from './model/book.ts'
import type {Message} from './model/message.ts'

/** Characters that the message names. */
const most = 40

export function tellFontFaults(faults: FontFaults[], manuscript: Manuscript): Message[] {
  const uncovered = [...new Set(faults.flatMap((fault) => fault.uncovered))].sort()
  const unusable = [...new Set(faults.flatMap((fault) => fault.unusable))].sort()
  return [...missing(uncovered, manuscript), ...unusable.map((file) => message('font-unusable', {path: file}, {file}))]
}

function missing(characters: string[], manuscript: Manuscript): Message[] {
  if (characters.length === 0) return []
  const places = characters.flatMap((character) => findCharacter(character, manuscript) ?? [])
  const [first = {path: manuscript.texts[0]?.path ?? '.'}, ...related] = places
  const named = characters.slice(0, most).map((character) => `${character} U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
  return [message('glyph-missing', first, {characters: named.join(', ') + (characters.length > most ? ' …' : ''), count: characters.length}, {related: related.slice(0, 20)})]
}
