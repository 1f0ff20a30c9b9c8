/** Where the author first wrote a character: in the texts in reading order, then in sources and terms. */
import type {Manuscript} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import {originsOf} from '../origins.ts'
import {placesOf} from './places.ts'

/** @returns Undefined where no file holds it as such: a character reference may stand for it. */
export function findCharacter(character: string, {texts, sourceFiles, glossaryFiles}: Pick<Manuscript, 'texts' | 'sourceFiles' | 'glossaryFiles'>): Place | undefined {
  for (const file of [...texts, ...sourceFiles, ...glossaryFiles]) {
    const offset = file.text.indexOf(character)
    const [place] = offset < 0 ? [] : placesOf(file.text, file.path, [offset])
    if (place) return originsOf([file])?.placeOf(place) ?? place
  }
  return undefined
}
